import type { Comparison, Estimate, Grade, Results } from "@likewise/schema";
import { effectMeasure } from "@likewise/schema";
import { charts } from "../charts/index.ts";
import { cellText, isShare } from "../figures.ts";
import { headlineClaim, headlineText, outcomeLabel } from "../headline.ts";
import { figure } from "../page/figure.ts";
import { type Html, html } from "../page/html.ts";
import { page, type Section } from "../page/page.ts";
import { accountTables, canAndCannot, empty, refusals, sentences, words } from "../page/parts.ts";
import { dataTable } from "../page/table.ts";
import { formatCount, formatMeasured, formatP, formatPer100 } from "../wording/formats.ts";
import { basisLabels, estimatorLabel, scaleNames } from "../wording/labels.ts";
import { reporterNames, safetySentence } from "../wording/safety-questions.ts";
import { methodText } from "./method-text.ts";

/**
 * The evaluator's outcome report: one file, no network, no script. Parts that hold nothing are shown as empty.
 *
 * @param results with texts rendered; published, or working for the private edition
 * @returns a complete HTML document
 */
export async function renderReport(results: Results): Promise<string> {
  const claim = headlineClaim(results);
  const sections: Section[] = [
    {
      id: "show",
      title: "What these results show, and what they do not",
      body: claim ? canAndCannot(claim) : empty("There is no claim."),
    },
    { id: "programme", title: "The programme", body: programme(results) },
    { id: "who", title: "Who was analysed", body: await who(results) },
    { id: "safety", title: "Safety of victim-survivors and children", body: safety(results) },
    { id: "outcomes", title: "Outcomes", body: await outcomes(results) },
    {
      id: "before-after",
      title: "Before and after",
      body: await chart("blocks", results, "These data hold no dated events."),
    },
    {
      id: "quality",
      title: "How alike the groups were, and how sensitive the result is",
      body: await quality(results),
    },
    { id: "evidence", title: "Strength of evidence", body: await evidence(results) },
    { id: "cost", title: "Costs and benefits", body: empty("Not measured in this study.") },
    { id: "refused", title: "What was refused, and what would make it possible", body: refusals(results) },
    { id: "data", title: "Account of the data", body: accountTables(results.accounts) },
    { id: "definitions", title: "Definitions", body: definitions(results) },
    { id: "method", title: "Method", body: html`${results.comparisons.map(methodText)}` },
    { id: "provenance", title: "Provenance", body: provenance(results) },
    { id: "sign", title: "Sign-off", body: signOff() },
  ];
  return page({ results, name: "Outcome report", lead: summary(results), sections });
}

function summary(results: Results): Html {
  const claims = results.comparisons[0]?.claims ?? [];
  return html`<section class="first" id="summary" aria-labelledby="summary-title"><h2 id="summary-title">Summary</h2>
<p class="lede">${headlineText(headlineClaim(results))}.</p>
<ul>${claims.map((claim) => html`<li>${claim.can[1]?.text ?? claim.cannot[0]?.text ?? claim.can[0]?.text}</li>`)}</ul></section>`;
}

const programmeFields: readonly (readonly [string, string])[] = [
  ["name", "Name"],
  ["why", "Why it should work"],
  ["what", "What is done"],
  ["who", "For whom"],
  ["provider", "By whom"],
  ["how", "How"],
  ["where", "Where"],
  ["when", "When and how much"],
];

function programme({ study }: Results): Html {
  const fields = study.programme ?? {};
  const known = programmeFields.filter(([key]) => typeof fields[key] === "string");
  if (known.length === 0) return empty("The plan does not describe the programme.");
  return html`<dl>${known.map(([key, label]) => html`<dt>${label}</dt><dd>${String(fields[key])}</dd>`)}</dl>`;
}

async function chart(id: string, results: Results, otherwise: string): Promise<Html> {
  const found = charts.find((candidate) => candidate.id === id)!;
  return (await figure(found, results)) ?? empty(otherwise);
}

async function who(results: Results): Promise<Html> {
  return html`${await chart("attrition", results, "These data hold no steps from referral to completion.")}
${dataTable({
  caption: "Analysis sets",
  head: ["Set", "Group", "People", "Part it plays"],
  rows: results.analysisSets.map((set) => [set.id, set.arm, cellText(set.people, formatCount), set.why]),
})}${dataTable({
  caption: "Coverage: who was looked for, found, and observed to the end",
  head: ["Outcome", "Group", "People", "Looked for and found", "Observed to the end", "Missing"],
  rows: results.coverage.map((row) => [
    outcomeLabel(results, row.outcome),
    row.arm,
    cellText(row.people, formatCount),
    cellText(row.searchedAndFound, formatCount),
    cellText(row.observedToEnd, formatCount),
    row.missing.map((reason) => `${words(reason.code)}: ${cellText(reason.rows, formatCount)}`).join("; ") || "none",
  ]),
})}${results.comparisons.map((comparison) =>
  dataTable({
    caption: `Rows of the comparison “${comparison.label}”`,
    head: ["Rows", "Number"],
    rows: [
      ["Read", cellText(comparison.rows.read, formatCount)],
      ["Used", cellText(comparison.rows.used, formatCount)],
      ...comparison.rows.excluded.map((exclusion) => [
        `Excluded: ${words(exclusion.reason)}`,
        cellText(exclusion.rows, formatCount),
      ]),
    ],
  }),
)}`;
}

