import type { Comparison, Results } from "@likewise/schema";
import { cellText, intervalText } from "../figures.ts";
import { outcomeLabel } from "../headline.ts";
import { type Html, html } from "../page/html.ts";
import { dataTable } from "../page/table.ts";
import { codeWords } from "../wording/code-words.ts";
import { formatCount, formatMeasured, formatPer100, formatRatio } from "../wording/formats.ts";
import { intervalName } from "../wording/labels.ts";
import { asSentence, capital, columnsInWords } from "../wording/sentence-case.ts";

type Trial = NonNullable<Comparison["targetTrial"]>;
type TrialOutcome = Trial["outcomes"][number];

/** Completing, or a number of sessions, as a trial would compare it; null where no plan asks for it. */
export function completion(results: Results): Html | null {
  const trials = results.comparisons.flatMap(({ label, targetTrial }) =>
    targetTrial === undefined ? [] : [{ label, targetTrial }],
  );
  if (trials.length === 0) return null;
  return html`<p>People who complete differ from those who do not. They also had to stay out of trouble until they did, so to count completers mostly counts who stayed out of trouble. A fair comparison starts everyone on one day, and asks what would have happened had they all followed one course, and had they all followed the other. Nothing here decides the result of the programme: people chose their course after they came.</p>
${trials.map(({ label, targetTrial }) => trialPart(label, targetTrial, results))}`;
}

function trialPart(label: string, trial: Trial, results: Results): Html {
  return html`${dataTable({
    caption: `The trial this stands in for: ${label}`,
    head: ["Part", "What the trial would do", "How these records stand in for it"],
    rows: trial.table.map(({ element, trial: wanted, emulation }) => [
      capital(element),
      capital(fieldsInWords(wanted)),
      capital(fieldsInWords(emulation)),
    ]),
  })}${trial.outcomes.map((outcome) => outcomePart(outcome, trial.people, results))}${
    trial.assumptions.length === 0
      ? null
      : html`<h3>What this rests on</h3>\n<ul>${trial.assumptions.map((text) => html`<li>${asSentence(text)}</li>`)}</ul>\n`
  }`;
}

/** Fields of the plan and names of columns in words: `selections.decision_date` reads "decision date (selections)". */
function fieldsInWords(text: string): string {
  return columnsInWords(text.replace(/\b([a-z_]+)\.([a-z_]+)\b/g, "$2 ($1)"));
}

function outcomePart(
  { outcome, rows, horizonDays, level, contrasts }: TrialOutcome,
  people: string,
  results: Results,
): Html {
  const name = capital(outcomeLabel(results, outcome));
  const out = rows.excluded.map(({ reason, rows: count }) => `${codeWords(reason)}: ${cellText(count, formatCount)}`);
  return html`<p>${cellText(rows.used, formatCount)} of ${cellText(rows.read, formatCount)} ${people} are in it. ${out.length === 0 ? "Nobody is left out." : `Left out: ${out.join("; ")}.`}</p>
${dataTable({
  caption: `${name}: the risk by day ${horizonDays} under each course, in every 100 people`,
  head: [
    "Analysis",
    "Course",
    "Risk",
    intervalName(level),
    "With the event",
    "People",
    "Left the course",
    "Worth so many people",
    "Largest weight",
  ],
  rows: contrasts.flatMap(({ analysis, strategies }) =>
    strategies.map((strategy) => [
      analysisNames[analysis],
      strategy.label,
      cellText(strategy.risk, formatPer100),
      intervalText(strategy.interval, formatPer100),
      cellText(strategy.events, formatCount),
      cellText(strategy.people, formatCount),
      strategy.left === null ? "[z]" : cellText(strategy.left, formatCount),
      strategy.effectiveSampleSize === null ? "[z]" : cellText(strategy.effectiveSampleSize, formatCount),
      strategy.largestWeight === null ? "[z]" : cellText(strategy.largestWeight, formatMeasured),
    ]),
  ),
})}${dataTable({
  caption: `${name}: first course less second, and what each analysis can bear`,
  head: [
    "Analysis",
    "Difference in every 100 people",
    intervalName(level),
    "Risk ratio",
    intervalName(level),
    "Level of evidence",
    "Why no more",
  ],
  rows: contrasts.map(({ analysis, riskDifference, riskRatio, grades }) => {
    const grade = grades.find(({ scale }) => scale === "wwclg");
    return [
      analysisNames[analysis],
      cellText(riskDifference.estimate, formatPer100),
      intervalText(riskDifference.interval, formatPer100),
      riskRatio === null ? "[x]" : cellText(riskRatio.estimate, formatRatio),
      riskRatio === null ? "[x]" : intervalText(riskRatio.interval, formatRatio),
      grade?.level == null ? "[x]" : `${grade.level} of 5, and ${grade.atMost} at most`,
      grade?.caps.map(({ text }) => asSentence(text)).join(" ") ?? "",
    ];
  }),
})}`;
}

const analysisNames = {
  "clone-censor-weight": "Everyone from the same day, by course",
  naive: "Completers and others as they turned out, which this replaces",
} as const;
