import { type Comparison, type Estimate, effectMeasure, type Model, type Results, type Test } from "@likewise/schema";
import { cellText, effectFormat, intervalText, isShare } from "../../figures.ts";
import { outcomeLabel } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { empty } from "../../page/parts.ts";
import { dataTable } from "../../page/table.ts";
import { codeWords } from "../../wording/code-words.ts";
import { covariateName } from "../../wording/covariate-labels.ts";
import { formatCount, formatMeasured, formatP, formatPer100 } from "../../wording/formats.ts";
import { estimatorLabel, intervalName, modelNames } from "../../wording/labels.ts";
import { capital } from "../../wording/sentence-case.ts";

/** Everything estimated, a part for each comparison: every measure, subgroups, resamples, tests and models. */
export function estimates(results: Results): Html {
  if (results.comparisons.length === 0) return empty("Nobody was compared with anybody.");
  return html`${results.comparisons.map((comparison) => comparisonEstimates(comparison, results))}`;
}

function comparisonEstimates(comparison: Comparison, results: Results): Html {
  return html`<h3>${comparison.label}</h3>
${outcomesOf(comparison).map((outcome) => estimateTable(comparison, outcome, results))}
${outcomesOf(comparison).map((outcome) => subgroupTables(comparison, outcome, results))}
${testTable(comparison, results)}
${comparison.models.map((model) => modelTable(model, results))}`;
}

function outcomesOf({ estimates }: Comparison): string[] {
  return [...new Set(estimates.map((estimate) => estimate.outcome))];
}

function estimateTable({ arms, estimates }: Comparison, outcome: string, results: Results): Html {
  const shown = estimates.filter((estimate) => estimate.outcome === outcome && estimate.subgroup === null);
  const isOfShares = shown.some(({ measure }) => measure === "riskDifference");
  const unit = isOfShares ? ". Differences in shares are in every 100 people" : "";
  const caption = `Estimates of ${outcomeLabel(results, outcome)}${unit}`;
  return tableOfEstimates(shown, caption, arms);
}

/** Whether effects differ between subgroups stands before the effects within them: two intervals side by side are no test. */
function subgroupTables({ arms, estimates, tests }: Comparison, outcome: string, results: Results): Html | null {
  const interactions = tests.filter((test) => test.outcome === outcome && test.asks === "interaction");
  const levels = estimates.filter((estimate) => estimate.outcome === outcome && estimate.subgroup !== null);
  if (interactions.length === 0) return null;
  const label = outcomeLabel(results, outcome);
  return html`${dataTable({
    caption: `Subgroups of ${label}, exploratory: whether the effects differ`,
    head: [
      "Test",
      "Levels",
      "Difference or ratio of effects",
      "Interval",
      "p",
      "p adjusted for the number of subgroups",
    ],
    rows: interactions.map(interactionRow),
  })}
${tableOfEstimates(levels, `Effects on ${label} within subgroups, exploratory. Differences in shares are in every 100 people`, arms)}`;
}

function interactionRow(test: Test): string[] {
  const format = test.measure === "riskDifference" ? formatPer100 : formatMeasured;
  return [
    capital(test.test),
    test.contrast ?? "all",
    test.estimate === undefined ? "" : cellText(test.estimate, format),
    test.interval === undefined ? "" : intervalText(test.interval, format),
    cellText(test.pValue, formatP),
    test.adjustedPValue === undefined ? "" : cellText(test.adjustedPValue, formatP),
  ];
}

function tableOfEstimates(shown: readonly Estimate[], caption: string, arms: Comparison["arms"]): Html {
  const level = intervalName(shown[0]!.level);
  return html`${dataTable({
    caption,
    head: [
      "Estimate",
      capital(arms.labels.treated),
      capital(arms.labels.comparison),
      "Estimate",
      level,
      "p",
      "Standard error",
      "Estimand",
      "Part it plays",
    ],
    rows: shown.map((estimate) => estimateRow(estimate)),
  })}${tableOfResamples(shown.filter(({ bootstrap }) => bootstrap !== undefined))}`;
}

