import type { Cell, MeasureResult, Results } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import { cellText, published } from "../figures.ts";
import { groupName } from "../measures/group-name.ts";
import { groupsOfTable, measureLines } from "../measures/measure-lines.ts";
import { formatCount, formatMeasured } from "../wording/formats.ts";
import { type Chart, type ChartContent, type ChartWidth, pictureWidth } from "./chart.ts";
import { lineAt, picture, type SpecPart, said, textAt } from "./picture.ts";
import { wrapText } from "./text-width.ts";
import { colours, fontSize, theme } from "./theme.ts";
import { viewsOf } from "./views-of.ts";

/** First and later scores together, in ranges: how many people of each pair of ranges, with what counts as change. */
export const measureBins: Chart = {
  id: "measure-bins",
  shows: "first and later scores together, in ranges, with the bands of reliable change and the cut-off",
  content: (results) =>
    viewsOf(
      "Score and group",
      panelsOf(results),
      ({ id, label }) => ({ id, label }),
      (shown) => content(shown),
    ),
};

interface Panel {
  readonly id: string;
  readonly label: string;
  readonly measure: MeasureResult;
  readonly axes: readonly [first: string, later: string];
  readonly cells: readonly Cell[];
}

/** Where disclosure control has taken a dimension away there are no pairs of ranges to draw. */
function panelsOf(results: Results): Panel[] {
  return measureLines(results).flatMap((line) => {
    const table = line.table("bins");
    const axes = ["first", "later"].map((id) => table?.dimensions.find((dimension) => dimension.id === id)?.label);
    if (table === null || axes[0] === undefined || axes[1] === undefined) return [];
    return groupsOfTable(table).map(({ id: group, cells }) => ({
      id: `${line.measure.id}-${group ?? "all"}`,
      label: `${line.name}: ${groupName(group, results)}`,
      measure: line.measure,
      axes: [axes[0]!, axes[1]!] as const,
      cells,
    }));
  });
}

function content(shown: readonly Panel[]): ChartContent | null {
  if (shown.length === 0) return null;
  const inside = ({ cells }: Panel) => cells.filter(({ at }) => at.first !== "total" && at.later !== "total");
  const [first] = shown;
  return {
    title: "First and later scores together, in ranges",
    subtitle: "People with both scores; each range begins at its number. Nobody’s own pair of scores is shown",
    alternative: shown
      .map((panel) => {
        const some = inside(panel).filter(({ numerator }) => numerator !== 0);
        const words = some.map(
          ({ at, numerator }) => `${at.first} at first and ${at.later} later ${cellText(numerator, formatCount)}`,
        );
        return `${panel.label}: ${words.join(", ")}`;
      })
      .join(". "),
    table: {
      caption: "First and later scores together, in ranges",
      head: ["Score and group", "First score", "Later score", "People"],
      rows: shown.flatMap((panel) =>
        inside(panel).map(({ at, numerator }) => [
          panel.label,
          at.first ?? "",
          at.later ?? "",
          cellText(numerator, formatCount),
        ]),
      ),
    },
    notes: [
      ...(shown.some(({ measure }) => measure.error !== null)
        ? ["Between the dashed lines change is within the questionnaire’s own error."]
        : []),
      ...(shown.some(({ measure }) => measure.cutOff !== null) ? ["Dotted lines are the cut-off."] : []),
      betterSide(first!.measure),
    ],
    spec: (width) => spec(shown, width),
  };
}

function betterSide({ better }: MeasureResult): string {
  return better === "higher"
    ? "Above the diagonal later scores are higher, which is better."
    : "Below the diagonal later scores are lower, which is better.";
}

function spec(shown: readonly Panel[], width: ChartWidth): TopLevelSpec {
  const left = 64;
  const side = Math.min(pictureWidth[width] - left - 12, width === "wide" ? 380 : 212);
  const layers: SpecPart[] = [];
  let top = 0;
  for (const panel of shown) {
    const heading = wrapText(panel.label, pictureWidth[width] - 12, fontSize * 1.07);
    layers.push(
      textAt(-left + 2, top + (heading.length * theme.text.lineHeight) / 2, heading, { fontWeight: "bold" }),
      textAt(-left + 2, top + heading.length * theme.text.lineHeight + 14, [panel.axes[1]], {
        color: colours.secondaryText,
      }),
    );
    top += heading.length * theme.text.lineHeight + 30;
    layers.push(...gridOf(panel, top, side));
    top += side + 58;
  }
  return picture(
    { width: pictureWidth[width], plotHeight: top, margin: { left, right: 12, top: 2, bottom: 4 } },
    { layer: layers },
  );
}