function safety(results: Results): Html {
  if (results.safety.length === 0) return empty("Not measured.");
  return dataTable({
    caption: "Safety, by whose account",
    head: ["What was asked", "By whose account", "What was found"],
    rows: results.safety.map((item) => [
      words(item.id),
      reporterNames[item.reporter ?? ""] ?? "records",
      safetySentence(item),
    ]),
  });
}

async function outcomes(results: Results): Promise<Html> {
  return html`${await chart("arms", results, "The headline outcome is not a share of people.")}
${await chart("forest", results, "There is no difference in shares to draw.")}
${await chart("survival", results, "These data hold no times to an event.")}
${results.comparisons.map((comparison) => comparisonOutcomes(comparison, results))}`;
}

function comparisonOutcomes(comparison: Comparison, results: Results): Html {
  return html`<h3>${comparison.label}</h3>
${estimateTable(comparison, results)}
${
  comparison.tests.length === 0
    ? null
    : dataTable({
        caption: "Tests",
        head: ["Outcome", "Test", "Statistic", "Degrees of freedom", "p"],
        rows: comparison.tests.map((test) => [
          outcomeLabel(results, test.outcome),
          test.test,
          cellText(test.statistic, formatMeasured),
          String(test.df),
          cellText(test.pValue, formatP),
        ]),
      })
}
${comparison.models.map((model) =>
  dataTable({
    caption: `Model: ${model.model}${model.outcome === null ? "" : ` (${outcomeLabel(results, model.outcome)})`}`,
    head: ["Term", "Compared with", "Coefficient", "Standard error"],
    rows: model.terms.map((term) => [
      words(term.term),
      term.reference ?? "one unit less",
      cellText(term.estimate, formatMeasured),
      cellText(term.standardError, formatMeasured),
    ]),
  }),
)}
${comparison.claims.slice(1).map((claim) => html`<h3>${claim.can[0]?.text ?? claim.outcome}</h3>${canAndCannot(claim)}`)}`;
}

function estimateTable(comparison: Comparison, results: Results): Html {
  return dataTable({
    caption: `Estimates: ${comparison.arms.labels.treated} minus, or over, ${comparison.arms.labels.comparison}`,
    head: [
      "Outcome and estimate",
      "Programme",
      "Comparison",
      "Estimate",
      "Interval",
      "p",
      "Standard error",
      "Part it plays",
    ],
    rows: comparison.estimates.map((estimate) => estimateRow(estimate, results)),
  });
}

function estimateRow(estimate: Estimate, results: Results): string[] {
  const format = isShare(estimate) ? formatPer100 : formatMeasured;
  const armFormat =
    estimate.treated.events !== null && estimate.measure !== "rateRatio" && estimate.measure !== "rateDifference"
      ? formatPer100
      : formatMeasured;
  const measure = effectMeasure(estimate.measure);
  const unit = isShare(estimate) ? " in every 100" : "";
  return [
    `${outcomeLabel(results, estimate.outcome)}: ${measure.label}${unit}, ${estimatorLabel(estimate)} (${estimate.estimand})`,
    armCell(estimate, "treated", armFormat),
    armCell(estimate, "comparison", armFormat),
    cellText(estimate.estimate, format),
    `${cellText(estimate.interval[0], format)} to ${cellText(estimate.interval[1], format)}`,
    cellText(estimate.pValue, formatP),
    `${cellText(estimate.standardError, format)} (${estimate.standardErrorKind})`,
    estimate.primary ? "decides" : "beside it",
  ];
}

function armCell(estimate: Estimate, arm: "treated" | "comparison", format: (value: number) => string): string {
  const { n, events, value } = estimate[arm];
  const counts =
    events === null
      ? `${cellText(n, formatCount)} people`
      : `${cellText(events, formatCount)} of ${cellText(n, formatCount)}`;
  return `${counts}; ${cellText(value, format)}`;
}

async function quality(results: Results): Promise<Html> {
  return html`${await chart("balance", results, "No characteristics were compared.")}
${results.comparisons.map(sensitivity)}`;
}

