import type { TopLevelSpec } from "vega-lite";
import { type ChartWidth, pictureWidth } from "./chart.ts";
import { picture, type SpecPart, textAt } from "./picture.ts";
import { wrapText } from "./text-width.ts";
import { colours, fontSize, theme } from "./theme.ts";

/** One row: a name, the numbers in words, and where its point and interval lie; null where they are withheld. */
export interface IntervalRow {
  readonly heading: string | null;
  readonly name: string;
  readonly written: string;
  readonly drawn: { readonly low: number; readonly value: number; readonly high: number } | null;
}

/** The axis all rows share. */
export interface IntervalAxis {
  readonly domain: readonly [number, number];
  /** A line at this value: of no difference; null for none. */
  readonly none: number | null;
  readonly log: boolean;
}

const rowHeight = 26;

/** Points with intervals, one row below another, under headings: beside their names where there is room, else below. */
export function rowsWithIntervals(rows: readonly IntervalRow[], axis: IntervalAxis, width: ChartWidth): TopLevelSpec {
  const beside = width === "wide";
  const [left, right] = beside ? [208, 186] : [10, 10];
  const plot = pictureWidth[width] - left - right;
  const x = {
    type: "quantitative",
    title: null,
    scale: { domain: axis.domain, nice: false, ...(axis.log ? { type: "log" } : { zero: false }) },
    axis: { tickCount: 4, grid: false, ...(axis.log ? { format: "~g" } : {}) },
  };
  const layers: SpecPart[] = [];
  let top = 0;
  for (const [index, row] of rows.entries()) {
    if (row.heading !== null && row.heading !== rows[index - 1]?.heading) {
      const heading = wrapText(row.heading, pictureWidth[width] - 20, fontSize * 1.07);
      top += index === 0 ? 0 : 10;
      layers.push(
        textAt(-left + 2, top + (heading.length * theme.text.lineHeight) / 2, heading, { fontWeight: "bold" }),
      );
      top += heading.length * theme.text.lineHeight + 4;
    }
    const name = wrapText(row.name, beside ? left - 12 : pictureWidth[width] - 12, fontSize);
    const block = name.length * theme.text.lineHeight;
    if (beside) {
      top += tallerBy(block) / 2;
      layers.push(textAt(-left + 2, top + rowHeight / 2, name), textAt(plot + 14, top + rowHeight / 2, [row.written]));
    } else {
      layers.push(textAt(-left + 2, top + block / 2, name), textAt(-left + 2, top + block + 9, [row.written]));
      top += block + 15;
    }
    layers.push(...marks(row, axis.none, top + rowHeight / 2, x));
    top += rowHeight + (beside ? tallerBy(block) / 2 : 6);
  }
  return picture(
    { width: pictureWidth[width], plotHeight: top + 4, margin: { left, right, top: 2, bottom: 28 } },
    { layer: layers },
  );
}

/** Names of several lines get their room and a gap, or they would read as one. */
function tallerBy(block: number): number {
  return block > rowHeight ? block - rowHeight + 8 : 0;
}

function marks({ drawn }: IntervalRow, none: number | null, y: number, x: SpecPart): SpecPart[] {
  const line =
    none === null
      ? []
      : [
          {
            data: { values: [{ none }] },
            mark: { type: "rule", color: colours.text, strokeWidth: 1.5 },
            encoding: { x: { field: "none", ...x }, y: { value: y - rowHeight / 2 }, y2: { value: y + rowHeight / 2 } },
          },
        ];
  if (drawn === null) return line;
  const data = { values: [drawn] };
  return [
    ...line,
    {
      data,
      mark: { type: "rule", strokeWidth: 3, color: colours.programme },
      encoding: { x: { field: "low", ...x }, x2: { field: "high" }, y: { value: y }, y2: { value: y } },
    },
    {
      data,
      mark: { type: "point", filled: true, opacity: 1, size: 100, color: colours.programme },
      encoding: { x: { field: "value", ...x }, y: { value: y } },
    },
  ];
}
