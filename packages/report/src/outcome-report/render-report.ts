import type { Claim, Results } from "@likewise/schema";
import { chartNamed } from "../charts/index.ts";
import { gradeOf, headlineClaim, headlineComparison, headlineText, outcomeLabel } from "../headline.ts";
import { figure } from "../page/figure.ts";
import { type Html, html } from "../page/html.ts";
import { type PageParts, page, type Section } from "../page/page.ts";
import { accountTable, canAndCannot, empty, reasonTable, refusals, safetyTable } from "../page/parts.ts";
import { tableSections } from "../tables/table-sections.ts";
import { shortScaleNames, verdictNames } from "../wording/labels.ts";
import { capital } from "../wording/sentence-case.ts";
import { practiceSections } from "../practice/practice-sections.ts";
import { completion } from "./completion.ts";
import { definitions } from "./definitions.ts";
import { departures } from "./departures.ts";
import { evidence } from "./evidence.ts";
import { methods } from "./methods.ts";
import { outcomes } from "./outcomes.ts";
import { programme } from "./programme.ts";
import { provenance } from "./provenance.ts";
import { quality } from "./quality.ts";
import { sensitivity } from "./sensitivity.ts";
import { signOff } from "./sign-off.ts";
import { theory } from "./theory.ts";
import { who } from "./who.ts";

/**
 * The evaluator's outcome report: one file, no network, no script. Parts that hold nothing are shown as empty.
 *
 * @param results with texts rendered; published, or working for the private edition
 * @returns a complete HTML document
 */
export async function renderReport(results: Results): Promise<string> {
  return page({ results, ...(await reportSections(results)) });
}

/** The outcome report without its frame: what the page, the Word document and the spreadsheets are all made of. */
export async function reportSections(results: Results): Promise<Omit<PageParts, "results">> {
  const claim = headlineClaim(results);
  const drawn = async (id: string, otherwise: string) => (await figure(chartNamed(id), results)) ?? empty(otherwise);
  const described = await tableSections(results, (id) => figure(chartNamed(id), results));
  const ofGroup = (...ids: readonly string[]) => described.filter(({ id }) => ids.includes(id.replace("tables-", "")));
  const rest = described.filter(({ id }) => ![...beforeOutcomes, ...afterOutcomes].includes(id.replace("tables-", "")));
  const completed = completion(results);
  const sections: Section[] = [
    {
      id: "show",
      title: "What these results show, and what they do not",
      body: claim ? canAndCannot(claim, 3) : empty("Nobody was compared with anybody, so there is nothing to say."),
    },
    { id: "programme", title: "The programme", body: programme(results) },
    { id: "theory", title: "Theory of change", body: await theory(results, drawn) },
    { id: "who", title: "Who was analysed", body: await who(results, drawn) },
    ...ofGroup(...beforeOutcomes),
    {
      id: "safety",
      title: "Safety of victim-survivors and children",
      body: results.safety.length === 0 ? empty("Not measured.") : safetyTable(results.safety),
    },
    { id: "outcomes", title: "Outcomes", body: await outcomes(results, drawn) },
    ...(completed === null
      ? []
      : [{ id: "completion", title: "Completing the programme, compared from one day", body: completed }]),
    {
      id: "before-after",
      title: "Before and after",
      body: await drawn("blocks", "These data hold no dated events."),
    },
    ...ofGroup(...afterOutcomes),
    ...rest,
    ...practiceSections(results),
    {
      id: "quality",
      title: "How alike the groups were, and how far the result can be trusted",
      body: await quality(results, drawn),
    },
    { id: "wrong", title: "How far would this have to be wrong?", body: await sensitivity(results, drawn) },
    { id: "evidence", title: "Strength of evidence", body: await evidence(results, drawn) },
    { id: "cost", title: "Costs and benefits", body: empty("Not measured in this study.") },
    { id: "refused", title: "What was refused, and what would make it possible", body: refusals(results) },
    {
      id: "data",
      title: "Account of the data",
      body: html`${accountTable(results.accounts)}${reasonTable(results)}`,
    },
    { id: "definitions", title: "Definitions", body: definitions(results) },
    { id: "method", title: "Method", body: methods(results) },
    { id: "departures", title: "Departures from the frozen plan", body: departures(results) },
    { id: "response", title: "The provider’s response", body: response(results) },
    { id: "provenance", title: "Provenance", body: provenance(results) },
    { id: "sign", title: "Sign-off", body: signOff },
  ];
  return { name: "Outcome report", lead: summary(results), sections };
}

/** Groups of tables that lead up to the outcomes, and those that follow them. */
const beforeOutcomes: readonly string[] = ["selection", "pathway", "waits", "dose", "flow", "families", "needs"];
const afterOutcomes: readonly string[] = ["blocks", "reoffending", "run-chart"];

/** Draws a chart by its id, or says why there is none. */
export type Draw = (id: string, otherwise: string) => Promise<Html>;

function summary(results: Results): Html {
  const claims = results.comparisons[0]?.claims ?? [];
  const headline = headlineClaim(results);
  return html`<section class="first" id="summary" aria-labelledby="summary-title"><h2 id="summary-title">Summary</h2>
<p class="summary">${headlineText(headline) ?? "Nobody was compared with anybody"}.</p>
<ul>${claims.map((claim) => html`<li>${finding(claim, claim === headline, results)}</li>`)}</ul>
${doubt(results)}</section>`;
}

/** Whoever reads only the summary must meet the level, what a causal reading rests on, and whose account is missing. */
function doubt(results: Results): Html {
  const claim = headlineClaim(results);
  const grade = gradeOf(headlineComparison(results), claim, "wwclg");
  const own = results.safety.find(({ reporter, status }) => reporter === "victim-survivor" && status === "measured");
  const rests = claim?.can.filter(({ rule }) => rule.startsWith("assumption-")) ?? [];
  return html`<p>${grade?.level == null ? null : `Level ${grade.level} of 5, ${shortScaleNames.wwclg}. `}${rests.map(({ text }) => `${text} `)}${
    own === undefined
      ? "Victim-survivors’ own account of their safety: not measured."
      : "Victim-survivors’ own account of their safety stands below."
  }</p>`;
}

/**
 * What was found of one outcome: the sentence need not name it, so its name stands before. Nor does it say that there is
 * no clear difference, which of the headline was just said.
 */
function finding(claim: Claim, isHeadline: boolean, results: Results): Html {
  if (claim.verdict === "cannot-say") return html`${headlineText(claim)}.`;
  const unclear = claim.verdict === "no-clear-difference" && !isHeadline;
  const verdict = unclear ? `${verdictNames[claim.verdict].toLowerCase()}. ` : null;
  return html`<b>${capital(outcomeLabel(results, claim.outcome))}:</b> ${verdict}${claim.can[1]?.text}`;
}

function response({ options }: Results): Html {
  const report = options.report as { readonly response?: unknown } | null | undefined;
  return typeof report?.response === "string"
    ? html`<p>${report.response}</p>\n`
    : empty("The provider has not responded in the plan.");
}
