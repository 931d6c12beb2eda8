import type { Comparison, Curve, Figure, Results } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import { cellText, intervalText, published } from "../figures.ts";
import { headlineClaim, headlineComparison, outcomeLabel } from "../headline.ts";
import { formatCount, formatMeasured, formatPer100 } from "../wording/formats.ts";
import { capital } from "../wording/sentence-case.ts";
import { type Chart, type ChartContent, type ChartView, type ChartWidth, pictureWidth } from "./chart.ts";
import { type Arm, armMarks, endLabels, groupKey } from "./group-key.ts";
import { picture, type SpecPart, said, textAt } from "./picture.ts";
import { wrapText } from "./text-width.ts";
import { colours, fontSize, theme } from "./theme.ts";

/** Kaplan–Meier: who is still without the event as time passes, by group, with the band of its interval. */
export const survival: Chart = {
  id: "survival",
  shows: "people still without the event, as time passes, by group",
  content: (results) => {
    const comparison = headlineComparison(results);
    const outcome = headlineClaim(results)?.outcome;
    if (!comparison || outcome === undefined) return null;
    const headlineFirst = (a: Curve, b: Curve) => Number(b.outcome === outcome) - Number(a.outcome === outcome);
    const ids = [...new Set([...comparison.curves].sort(headlineFirst).map((curve) => curve.outcome))];
    const views = ids.flatMap((id): ChartView[] => {
      const content = contentOf(results, comparison, id);
      return content === null ? [] : [{ id, label: capital(outcomeLabel(results, id)), content }];
    });
    const [first] = views;
    if (first?.id !== outcome) return null;
    return { ...first.content, ...(views.length < 2 ? {} : { choice: { label: "Outcome", views } }) };
  },
};

function contentOf(results: Results, comparison: Comparison, outcome: string): ChartContent | null {
  const curves = comparison.curves.filter((curve) => curve.outcome === outcome && curve.points.length > 1);
  if (curves.length < 2) return null;
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
    notes: [
      "Kaplan–Meier estimates. Below the picture stands how many people were still followed and without the event.",
      ...(floor > 0 ? [`The scale starts at ${floor}, not at 0.`] : []),
    ],
    spec: (width) => spec(shown, comparison.arms.labels, unit, floor, width),
  };
}

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
  readonly atRisk: Figure;
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
    return [
      {
        time: point.time,
        value: 100 * value,
        low: 100 * (low ?? value),
        high: 100 * (high ?? value),
        atRisk: point.atRisk,
      },
    ];
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
  const table = atRiskRows(curves, labels, wide ? 6 : 4, pictureWidth[width] - 4);
  const margin = { left: 34, right: wide ? 180 : 16, top: wide ? 10 : key.height + 8, bottom: 56 + table.height };
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
  const last = Math.max(...curves.flatMap(({ points }) => points.map(({ time }) => time)));
  const layer = [
    ...curves.map((curve) => band(curve, x, y)),
    ...curves.map((curve) => line(curve, x, y)),
    ...curves.map((curve) => readings(curve, labels[curve.arm], unit, x, y)),
    ...names,
    ...table.layers(plotHeight + 56, (time) => (time / last) * plot, -margin.left + 2),
  ];
  return picture({ width: pictureWidth[width], plotHeight, margin }, { layer });
}

/**
 * How many are still followed and without the event, below the axis: each number under the time it is of, which is that
 * of the point nearest to an even spacing. Between points people may have left, so nothing is read off there.
 */
function atRiskRows(
  curves: readonly ShownCurve[],
  labels: Comparison["arms"]["labels"],
  count: number,
  width: number,
): {
  readonly height: number;
  readonly layers: (top: number, place: (time: number) => number, left: number) => SpecPart[];
} {
  const lineHeight = theme.text.lineHeight + 2;
  const rows = curves.map(({ arm, points }) => {
    const end = points.at(-1)!.time;
    const nearest = Array.from({ length: count }, (_, at) => {
      const target = (at * end) / (count - 1);
      return points.reduce((a, b) => (Math.abs(b.time - target) < Math.abs(a.time - target) ? b : a));
    });
    return {
      name: wrapText(`${capital(labels[arm])}: still followed`, width, fontSize),
      points: [...new Set(nearest)],
    };
  });
  const height = rows.reduce((total, { name }) => total + (name.length + 1) * lineHeight + 6, 0);
  return {
    height,
    layers: (top, place, left) => {
      let y = top;
      return rows.flatMap(({ name, points }) => {
        const block = name.length * lineHeight;
        const heading = textAt(left, y + block / 2, name, { color: colours.secondaryText });
        const numbers = y + block + lineHeight / 2;
        y += block + lineHeight + 6;
        return [
          heading,
          ...points.map(({ time, atRisk }) =>
            textAt(place(time), numbers, [cellText(atRisk, formatCount)], { align: "center" }),
          ),
        ];
      });
    },
  };
}

/** Points nobody sees that say their numbers where a picture is live: a few along each line. */
function readings({ arm, points }: ShownCurve, label: string, unit: string, x: SpecPart, y: SpecPart): SpecPart {
  const values = spread(points, 12).map(({ time, value, low, high }) => ({
    time,
    value,
    says: `${capital(label)}, ${unit} ${formatTime(time)}: ${formatPer100(value / 100)} in every 100 (${formatPer100(low / 100)} to ${formatPer100(high / 100)})`,
  }));
  return {
    data: { values },
    mark: { type: "point", filled: true, opacity: 0, size: 120, color: armMarks[arm].color },
    encoding: { x: { field: "time", ...x }, y: { field: "value", ...y }, tooltip: said },
  };
}

function band({ arm, points }: ShownCurve, x: SpecPart, y: SpecPart): SpecPart {
  return {
    data: { values: points.map(({ time, low, high }) => ({ time, low, high })) },
    mark: { type: "area", interpolate: "step-after", opacity: 0.16, color: armMarks[arm].color },
    encoding: { x: { field: "time", ...x }, y: { field: "low", ...y }, y2: { field: "high" } },
  };
}

function line({ arm, points }: ShownCurve, x: SpecPart, y: SpecPart): SpecPart {
  const { color, dash } = armMarks[arm];
  return {
    data: { values: points.map(({ time, value }) => ({ time, value })) },
    mark: { type: "line", interpolate: "step-after", color, strokeDash: dash },
    encoding: { x: { field: "time", ...x }, y: { field: "value", ...y } },
  };
}