/** Ranges as wide as their points; a whole-number score stands in the middle of its own step. */
function gridOf({ measure, axes, cells, label }: Panel, top: number, side: number): SpecPart[] {
  const { bins, error, cutOff } = measure;
  const whole = bins.every(({ from, to }) => Number.isInteger(from) && Number.isInteger(to));
  const step = whole && bins.length > 1 ? bins[1]!.from - bins[0]!.to : 0;
  const low = bins[0]!.from - step / 2;
  const high = bins.at(-1)!.to + step / 2;
  const clip = (points: number) => Math.min(high, Math.max(low, points));
  const x = (points: number) => ((clip(points) - low) / (high - low)) * side;
  const y = (points: number) => top + side - x(points);
  const edges = bins.map(({ from }, at) => ({
    from: at === 0 ? low : from - step / 2,
    to: at === bins.length - 1 ? high : bins[at + 1]!.from - step / 2,
  }));
  const most = Math.max(1, ...cells.filter(inner).map(({ numerator }) => published(numerator) ?? 0));
  const layers: SpecPart[] = [];
  for (const cell of cells.filter(inner)) {
    const [across, up] = [cell.at.first, cell.at.later].map((id) => edges[bins.findIndex((bin) => bin.id === id)]);
    if (across === undefined || up === undefined) continue;
    const people = published(cell.numerator);
    const text = cellText(cell.numerator, formatCount);
    layers.push({
      data: { values: [{ says: `${label}, ${cell.at.first} at first and ${cell.at.later} later: ${text}` }] },
      mark: {
        type: "rect",
        color: people === null || people === 0 ? colours.ground : colours.programme,
        opacity: people === null || people === 0 ? 1 : shadeOf(people / most),
        stroke: colours.quiet,
        strokeWidth: 1,
      },
      encoding: {
        x: { value: x(across.from) },
        x2: { value: x(across.to) },
        y: { value: y(up.to) },
        y2: { value: y(up.from) },
        tooltip: said,
      },
    });
    if (people !== 0)
      layers.push(
        textAt((x(across.from) + x(across.to)) / 2, (y(up.from) + y(up.to)) / 2, [text], {
          align: "center",
        }),
      );
  }
  if (error !== null)
    for (const points of [error.points, -error.points]) {
      const [from, to] = points > 0 ? [low, high - points] : [low - points, high];
      if (to > from)
        layers.push(
          lineAt([x(from), y(from + points)], [x(to), y(to + points)], {
            color: colours.text,
            strokeWidth: 2,
            strokeDash: [7, 4],
          }),
        );
    }
  if (cutOff !== null) {
    const dotted = { color: colours.pink, strokeWidth: 2, strokeDash: [2, 3] };
    const at = whole && cutOff.clinical === ">=" ? cutOff.value - step / 2 : cutOff.value;
    layers.push(lineAt([x(at), top], [x(at), top + side], dotted), lineAt([0, y(at)], [side, y(at)], dotted));
  }
  // Every range begins at its number.
  for (const [at, { from }] of bins.entries()) {
    const edge = edges[at]!.from;
    layers.push(
      textAt(x(edge), top + side + 12, [short(from)], { align: "center" }),
      textAt(-8, y(edge), [short(from)], { align: "right" }),
    );
  }
  layers.push(textAt(side / 2, top + side + 34, [axes[0]], { align: "center", color: colours.secondaryText }));
  return layers;
}

/** Light enough that the number inside is read. */
function shadeOf(share: number): number {
  return 0.06 + 0.29 * share;
}

function inner({ at }: Cell): boolean {
  return at.first !== "total" && at.later !== "total";
}

function short(points: number): string {
  return formatMeasured(points).replace(/\.0+$/, "");
}