function sensitivity(comparison: Comparison): Html {
  const { matching } = comparison;
  return html`${
    matching === null
      ? null
      : html`${dataTable({
          caption: `Matching: ${comparison.label}`,
          head: ["What", "Number"],
          rows: [
            ["People in the programme with a match", cellText(matching.treatedMatched, formatCount)],
            ["People in the programme without one", cellText(matching.treatedUnmatched, formatCount)],
            ["Comparison people used", cellText(matching.comparisonMatched, formatCount)],
            ...Object.entries(matching.constraintsChecked).map(([name, { checked, broken }]) => [
              `Checked again: ${words(name)}`,
              `${formatCount(checked)} checked, ${formatCount(broken)} broken`,
            ]),
            ...Object.entries(matching.tieRange).map(([outcome, range]) => [
              `Range of the estimate over ways of breaking ties: ${outcome}`,
              range === null
                ? "no ties"
                : `${cellText(range[0], formatMeasured)} to ${cellText(range[1], formatMeasured)}`,
            ]),
          ],
        })}${dataTable({
          caption: "Who was lost: means of people with and without a match",
          head: ["Characteristic", "With a match", "Without"],
          rows: matching.lost.map((lost) => [
            `${words(lost.covariate)}${lost.level === null ? "" : `: ${lost.level}`}`,
            cellText(lost.kept, formatMeasured),
            cellText(lost.lost, formatMeasured),
          ]),
        })}`
  }
${dataTable({
  caption: "E-values: how strong something unmeasured would have to be",
  head: ["Estimate", "To explain it away", "To make it unclear"],
  rows: comparison.estimates.flatMap((estimate) =>
    estimate.sensitivity.eValue === null
      ? []
      : [
          [
            estimate.id,
            cellText(estimate.sensitivity.eValue.estimate, formatMeasured),
            cellText(estimate.sensitivity.eValue.interval, formatMeasured),
          ],
        ],
  ),
})}
${comparison.assumptions.length === 0 ? null : html`<h3>Assumed, because the plan does not say</h3><ul>${comparison.assumptions.map((assumption) => html`<li>${assumption}</li>`)}</ul>`}`;
}

async function evidence(results: Results): Promise<Html> {
  return html`${await chart("evidence", results, "The design cannot be graded.")}
${results.comparisons.flatMap((comparison) => comparison.evidence.map((grade) => gradeBlock(grade, comparison)))}
${headlineClaim(results) ? html`<h3>Beside the verdict</h3>${sentences(headlineClaim(results)!.caveats)}` : null}`;
}

function gradeBlock(grade: Grade, comparison: Comparison): Html {
  const list = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? null : html`<dt>${title}</dt>${texts.map((text) => html`<dd>${text}</dd>`)}`;
  return html`<h3>${comparison.label}: ${adjustmentOf(grade, comparison)}, ${grade.level === null ? "not placed" : `level ${grade.level}`}${grade.atMost !== null && grade.atMost !== grade.level ? ` (at most ${grade.atMost})` : ""}</h3>
<p class="note">${scaleNames[grade.scale]}</p>
<dl>${list(
    "Why",
    grade.reasons.map((one) => one.text),
  )}${list(
    "Lost a level for",
    grade.drops.map((one) => one.text),
  )}${list(
    "Held down by",
    grade.caps.map((one) => one.text),
  )}${list(
    "Not assessed",
    grade.notAssessed.map((one) => one.text),
  )}${list(
    "Also noted",
    grade.caveats.map((one) => one.text),
  )}${list(
    "What would raise it",
    grade.raises.map((one) => `To level ${one.to}: ${one.step}`),
  )}</dl>`;
}

function adjustmentOf(grade: Grade, comparison: Comparison): string {
  const first = comparison.estimates.find((estimate) => grade.estimates.includes(estimate.id));
  return first ? `estimates ${estimatorLabel(first)}` : "design";
}

function definitions(results: Results): Html {
  return dataTable({
    caption: "What each outcome is",
    head: ["Outcome", "Definition", "Window", "Rests on", "Whose account", "Better is", "Part"],
    rows: results.study.outcomes.map((outcome) => [
      outcome.label,
      outcome.definition,
      outcome.window ?? "as recorded",
      basisLabels[outcome.basis ?? ""] ?? "not declared",
      reporterNames[outcome.reporter ?? ""] ?? "not declared",
      outcome.direction,
      outcome.primary ? "primary" : "secondary",
    ]),
  });
}

function provenance(results: Results): Html {
  const { inputs, seed, version, options } = results.provenance;
  return html`${dataTable({
    caption: "Files read",
    head: ["File", "Rows", "SHA-256"],
    rows: inputs.map((input) => [input.file, input.rows === null ? "[x]" : formatCount(input.rows), input.sha256]),
  })}<dl><dt>Likewise version</dt><dd>${version}</dd><dt>Seed</dt><dd>${seed === null ? "none" : String(seed)}</dd><dt>SHA-256 of the plan</dt><dd class="hash">${options ?? "none"}</dd><dt>Disclosure control</dt><dd>${results.disclosure === null ? "none: exact numbers" : `profile ${results.disclosure.profile}: counts below ${results.disclosure.threshold} withheld; ${results.disclosure.withheldPrimary} withheld for themselves, ${results.disclosure.withheldSecondary} to protect them`}</dd></dl>`;
}

function signOff(): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Sign-off"><table class="sign"><caption>To be completed by hand</caption><thead><tr><th scope="col">Role</th><th scope="col">Name</th><th scope="col">Signature</th><th scope="col">Date</th></tr></thead><tbody><tr><th scope="row">Evaluator</th><td></td><td></td><td></td></tr><tr><th scope="row">Provider (right of reply)</th><td></td><td></td><td></td></tr><tr><th scope="row">Commissioner</th><td></td><td></td><td></td></tr></tbody></table></div>`;
}
