import type { Estimate } from "@likewise/schema";
import { cellText, isShare, published } from "../figures.ts";
import { headlineClaim, headlineComparison, headlineText, outcomeLabel, primaryEstimate } from "../headline.ts";
import { formatCount, formatPer100 } from "../wording/formats.ts";
import { type Chart, type ChartWidth, plotWidth } from "./chart.ts";
import { rowLabels } from "./row-labels.ts";
import { completeSpec } from "./spec.ts";
import { colours } from "./theme.ts";

/** The headline outcome in both groups, out of every 100 people. */
export const arms: Chart = {
  id: "arms",
  shows: "the headline outcome in each group, out of every 100 people",
  content: (results) => {
    const comparison = headlineComparison(results);
    const claim = headlineClaim(results);
    const estimate = comparison && claim ? primaryEstimate(comparison, claim.outcome) : null;
    if (!comparison || !estimate || !isShare(estimate)) return null;
    const label = outcomeLabel(results, estimate.outcome);
    const rows = armRows(estimate, comparison.arms.labels);
    if (rows.some((row) => row.value === null)) return null;
    return {
      title: headlineText(claim) ?? label,
      subtitle: `${capital(label)}, in every 100 people`,
      alternative: rows.map((row) => `${row.group}: ${formatPer100(row.value!)} in every 100`).join(". "),
      table: {
        caption: `${capital(label)}, by group`,
        head: ["Group", "People", "With the outcome", "In every 100"],
        rows: rows.map((row) => [row.group, row.people, row.events, formatPer100(row.value!)]),
      },
      notes: [],
      spec: (width) => spec(rows, width),
    };
  },
};

interface ArmRow {
  readonly group: string;
  readonly people: string;
  readonly events: string;
  readonly value: number | null;
}

function armRows(estimate: Estimate, labels: { treated: string; comparison: string }): ArmRow[] {
  return (["treated", "comparison"] as const).map((arm) => ({
    group: capital(labels[arm]),
    people: cellText(estimate[arm].n, formatCount),
    events: cellText(estimate[arm].events, formatCount),
    value: published(estimate[arm].value),
  }));
}

function spec(rows: readonly ArmRow[], width: ChartWidth) {
  const values = rows.map((row) => ({ ...row, per100: 100 * row.value!, label: formatPer100(row.value!) }));
  const labels = rowLabels(
    width,
    "group",
    rows.map((row) => row.group),
    40,
  );
  const x = {
    field: "per100",
    type: "quantitative",
    title: "In every 100 people",
    scale: { domainMin: 0 },
    axis: { tickCount: 4 },
  };
  const fill = {
    field: "group",
    type: "nominal",
    sort: null,
    scale: { domain: rows.map((row) => row.group), range: [colours.programme, colours.comparison] },
    legend: null,
  };
  return completeSpec({
    width: plotWidth[width],
    height: { step: labels.step },
    data: { values },
    layer: [
      { mark: { type: "bar", height: 28 }, encoding: { y: labels.y, x, color: fill } },
      {
        mark: { type: "text", align: "left", dx: 6, fontWeight: "bold" },
        encoding: { y: labels.y, x, text: { field: "label" } },
      },
      ...labels.layers,
    ],
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
