import type { TopLevelSpec } from "vega-lite";
import { type ChartWidth, pictureWidth } from "../charts/chart.ts";
import { picture, type SpecPart } from "../charts/picture.ts";
import { wrapText } from "../charts/text-width.ts";
import { colours, fontSize, theme } from "../charts/theme.ts";
import { published } from "../figures.ts";
import { formatCount } from "../wording/formats.ts";
import { type ContractRow, type ContractTable, namedWithUnit } from "./contract-rows.ts";

/** A period needs room for the name of a financial year. */
const columnWidth = 54;
/** Height of one small plot, px; lower where there are many, so that all of them fit one printed page. */
const plotHeight = { least: 32, most: 84, ofPage: 970, aroundPlot: 82 } as const;
const { lineHeight } = theme.text;

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly y2?: number;
  readonly x2?: number;
  readonly text?: string;
}

/** Everything drawn, gathered by kind of mark: one layer each, however many targets there are. */
interface Marks {
  readonly headings: Placed[];
  readonly words: Placed[];
  readonly values: Placed[];
  readonly floors: Placed[];
  readonly intervals: Placed[];
  readonly final: Placed[];
  readonly open: Placed[];
  readonly asked: Placed[];
}

/**
 * One small picture a target, one below another: a point a period with its interval, filled once the period is final, and
 * a bar where the target lies. On a narrow screen the last periods alone; the table has all of them.
 */
export function performanceSpec(tables: readonly ContractTable[], width: ChartWidth): TopLevelSpec {
  const total = pictureWidth[width];
  const marks: Marks = {
    headings: [],
    words: [],
    values: [],
    floors: [],
    intervals: [],
    final: [],
    open: [],
    asked: [],
  };
  const height = width === "wide" ? heightOf(tables.length) : plotHeight.most;
  let top = key(marks, width);
  for (const table of tables) top = panel(table, top, total, height, marks);
  return picture(
    { width: total, plotHeight: top, margin: { left: 2, right: 2, top: 2, bottom: 2 } },
    { layer: layersOf(marks) },
  );
}

function heightOf(plots: number): number {
  const { least, most, ofPage, aroundPlot } = plotHeight;
  return Math.max(least, Math.min(most, Math.floor(ofPage / plots) - aroundPlot));
}

/** What the marks are, said once. */
function key(marks: Marks, width: ChartWidth): number {
  const names = ["Delivered", "Provisional", "Asked"] as const;
  const gap = width === "wide" ? 150 : 98;
  for (const [index, name] of names.entries()) {
    const x = 14 + index * gap;
    const y = 12;
    if (name === "Delivered") marks.final.push({ x, y });
    else if (name === "Provisional") marks.open.push({ x, y });
    else marks.asked.push({ x: x - 13, x2: x + 13, y });
    marks.words.push({ x: x + (name === "Asked" ? 19 : 12), y, text: name });
  }
  return 30;
}

function panel(
  { label, indicator, rows }: ContractTable,
  start: number,
  total: number,
  height: number,
  marks: Marks,
): number {
  let top = start + 8;
  for (const line of wrapText(namedWithUnit(label, indicator), total - 20, fontSize * 1.07)) {
    marks.headings.push({ x: 0, y: top + lineHeight / 2, text: line });
    top += lineHeight;
  }
  const shown = rows.filter(({ together }) => !together).slice(-Math.floor((total - 4) / columnWidth));
  const most = highest(shown);
  const [valuesAt, ceiling] = [top + 10, top + 22];
  const floor = ceiling + height;
  const place = (value: number) => floor - (Math.min(value, most) / most) * height;
  marks.floors.push({ x: 0, x2: shown.length * columnWidth, y: floor });
  let yearShown = "";
  for (const [index, row] of shown.entries()) {
    const x = (index + 0.5) * columnWidth;
    marks.values.push({ x, y: valuesAt, text: shortly(row, indicator) });
    drawn(row, x, place, most, marks);
    const [part, year] = partsOf(row.period);
    marks.values.push({ x, y: floor + 12, text: part });
    if (year !== yearShown && year !== part) marks.values.push({ x, y: floor + 12 + lineHeight, text: year });
    yearShown = year;
  }
  return floor + 18 + lineHeight;
}

