import type { Cell, MeasureResult, Results } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import { cellText, intervalText, published } from "../figures.ts";
import { groupName } from "../measures/group-name.ts";
import { measureLines } from "../measures/measure-lines.ts";
import { formatCount, formatMeasured } from "../wording/formats.ts";
import { type Chart, type ChartContent, type ChartWidth, pictureWidth } from "./chart.ts";
import { type Arm, armMarks } from "./group-key.ts";
import { lineAt, picture, type SpecPart, said, textAt } from "./picture.ts";
import { wrapText } from "./text-width.ts";
import { colours, fontSize, theme } from "./theme.ts";
import { viewsOf } from "./views-of.ts";

/** Mean scores over the time points, of those seen and by the model, with how many were seen at each. */
export const measureWaves: Chart = {
  id: "measure-waves",
  shows: "mean scores at each time point, as seen and by the mixed model, with numbers of people",
  content: (results) =>
    viewsOf(
      "Score",
      panelsOf(results),
      ({ id, label }) => ({ id, label }),
      (shown) => content(shown),
    ),
};

interface Panel {
  readonly id: string;
  readonly label: string;
  readonly measure: MeasureResult;
  readonly waves: readonly string[];
  readonly groups: readonly { readonly arm: Arm; readonly name: string; readonly cells: readonly Cell[] }[];
}

function panelsOf(results: Results): Panel[] {
  return measureLines(results).flatMap((line) => {
    const table = line.table("means");
    const waves = table?.dimensions.find(({ id }) => id === "wave")?.levels.map(({ id }) => id) ?? [];
    if (table === null || waves.length < 2) return [];
    const groups = (["treated", "comparison"] as const).flatMap((arm) => {
      const cells = table.cells.filter(({ at }) => at.group === arm);
      return cells.length === 0 ? [] : [{ arm, name: groupName(arm, results), cells }];
    });
    return [{ id: line.measure.id, label: line.name, measure: line.measure, waves, groups }];
  });
}

const kinds = { observed: "as seen", model: "by the model" } as const;

function content(shown: readonly Panel[]): ChartContent | null {
  const points = shown.flatMap(({ groups }) => groups.flatMap(({ cells }) => cells));
  if (points.every(({ value }) => published(value) === null)) return null;
  const rows = shown.flatMap(({ label, groups }) =>
    groups.flatMap(({ name, cells }) => cells.map((cell) => ({ label, name, cell }))),
  );
  return {
    title: "Mean scores at each time point",
    subtitle: "Points, with 95% intervals. Numbers of people stand below",
    alternative: rows
      .filter(({ cell }) => cell.at.mean === "observed")
      .map(({ label, name, cell }) => `${label}, ${name}, ${cell.at.wave}: ${cellText(cell.value, formatMeasured)}`)
      .join(". "),
    table: {
      caption: "Mean scores at each time point, points",
      head: ["Score", "Group", "Time point", "Mean", "People", "Points", "95% interval"],
      rows: rows.map(({ label, name, cell }) => [
        label,
        name,
        cell.at.wave ?? "",
        kinds[cell.at.mean as keyof typeof kinds] ?? "",
        cellText(cell.numerator, formatCount),
        cellText(cell.value, formatMeasured),
        intervalText(cell.interval, formatMeasured),
      ]),
    },
    notes: [
      "Filled marks are means of those seen at each time point, who are not the same people each time. Open marks are means by a mixed model, which counts whoever left with the scores they gave.",
    ],
    spec: (width) => spec(shown, width),
  };
}

const plotHeight = 200;

function spec(shown: readonly Panel[], width: ChartWidth): TopLevelSpec {
  const left = width === "wide" ? 64 : 40;
  const plot = pictureWidth[width] - left - 16;
  const layers: SpecPart[] = [];
  let top = 0;
  for (const panel of shown) {
    const heading = wrapText(panel.label, pictureWidth[width] - 12, fontSize * 1.07);
    layers.push(textAt(-left + 2, top + (heading.length * theme.text.lineHeight) / 2, heading, { fontWeight: "bold" }));
    top += heading.length * theme.text.lineHeight + 6;
    for (const { arm, name } of panel.groups) {
      const lines = wrapText(name, pictureWidth[width] - 48, fontSize);
      const middle = top + (lines.length * theme.text.lineHeight) / 2;
      const { color, dash } = armMarks[arm];
      layers.push(
        lineAt([-left + 2, middle], [-left + 30, middle], { color, strokeWidth: 3, strokeDash: dash }),
        textAt(-left + 38, middle, lines),
      );
      top += lines.length * theme.text.lineHeight + 4;
    }
    top += 10;
    layers.push(...trajectories(panel, top, plot, left));
    top += plotHeight + 30 + panel.groups.length * (theme.text.lineHeight + 2) + 18;
  }
  return picture(
    { width: pictureWidth[width], plotHeight: top, margin: { left, right: 16, top: 2, bottom: 4 } },
    { layer: layers },
  );
}

