import type { Results } from "@likewise/schema";
import { arms } from "../charts/arms.ts";
import { attrition } from "../charts/attrition.ts";
import { blocks } from "../charts/blocks.ts";
import type { Chart } from "../charts/chart.ts";
import { forest } from "../charts/forest.ts";
import { ladder } from "../charts/ladder.ts";
import { survival } from "../charts/survival.ts";
import { gradeOf, headlineClaim, headlineComparison } from "../headline.ts";
import { figure } from "../page/figure.ts";
import { type Html, html } from "../page/html.ts";
import { page, type Section } from "../page/page.ts";
import { accountTables, canAndCannot, empty, refusals, sentences } from "../page/parts.ts";
import { dataTable } from "../page/table.ts";
import { reporterNames, safetySentence } from "../wording/safety-questions.ts";
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
    { id: "safety", title: "Are victim-survivors and children safer?", body: safety(results) },
    { id: "work", title: "Did it work?", body: await work(results) },
    {
      id: "people",
      title: "What happened to the people referred?",
      body: await drawn([attrition], results, "These data hold no steps from referral to completion."),
    },
    {
      id: "before-after",
      title: "Why not just compare before with after?",
      body: await drawn([blocks], results, "These data hold no dated events, so before and after cannot be shown."),
    },
    { id: "sure", title: "How sure can we be?", body: await sure(results) },
    { id: "cannot", title: "What we cannot say", body: cannot(results) },
    { id: "next", title: "What to ask for next", body: next(results) },
    { id: "data", title: "Where every row went", body: accountTables(results.accounts) },
    { id: "words", title: "Words used here", body: glossary() },
  ];
  return page({
    results,
    name: "Commissioner’s dashboard",
    lead: html`<section class="first" aria-label="The answers">${answers(results)}</section>`,
    sections,
  });
}

async function drawn(wanted: readonly Chart[], results: Results, otherwise: string): Promise<Html> {
  const figures = (await Promise.all(wanted.map((chart) => figure(chart, results)))).filter((one) => one !== null);
  return figures.length === 0 ? empty(otherwise) : html`${figures}`;
}

function safety(results: Results): Html {
  if (results.safety.length === 0)
    return empty("Not measured. These data say nothing of victim-survivors or children.");
  return dataTable({
    caption: "Safety, whose account it is, and what is not measured",
    head: ["What was asked", "By whose account", "What was found"],
    rows: results.safety.map((item) => [
      item.id.replaceAll("-", " "),
      reporterNames[item.reporter ?? ""] ?? "records",
      safetySentence(item),
    ]),
  });
}

async function work(results: Results): Promise<Html> {
  const claims = headlineComparison(results)?.claims ?? [];
  return html`${await drawn([arms, forest, survival], results, "There is no comparison to draw.")}
${claims.map((claim) => html`<h3>${claim.can[0]?.text ?? claim.outcome}</h3>${canAndCannot(claim)}`)}`;
}

async function sure(results: Results): Promise<Html> {
  const claim = headlineClaim(results);
  return html`${await drawn([ladder], results, "The design cannot be graded.")}
${claim ? sentences(claim.caveats) : null}`;
}

function cannot(results: Results): Html {
  const comparison = headlineComparison(results);
  const said = comparison?.claims.flatMap((claim) => claim.cannot) ?? [];
  return html`${sentences(unique(said))}${results.refusals.length > 0 ? refusals(results) : null}`;
}

function next(results: Results): Html {
  const comparison = headlineComparison(results);
  const claim = headlineClaim(results);
  const grade = comparison && claim?.estimate ? gradeOf(comparison, claim.estimate, "wwclg") : null;
  const steps = [...(grade?.raises.map((raise) => raise.step) ?? [])];
  const unmeasured = results.safety
    .filter((item) => item.status === "not-measured")
    .map((item) => `Measure what is missing: ${item.id.replaceAll("-", " ")}`);
  const all = [...steps, ...unmeasured];
  return all.length === 0
    ? empty("Nothing further is suggested by these data.")
    : html`<ul>${all.map((step) => html`<li>${step}</li>`)}</ul>`;
}

function unique<Item extends { readonly text: string | null }>(items: readonly Item[]): Item[] {
  return items.filter((item, index) => items.findIndex((other) => other.text === item.text) === index);
}