function drawn(
  { cell, asked }: ContractRow,
  x: number,
  place: (value: number) => number,
  most: number,
  marks: Marks,
): void {
  const value = published(cell.denominator === null ? cell.numerator : cell.value);
  for (const limit of [asked.least, asked.most]) {
    if (limit !== null) marks.asked.push({ x: x - 17, x2: x + 17, y: place(limit) });
  }
  if (value === null) return;
  const [low, high] = [published(cell.interval?.[0]), published(cell.interval?.[1])];
  if (cell.interval !== null && low !== null) marks.intervals.push({ x, y: place(low), y2: place(high ?? most) });
  (asked.provisional ? marks.open : marks.final).push({ x, y: place(value) });
}

/** The end of the scale: all targets and values, and intervals up to twice that, so that one wide interval flattens nothing. */
function highest(rows: readonly ContractRow[]): number {
  const values = rows.flatMap(({ cell, asked }) => [
    published(cell.denominator === null ? cell.numerator : cell.value) ?? 0,
    asked.least ?? 0,
    asked.most ?? 0,
  ]);
  const limits = rows.map(({ cell }) => published(cell.interval?.[1]) ?? 0);
  const most = Math.max(...values);
  return Math.min(Math.max(most, ...limits), 2 * most) || 1;
}

/** "Q1 2023/24" as its quarter and its year. */
function partsOf(period: string): readonly [string, string] {
  const space = period.indexOf(" ");
  return space === -1 ? [period, period] : [period.slice(0, space), period.slice(space + 1)];
}

/** Pounds in thousands: more has no room over a column. */
function shortly({ delivered, cell }: ContractRow, { unit }: ContractTable["indicator"]): string {
  const pounds = unit === "pounds" ? published(cell.numerator) : null;
  return pounds === null || pounds < 10_000 ? delivered : `${formatCount(pounds / 1000)}k`;
}

function layersOf(marks: Marks): SpecPart[] {
  const at = (field: string) => ({ field, type: "quantitative", scale: null, axis: null });
  const text = (values: readonly Placed[], mark: SpecPart) =>
    values.length === 0
      ? []
      : [
          {
            data: { values },
            mark: { type: "text", baseline: "middle", ...mark },
            encoding: { x: at("x"), y: at("y"), text: { field: "text", type: "nominal" } },
          },
        ];
  const rule = (values: readonly Placed[], mark: SpecPart, way: "x2" | "y2") =>
    values.length === 0
      ? []
      : [
          {
            data: { values },
            mark: { type: "rule", ...mark },
            encoding: { x: at("x"), y: at("y"), [way]: { field: way } },
          },
        ];
  const point = (values: readonly Placed[], mark: SpecPart) =>
    values.length === 0
      ? []
      : [
          {
            data: { values },
            mark: { type: "point", opacity: 1, size: 90, ...mark },
            encoding: { x: at("x"), y: at("y") },
          },
        ];
  return [
    ...rule(marks.floors, { color: colours.secondaryText, strokeWidth: 1 }, "x2"),
    ...rule(marks.asked, { color: colours.text, strokeWidth: 3 }, "x2"),
    ...rule(marks.intervals, { color: colours.programme, strokeWidth: 2.5 }, "y2"),
    ...point(marks.final, { filled: true, color: colours.programme }),
    ...point(marks.open, { filled: true, fill: colours.ground, stroke: colours.programme, strokeWidth: 2.5 }),
    ...text(marks.headings, { align: "left", fontWeight: "bold" }),
    ...text(marks.words, { align: "left" }),
    ...text(marks.values, { align: "center" }),
  ];
}