function trajectories({ measure, waves, groups, label }: Panel, top: number, plot: number, left: number): SpecPart[] {
  const drawn = groups.flatMap(({ cells }) => cells.flatMap(ends));
  const [low, high] = scaleOf(drawn, measure.range);
  const y = (points: number) => top + plotHeight * (1 - (points - low) / (high - low));
  const step = plot / waves.length;
  const layers: SpecPart[] = ticks(low, high).flatMap((points) => [
    lineAt([0, y(points)], [plot, y(points)], { color: colours.secondaryText, strokeWidth: 1 }),
    textAt(-8, y(points), [formatMeasured(points).replace(/\.0+$/, "")], { align: "right" }),
  ]);
  for (const [index, { arm, name, cells }] of groups.entries()) {
    const { color, dash, shape } = armMarks[arm];
    const shift = (index - (groups.length - 1) / 2) * Math.min(16, step / 6);
    for (const [kind, cell] of cells.map((one) => [one.at.mean, one] as const)) {
      const at = waves.indexOf(cell.at.wave ?? "");
      const value = published(cell.value);
      if (value === null || at < 0) continue;
      const x = step * (at + 0.5) + shift + (kind === "model" ? 5 : -5);
      const [from, to] = ends(cell);
      const says = `${label}, ${name}, ${cell.at.wave}, ${kinds[kind as keyof typeof kinds]}: ${cellText(cell.value, formatMeasured)}`;
      if (from !== undefined && to !== undefined && kind === "observed")
        layers.push(lineAt([x, y(from)], [x, y(to)], { color, strokeWidth: 2.5 }));
      layers.push({
        data: { values: [{ says }] },
        mark: {
          type: "point",
          opacity: 1,
          size: shape === "diamond" ? 120 : 90,
          shape,
          color,
          filled: kind === "observed",
          ...(kind === "observed" ? {} : { fill: colours.ground, strokeWidth: 2 }),
        },
        encoding: { x: { value: x }, y: { value: y(value) }, tooltip: said },
      });
      const before = cells.find((one) => one.at.mean === kind && one.at.wave === waves[at - 1]);
      const earlier = published(before?.value);
      if (earlier !== null && kind === "observed")
        layers.unshift(lineAt([x - step, y(earlier)], [x, y(value)], { color, strokeWidth: 1.5, strokeDash: dash }));
    }
    for (const [at, wave] of waves.entries()) {
      const cell = cells.find((one) => one.at.mean === "observed" && one.at.wave === wave);
      layers.push(
        textAt(
          step * (at + 0.5),
          top + plotHeight + 36 + index * (theme.text.lineHeight + 2),
          [cellText(cell?.numerator, formatCount)],
          {
            align: "center",
          },
        ),
      );
    }
    const line = top + plotHeight + 36 + index * (theme.text.lineHeight + 2);
    layers.push(lineAt([-left + 2, line], [-left + 24, line], { color, strokeWidth: 3, strokeDash: dash }));
  }
  layers.push(
    ...waves.map((wave, at) => textAt(step * (at + 0.5), top + plotHeight + 14, [wave], { align: "center" })),
  );
  return layers;
}

function ends({ value, interval }: Cell): number[] {
  const [low, high] = [interval?.[0], interval?.[1]].map(published);
  const middle = published(value);
  return middle === null ? [] : [low ?? middle, high ?? middle];
}

/** Around what is drawn, inside the range of the score. */
function scaleOf(drawn: readonly number[], range: MeasureResult["range"]): [number, number] {
  const [lowest = Number.NEGATIVE_INFINITY, highest = Number.POSITIVE_INFINITY] = range ?? [];
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  const room = Math.max(0.15 * (high - low), 0.5);
  return [Math.max(lowest, low - room), Math.min(highest, high + room)];
}

/** Round numbers inside, six at most. */
function ticks(low: number, high: number): number[] {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, at) => first + at * step);
}
