import type { Comparison, Estimate } from "@likewise/schema";
import { cellText, isShare, published } from "../figures.ts";
import { headlineClaim, headlineComparison, headlineText, outcomeLabel } from "../headline.ts";
import { formatPer100 } from "../wording/formats.ts";
import { estimatorLabel } from "../wording/labels.ts";
import { type Chart, type ChartWidth, plotWidth } from "./chart.ts";
import { rowLabels } from "./row-labels.ts";
import { completeSpec } from "./spec.ts";
import { colours } from "./theme.ts";

/** Differences in shares with their intervals: the one that decides, then every other beside it. */
export const forest: Chart = {
  id: "forest",
  shows: "each estimate of the difference, with its interval",
  content: (results) => {
    const comparison = headlineComparison(results);
    const rows = comparison ? forestRows(comparison, (outcome) => outcomeLabel(results, outcome)) : [];
    if (rows.length === 0) return null;
    return {
      title: headlineText(headlineClaim(results)) ?? "Estimates of the difference",
      subtitle:
        "Difference in every 100 people: the programme group minus the comparison group. The line is the 95% interval",
      alternative: rows
        .map(
          (row) => `${row.name}: ${formatPer100(row.estimate)}, ${formatPer100(row.low)} to ${formatPer100(row.high)}`,
        )
        .join(". "),
      table: {
        caption: "Differences in every 100 people",
        head: ["Estimate", "Difference", "95% interval", "Part it plays"],
        rows: rows.map((row) => [
          row.name,
          formatPer100(row.estimate),
          `${formatPer100(row.low)} to ${formatPer100(row.high)}`,
          row.role,
        ]),
      },
      notes: ["A line that crosses 0 fits no difference, a fall and a rise alike."],
      spec: (width) => spec(rows, width),
    };
  },
};

interface ForestRow {
  readonly name: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly role: "decides" | "beside it";
  readonly label: string;
}

function forestRows(comparison: Comparison, label: (outcome: string) => string): ForestRow[] {
  return comparison.estimates.filter(isShare).flatMap((estimate) => row(estimate, label(estimate.outcome)));
}

function row(estimate: Estimate, outcome: string): ForestRow[] {
  const [value, low, high] = [estimate.estimate, ...estimate.interval].map(published);
  if (value == null || low == null || high == null) return [];
  return [
    {
      name: `${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}, ${estimatorLabel(estimate)}`,
      estimate: value,
      low,
      high,
      role: estimate.primary ? "decides" : "beside it",
      label: cellText(estimate.estimate, formatPer100),
    },
  ];
}

function spec(rows: readonly ForestRow[], width: ChartWidth) {
  const labels = rowLabels(
    "narrow",
    "name",
    rows.map((one) => one.name),
    22,
  );
  const values = rows.map((one) => ({
    ...one,
    estimate: 100 * one.estimate,
    low: 100 * one.low,
    high: 100 * one.high,
  }));
  const x = (field: string) => ({
    field,
    type: "quantitative",
    title: "Difference in every 100 people",
    scale: { zero: true, nice: true },
    axis: { tickCount: 5 },
  });
  const colour = {
    condition: { test: "datum.role == 'decides'", value: colours.programme },
    value: colours.secondaryText,
  };
  return completeSpec({
    width: plotWidth[width] + (width === "wide" ? 160 : 100),
    height: { step: labels.step },
    data: { values },
    layer: [
      {
        mark: { type: "rule", color: colours.text, strokeWidth: 1.5 },
        encoding: { x: { datum: 0, type: "quantitative" } },
      },
      {
        mark: { type: "rule", strokeWidth: 3 },
        encoding: { y: labels.y, x: x("low"), x2: { field: "high" }, color: colour },
      },
      {
        mark: { type: "point", filled: true, opacity: 1, size: 130 },
        encoding: {
          y: labels.y,
          x: x("estimate"),
          color: colour,
          shape: { condition: { test: "datum.role == 'decides'", value: "diamond" }, value: "circle" },
        },
      },
      ...labels.layers,
    ],
  });
}