/** Beside the interval, which goes by the standard error of the resamples: where the middle of them lay. */
function tableOfResamples(resampled: readonly Estimate[]): Html {
  if (resampled.length === 0) return html``;
  return dataTable({
    caption: "Resamples that standard errors come from, and the limits between which their middle lay",
    head: ["Estimate", intervalName(resampled[0]!.level), "Resamples", "Left out, as the effect was lost in them"],
    rows: resampled.map((estimate) => {
      const { percentile, replicates, failed } = estimate.bootstrap!;
      return [
        `${capital(effectMeasure(estimate.measure).label)}, ${estimatorLabel(estimate)}`,
        intervalText(percentile, effectFormat(estimate)),
        formatCount(replicates),
        formatCount(failed),
      ];
    }),
  });
}

function estimateRow(estimate: Estimate): string[] {
  const format = effectFormat(estimate);
  return [
    `${capital(effectMeasure(estimate.measure).label)}, ${estimatorLabel(estimate)}`,
    armCell(estimate, "treated"),
    armCell(estimate, "comparison"),
    cellText(estimate.estimate, format),
    intervalText(estimate.interval, format),
    pText(estimate),
    cellText(estimate.standardError, format),
    estimate.estimand,
    estimate.primary ? "decides" : "beside it",
  ];
}

function pText({ pValue, adjustedPValue }: Estimate): string {
  const own = cellText(pValue, formatP);
  return adjustedPValue === undefined
    ? own
    : `${own} (adjusted for several outcomes ${cellText(adjustedPValue, formatP)})`;
}

/** A rate never stands without what it is a rate of. */
function armCell(estimate: Estimate, arm: "treated" | "comparison"): string {
  const { n, events, value } = estimate[arm];
  const people = cellText(n, formatCount);
  const counts = events === null ? `${people} people` : `${cellText(events, formatCount)} in ${people} people`;
  return value === null ? counts : `${cellText(value, isShare(estimate) ? formatPer100 : formatMeasured)} (${counts})`;
}

function testTable({ tests, label }: Comparison, results: Results): Html {
  return dataTable({
    caption: `Tests: ${label}`,
    head: ["Outcome", "Test", "Statistic", "Degrees of freedom", "p"],
    rows: tests
      .filter(({ asks }) => asks !== "interaction")
      .map((test) => [
        capital(outcomeLabel(results, test.outcome)),
        capital(test.test),
        cellText(test.statistic, formatMeasured),
        String(test.df),
        cellText(test.pValue, formatP),
      ]),
  });
}

function modelTable(model: Model, results: Results): Html {
  const name = modelNames[model.model] ?? capital(codeWords(model.model));
  const outcome = model.outcome === null ? "" : ` of ${outcomeLabel(results, model.outcome)}`;
  return html`<details><summary>${name}${outcome}, ${String(model.terms.length)} ${model.terms.length === 1 ? "term" : "terms"}</summary>
${dataTable({
  caption: `${name}${outcome}`,
  head: ["Term", "Compared with", "Coefficient", "Standard error"],
  rows: model.terms.map((term) => [
    termName(term.term, results),
    term.reference ?? "[z]",
    cellText(term.estimate, formatMeasured),
    cellText(term.standardError, formatMeasured),
  ]),
})}${model.notes.length === 0 ? null : html`<p class="note">${model.notes.map(capital).join(". ")}.</p>`}</details>
`;
}

/** `area=Northside` reads "area: Northside"; terms that are no characteristic read as words. */
function termName(term: string, results: Results): string {
  const [covariate = "", level] = term.split("=");
  return /^[a-z]\w*$/.test(covariate) ? covariateName({ covariate, level: level ?? null }, results) : codeWords(term);
}
