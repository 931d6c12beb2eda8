import type { Comparison, Curve } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import { cellText, intervalText, published } from "../figures.ts";
import { headlineClaim, headlineComparison, outcomeLabel } from "../headline.ts";
import { formatCount, formatMeasured, formatPer100 } from "../wording/formats.ts";
import { capital } from "../wording/sentence-case.ts";
import { type Chart, type ChartWidth, pictureWidth } from "./chart.ts";
import { type Arm, armMarks, endLabels, groupKey } from "./group-key.ts";
import { picture, type SpecPart } from "./picture.ts";

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
    const shown = curves.map((curve) => ({ arm: curve.arm, points: pointsOf(curve) }));
    if (shown.some(({ points }) => points.length < 2)) return null;
    const floor = floorOf(shown);
    return {
      title: "How long people went without the event",
      subtitle: `People in every 100 still without ${label}, by ${unit}. Bands are 95% intervals`,
      alternative: curves.map((curve) => ending(curve, comparison, unit)).join(". "),
      table: curveTable(curves, comparison, label, unit),
      notes:
        floor > 0 ? [`Kaplan–Meier estimates. The scale starts at ${floor}, not at 0.`] : ["Kaplan–Meier estimates."],
      spec: (width) => spec(shown, comparison.arms.labels, unit, floor, width),
    };
  },
};

function ending(curve: Curve, { arms }: Comparison, unit: string): string {
  const last = curve.points.at(-1)!;
  return `${capital(arms.labels[curve.arm])}: ${cellText(last.value, formatPer100)} in every 100 still without the event at ${unit} ${formatMeasured(last.time)}`;
}

/** At most about a dozen times a group: the table is for reading, every point is in results.json. */
function curveTable(curves: readonly Curve[], { arms }: Comparison, label: string, unit: string) {
  const rows = curves.flatMap((curve) =>
    spread(curve.points, 12).map((point) => [
      capital(arms.labels[curve.arm]),
      formatTime(point.time),
      cellText(point.atRisk, formatCount),
      cellText(point.value, formatPer100),
      intervalText(point.interval, formatPer100),
    ]),
  );
  return {
    caption: `People still without ${label}`,
    head: ["Group", capital(unit), "At risk", "Still without, in every 100", "95% interval"],
    rows,
  };
}

function formatTime(time: number): string {
  return Number.isInteger(time) ? formatCount(time) : formatMeasured(time);
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, index) => items[Math.round((index * (items.length - 1)) / (count - 1))]!);
}

interface Point {
  readonly time: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

interface ShownCurve {
  readonly arm: Arm;
  readonly points: readonly Point[];
}

/** More steps than this cannot be told apart on a page; those left out lie between others of the same curve. */
const mostPoints = 400;

/** Points in every 100, of those that are published. */
function pointsOf(curve: Curve): Point[] {
  const points = curve.points.flatMap((point) => {
    const [value, low, high] = [point.value, ...point.interval].map(published);
    if (value == null) return [];
    return [{ time: point.time, value: 100 * value, low: 100 * (low ?? value), high: 100 * (high ?? value) }];
  });
  return spread(points, mostPoints);
}

function floorOf(curves: readonly ShownCurve[]): number {
  const lowest = Math.min(...curves.flatMap(({ points }) => points.map((point) => point.low)));
  return Math.max(0, Math.floor(lowest / 10) * 10);
}

function spec(
  curves: readonly ShownCurve[],
  labels: Comparison["arms"]["labels"],
  unit: string,
  floor: number,
  width: ChartWidth,
): TopLevelSpec {
  const wide = width === "wide";
  const key = groupKey(labels, pictureWidth.narrow, 34);
  const margin = { left: 34, right: wide ? 170 : 10, top: wide ? 10 : key.height + 8, bottom: 46 };
  const plot = pictureWidth[width] - margin.left - margin.right;
  const plotHeight = wide ? 300 : 220;
  const x = {
    type: "quantitative",
    scale: { nice: false, zero: true },
    axis: { title: capital(unit), tickCount: wide ? 7 : 4, grid: false },
  };
  const y = {
    type: "quantitative",
    scale: { domain: [floor, 100], nice: false },
    axis: { title: null, tickCount: 5, domain: false, ticks: false },
  };
  const end = (arm: Arm) => {
    const last = curves.find((curve) => curve.arm === arm)!.points.at(-1)!.value;
    return plotHeight * (1 - (last - floor) / (100 - floor));
  };
  const names = wide
    ? endLabels(labels, { treated: end("treated"), comparison: end("comparison") }, plot + 8, margin.right - 10)
    : key.layers;
  const layer = [...curves.map((curve) => band(curve, x, y)), ...curves.map((curve) => line(curve, x, y)), ...names];
  return picture({ width: pictureWidth[width], plotHeight, margin }, { layer });
}

function band({ arm, points }: ShownCurve, x: SpecPart, y: SpecPart): SpecPart {
  return {
    data: { values: points },
    mark: { type: "area", interpolate: "step-after", opacity: 0.16, color: armMarks[arm].color },
    encoding: { x: { field: "time", ...x }, y: { field: "low", ...y }, y2: { field: "high" } },
  };
}

function line({ arm, points }: ShownCurve, x: SpecPart, y: SpecPart): SpecPart {
  const { color, dash } = armMarks[arm];
  return {
    data: { values: points },
    mark: { type: "line", interpolate: "step-after", color, strokeDash: dash },
    encoding: { x: { field: "time", ...x }, y: { field: "value", ...y } },
  };
}
