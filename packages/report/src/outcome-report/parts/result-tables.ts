import { type Comparison, type Estimate, effectMeasure, type Results } from "@likewise/schema";
import { cellText, effectFormat, intervalText, isShare } from "../../figures.ts";
import { headlineComparison } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { dataTable } from "../../page/table.ts";
import { formatCount, formatMeasured, formatP, formatPer100 } from "../../wording/formats.ts";
import { adjustmentNames, basisLabels } from "../../wording/labels.ts";
import { capital } from "../../wording/sentence-case.ts";
import { windowName } from "../../wording/window-name.ts";
import { roundingNote } from "../rounding-note.ts";
import { isSignificant } from "../significance.ts";

interface Row {
  readonly comparison: Comparison;
  readonly estimate: Estimate;
}

/**
 * A numbered table for each outcome: every analysis in the measure that decides, with people, values, the difference from
 * low to high, whether it is significant and p. Other measures of the same outcomes stand in an annex.
 */
export function resultTables(results: Results): Html {
  const outcomes = results.study.outcomes.map((outcome) => ({ outcome, rows: rowsOf(outcome.id, results) }));
  return html`${outcomes
    .filter(({ rows }) => rows.length > 0)
    .map(({ outcome, rows }, index) => {
      const first = rows[0]!.estimate;
      const { labels } = rows[0]!.comparison.arms;
      const unit = isShare(first) ? "in every 100 people" : effectMeasure(first.measure).label;
      const window = outcome.window === null ? null : windowName(outcome.window);
      const about = [unit, basisLabels[outcome.basis ?? ""], outcome.label.includes(window ?? "") ? null : window];
      return html`${dataTable({
        caption: `Table ${index + 1}. ${capital(outcome.label)} (${about.filter(Boolean).join("; ")})`,
        head: [
          "Analysis",
          "People in the programme",
          "People compared",
          capital(labels.treated),
          capital(labels.comparison),
          effectMeasure(first.measure).ratio ? "Ratio, low to high" : "Difference, low to high",
          "Significant",
          "p",
        ],
        rows: rows.map((row) => cells(row, results)),
      })}${roundingNote(rows.map(({ estimate }) => estimate))}`;
    })}`;
}

function rowsOf(outcome: string, results: Results): Row[] {
  const all = results.comparisons.flatMap((comparison) =>
    comparison.estimates
      .filter((estimate) => estimate.outcome === outcome && estimate.subgroup === null)
      .map((estimate) => ({ comparison, estimate })),
  );
  const decides = all.find(({ estimate }) => estimate.primary) ?? all[0];
  return all
    .filter(({ estimate }) => estimate.measure === decides?.estimate.measure)
    .sort((a, b) => Number(b.estimate.primary) - Number(a.estimate.primary));
}

function cells({ comparison, estimate }: Row, results: Results): string[] {
  const effect = effectFormat(estimate);
  const value = isShare(estimate) ? formatPer100 : formatMeasured;
  return [
    analysisName(comparison, estimate, results),
    cellText(estimate.treated.n, formatCount),
    cellText(estimate.comparison.n, formatCount),
    estimate.treated.value === null ? "[z]" : cellText(estimate.treated.value, value),
    estimate.comparison.value === null ? "[z]" : cellText(estimate.comparison.value, value),
    intervalText(estimate.interval, effect),
    isSignificant(estimate),
    cellText(estimate.pValue, formatP),
  ];
}

/** "Matched (decides)"; of a comparison that is not the headline, after its name. */
function analysisName(comparison: Comparison, estimate: Estimate, results: Results): string {
  const twice = ["matching", "weighting"].includes(estimate.adjustment) && estimate.adjustedFor.length > 0;
  const name = `${adjustmentNames[estimate.adjustment]}${twice ? " and adjusted" : ""}${estimate.primary ? " (decides)" : ""}`;
  return comparison === headlineComparison(results) ? capital(name) : `${comparison.label}: ${name}`;
}
