import type { Claim, Comparison, Results } from "@likewise/schema";
import { attrition } from "../charts/attrition.ts";
import { blocks } from "../charts/blocks.ts";
import type { Chart } from "../charts/chart.ts";
import { forest } from "../charts/forest.ts";
import { ladder } from "../charts/ladder.ts";
import { reach } from "../charts/reach.ts";
import { survival } from "../charts/survival.ts";
import { waits } from "../charts/waits.ts";
import { gradeOf, headlineClaim, headlineComparison, headlineText } from "../headline.ts";
import { figure } from "../page/figure.ts";
import { type Html, html } from "../page/html.ts";
import { page, type Section } from "../page/page.ts";
import { accountTable, canAndCannot, empty, reasonTable, refusals, safetyTable, sentences } from "../page/parts.ts";
import { verdictMark } from "../page/verdict-mark.ts";
import { besideVerdict, groupedCaveats } from "../wording/caveat-groups.ts";
import { verdictNames } from "../wording/labels.ts";
import { safetyName } from "../wording/safety-wording.ts";
import { asSentence } from "../wording/sentence-case.ts";
import { answers } from "./answers.ts";
import { glossary } from "./glossary.ts";

/**
 * The commissioner's dashboard: one file, no network, no script. The first screen answers the questions in the order
 * they should be asked; a section a question follows.
 *
 * @param results with texts rendered; published, or working for the private edition
 * @returns a complete HTML document
 */
export async function renderDashboard(results: Results): Promise<string> {
  const sections: Section[] = [
    { id: "work", title: "Did it work?", body: await work(results) },
    ...otherClaims(results),
    { id: "safety", title: "Are victim-survivors and children safer?", body: safety(results) },
    {
      id: "people",
      title: "What happened to the people referred?",
      body: await drawn([attrition, waits], results, "These data hold no steps from referral to completion."),
    },
    ...(reach.content(results) === null
      ? []
      : [{ id: "reach", title: "Which groups were reached?", body: await drawn([reach], results, "") }]),
    {
      id: "before-after",
      title: "Why not just compare before with after?",
      body: await drawn([blocks], results, "These data hold no dated events, so before and after cannot be shown."),
    },
    { id: "sure", title: "How sure can we be?", body: await sure(results) },
    { id: "next", title: "What to ask for next", body: next(results) },
    { id: "data", title: "Where every row went", body: rows(results) },
    { id: "words", title: "Words used here", body: glossary() },
  ];
  return page({
    results,
    name: "Commissioner’s dashboard",
    lead: html`<section class="first answered" aria-label="The answers">
${await answers(results)}</section>`,
    sections,
  });
}

async function drawn(wanted: readonly Chart[], results: Results, otherwise: string): Promise<Html> {
  const figures = (await Promise.all(wanted.map((chart) => figure(chart, results)))).filter((one) => one !== null);
  return figures.length === 0 ? empty(otherwise) : html`${figures}`;
}

async function work(results: Results): Promise<Html> {
  const claim = headlineClaim(results);
  if (claim === null) return empty("Nobody was compared with anybody, so there is nothing to say.");
  return html`${canAndCannot(claim, 3)}${await drawn([forest, survival], results, "There is no difference to draw.")}`;
}

/** Every claim but the headline: further outcomes, and the same outcome compared in another way. */
function otherClaims(results: Results): Section[] {
  const headline = headlineClaim(results);
  const others = results.comparisons.flatMap((comparison) =>
    comparison.claims.filter((claim) => claim !== headline).map((claim) => ({ comparison, claim })),
  );
  if (others.length === 0) return [];
  const body = html`${others.map(({ comparison, claim }) => otherClaim(comparison, claim, comparison !== headlineComparison(results)))}`;
  return [{ id: "others", title: "What else was looked at?", body }];
}

function otherClaim(comparison: Comparison, claim: Claim, named: boolean): Html {
  return html`<h3>${headlineText(claim) ?? claim.outcome}</h3>
<p class="verdict">${verdictMark(claim.verdict)}<span>${verdictNames[claim.verdict]}</span></p>
${named ? html`<p class="note">Another comparison: ${comparison.label}</p>\n` : null}${canAndCannot(claim, 4)}${bearInMind(claim, comparison)}`;
}

function bearInMind(claim: Claim, comparison: Comparison): Html | null {
  // What a causal reading rests on is among what the results show already.
  const beside = besideVerdict(claim, comparison).filter(({ rule }) => !rule.startsWith("assumption-"));
  return beside.length === 0 ? null : html`<h4>Bear in mind</h4>\n${sentences(beside)}`;
}

function safety(results: Results): Html {
  return results.safety.length === 0
    ? empty("Not measured. These data say nothing of victim-survivors or children.")
    : safetyTable(results.safety);
}

async function sure(results: Results): Promise<Html> {
  const claim = headlineClaim(results);
  // What was assumed is for the evaluator: the report lists it with the method.
  const groups = claim === null ? [] : groupedCaveats(claim).filter(({ title }) => title !== "What was assumed");
  return html`${await drawn([ladder], results, "The design cannot be graded.")}
${groups.map(({ title, sentences: list }) => html`<h3>${title}</h3>\n${sentences(list)}`)}`;
}

function rows(results: Results): Html {
  const { accounts } = results;
  return html`${accountTable(accounts)}${
    accounts.length === 0
      ? null
      : html`<details><summary>Why rows were rejected, or kept and reported</summary>\n${reasonTable(results)}</details>\n`
  }`;
}

function next(results: Results): Html {
  const grade = gradeOf(headlineComparison(results), headlineClaim(results), "wwclg");
  const steps = grade?.raises ?? [];
  const missing = results.safety.filter((item) => item.status === "not-measured").map((item) => `${safetyName(item)}.`);
  const unmeasured =
    results.safety.length === 0 ? ["Whether victim-survivors and children are safer, by their own account."] : missing;
  return html`${
    steps.length === 0
      ? null
      : html`<p>Each of these steps, taken with those before it, could raise the level of evidence.</p>
<ol>${steps.map(({ to, step }) => html`<li>${asSentence(step)} Level ${String(to)} could then be reached.</li>`)}</ol>\n`
  }${unmeasured.length === 0 ? null : html`<p>Not measured so far:</p>\n<ul>${unmeasured.map((step) => html`<li>${step}</li>`)}</ul>\n`}${results.refusals.length > 0 ? refusals(results) : null}`;
}
