import type { Comparison, Curve } from "@likewise/schema";
import { cellText, published } from "../figures.ts";
import { headlineClaim, headlineComparison, outcomeLabel } from "../headline.ts";
import { formatCount, formatMeasured, formatPer100 } from "../wording/formats.ts";
import { type Chart, type ChartWidth, plotWidth } from "./chart.ts";
import { completeSpec } from "./spec.ts";
import { colours } from "./theme.ts";

/** Kaplan–Meier: who is still without the event as time passes, by group, with the band of its interval. */
export const survival: Chart = {
  id: "survival",
  shows: "people still without the event, as time passes, by group",
  content: (results) => {
    const comparison = headlineComparison(results);
    const outcome = headlineClaim(results)?.outcome;
    const curves = comparison?.curves.filter((curve) => curve.outcome === outcome && curve.points.length > 1) ?? [];
    if (!comparison || outcome === undefined || curves.length < 2) return null;
    const label = outcomeLabel(results, outcome);
    const unit = curves[0]!.timeUnit ?? "time";
    return {
      title: "Time to the first event",
      subtitle: `People in every 100 still without ${label}, by ${unit}. Kaplan–Meier; bands are 95% intervals`,
      alternative: curves.map((curve) => ending(curve, comparison)).join(". "),
      table: curveTable(curves, comparison, label, unit),
      notes: [],
      spec: (width) => spec(curves, comparison, unit, width),
    };
  },
};

function ending(curve: Curve, { arms }: Comparison): string {
  const last = curve.points.at(-1)!;
  return `${arms.labels[curve.arm]}: ${cellText(last.value, formatPer100)} in every 100 without the event at ${formatMeasured(last.time)}`;
}

/** At most about a dozen times a group: the table is for reading, every point is in results.json. */
function curveTable(curves: readonly Curve[], { arms }: Comparison, label: string, unit: string) {
  const rows = curves.flatMap((curve) =>
    spread(curve.points, 12).map((point) => [
      arms.labels[curve.arm],
      formatMeasured(point.time),
      cellText(point.atRisk, formatCount),
      cellText(point.value, formatPer100),
      `${cellText(point.interval[0], formatPer100)} to ${cellText(point.interval[1], formatPer100)}`,
    ]),
  );
  return {
    caption: `People still without ${label}`,
    head: [
      "Group",
      unit.charAt(0).toUpperCase() + unit.slice(1),
      "At risk",
      "Still without, in every 100",
      "95% interval",
    ],
    rows,
  };
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, index) => items[Math.round((index * (items.length - 1)) / (count - 1))]!);
}

function spec(curves: readonly Curve[], { arms }: Comparison, unit: string, width: ChartWidth) {
  const values = curves.flatMap((curve) =>
    curve.points.flatMap((point) => {
      const [value, low, high] = [point.value, ...point.interval].map(published);
      return value == null
        ? []
        : [
            {
              group: arms.labels[curve.arm],
              time: point.time,
              value: 100 * value,
              low: 100 * (low ?? value),
              high: 100 * (high ?? value),
            },
          ];
    }),
  );
  const groups = curves.map((curve) => arms.labels[curve.arm]);
  const colour = {
    field: "group",
    type: "nominal",
    sort: null,
    scale: { domain: groups, range: [colours.programme, colours.comparison] },
    legend: null,
  };
  const x = { field: "time", type: "quantitative", title: `Time (${unit})`, axis: { tickCount: 6, grid: false } };
  const floor = Math.max(0, Math.floor((Math.min(...values.map((one) => one.low)) - 5) / 10) * 10);
  const y = (field: string) => ({
    field,
    type: "quantitative",
    title: "Still without, in every 100",
    scale: { domain: [floor, 100] },
    axis: { tickCount: 5 },
  });
  const last = groups.map((group) => values.filter((one) => one.group === group).at(-1)!);
  return completeSpec({
    width: plotWidth[width] + (width === "wide" ? 120 : 90),
    height: 280,
    layer: [
      {
        data: { values },
        mark: { type: "area", interpolate: "step-after", opacity: 0.16 },
        encoding: { x, y: y("low"), y2: { field: "high" }, color: colour },
      },
      {
        data: { values },
        mark: { type: "line", interpolate: "step-after" },
        encoding: {
          x,
          y: y("value"),
          color: colour,
          strokeDash: {
            field: "group",
            type: "nominal",
            sort: null,
            scale: {
              domain: groups,
              range: [
                [1, 0],
                [7, 3],
              ],
            },
            legend: null,
          },
        },
      },
      {
        data: { values: last },
        mark: { type: "text", align: "right", fontWeight: "bold", limit: 0 },
        encoding: {
          x: { ...x, field: "time" },
          y: { ...y("value") },
          text: { field: "group", type: "nominal" },
          yOffset: {
            condition: {
              test: `datum.group == ${JSON.stringify(groups[0])}`,
              value: last[0]!.value >= (last[1]?.value ?? 0) ? -14 : 18,
            },
            value: last[0]!.value >= (last[1]?.value ?? 0) ? 18 : -14,
          },
        },
      },
    ],
  });
}
