import type { Balance, Comparison } from "@likewise/schema";
import { cellText, published } from "../figures.ts";
import { headlineComparison } from "../headline.ts";
import { formatMeasured, formatNumber } from "../wording/formats.ts";
import { type Chart, type ChartWidth, plotWidth } from "./chart.ts";
import { rowLabels } from "./row-labels.ts";
import { completeSpec } from "./spec.ts";
import { colours } from "./theme.ts";

/** How alike the groups are on each characteristic, before and after matching or weighting. */
export const lovePlot: Chart = {
  id: "balance",
  shows: "how alike the groups are on what was measured",
  content: (results) => {
    const comparison = headlineComparison(results);
    const rows = comparison?.balance.filter((row) => published(row.before.standardisedMeanDifference) !== null) ?? [];
    if (!comparison || rows.length === 0) return null;
    const matched = rows.some((row) => row.after !== null);
    return {
      title: "How alike the two groups were at the start",
      subtitle: `Standardised mean difference on each characteristic${matched ? ", before and after matching" : ""}. Between the dashed lines (0.1 either side) counts as alike`,
      alternative: alternative(rows),
      table: balanceTable(comparison, rows),
      notes: ["The difference is in standard deviations of the programme group, before any matching."],
      spec: (width) => spec(rows, width),
    };
  },
};

/** A characteristic as it is printed: names of the plan with spaces. */
export function covariateName(row: Pick<Balance, "covariate" | "level">): string {
  const name = row.covariate.replaceAll("_", " ");
  return row.level === null ? name : `${name}: ${row.level}`;
}

function alternative(rows: readonly Balance[]): string {
  const over = rows.filter(
    (row) => Math.abs(published((row.after ?? row.before).standardisedMeanDifference) ?? 0) > 0.1,
  );
  const names = over.map((row) => covariateName(row)).join(", ");
  return over.length === 0 ? "Every characteristic is within 0.1 either side of 0" : `More than 0.1 apart: ${names}`;
}

function balanceTable(comparison: Comparison, rows: readonly Balance[]) {
  const two = (value: number) => formatNumber(value, 2);
  return {
    caption: "Characteristics of the two groups",
    head: [
      "Characteristic",
      `Before: ${comparison.arms.labels.treated}`,
      `Before: ${comparison.arms.labels.comparison}`,
      "Difference before",
      "Difference after",
    ],
    rows: rows.map((row) => [
      covariateName(row),
      cellText(row.before.treated, formatMeasured),
      cellText(row.before.comparison, formatMeasured),
      cellText(row.before.standardisedMeanDifference, two),
      row.after === null ? "[z]" : cellText(row.after.standardisedMeanDifference, two),
    ]),
  };
}

function spec(rows: readonly Balance[], width: ChartWidth) {
  const values = rows.flatMap((row) => [
    { name: covariateName(row), when: "before", difference: published(row.before.standardisedMeanDifference) },
    ...(row.after === null
      ? []
      : [
          {
            name: covariateName(row),
            when: "after matching",
            difference: published(row.after.standardisedMeanDifference),
          },
        ]),
  ]);
  const times = [...new Set(values.map((value) => value.when))];
  const labels = rowLabels(width, "name", [...new Set(values.map((value) => value.name))], 24);
  const legend = times.length > 1 ? { orient: "top", labelLimit: 0 } : null;
  return completeSpec({
    width: plotWidth[width] + (width === "wide" ? 0 : 90),
    height: { step: labels.step },
    data: { values },
    layer: [
      ...[-0.1, 0.1].map((datum) => ({
        mark: { type: "rule", strokeDash: [5, 4], color: colours.secondaryText, strokeWidth: 1.5 },
        encoding: { x: { datum, type: "quantitative" } },
      })),
      {
        mark: { type: "rule", color: colours.text, strokeWidth: 1 },
        encoding: { x: { datum: 0, type: "quantitative" } },
      },
      {
        mark: { type: "point", opacity: 1, strokeWidth: 2, size: 110 },
        encoding: {
          y: labels.y,
          x: {
            field: "difference",
            type: "quantitative",
            title: "Standardised mean difference",
            axis: { tickCount: 5 },
          },
          shape: {
            field: "when",
            type: "nominal",
            scale: { domain: times, range: times.length > 1 ? ["circle", "diamond"] : ["diamond"] },
            legend,
          },
          color: {
            field: "when",
            type: "nominal",
            scale: {
              domain: times,
              range: times.length > 1 ? [colours.comparison, colours.programme] : [colours.programme],
            },
            legend,
          },
          fill: {
            field: "when",
            type: "nominal",
            scale: { domain: times, range: times.length > 1 ? ["white", colours.programme] : [colours.programme] },
            legend,
          },
        },
      },
      ...labels.layers,
    ],
  });
}
