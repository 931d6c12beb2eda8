import type { TopLevelSpec } from "vega-lite";
import { type ChartWidth, pictureWidth } from "./chart.ts";
import { picture, type SpecPart, said, textAt } from "./picture.ts";
import { wrapText } from "./text-width.ts";
import { colours, fontSize, theme } from "./theme.ts";

/** One row: a name, the numbers in words, and where its point and interval lie; null where they are withheld. */
export interface IntervalRow {
  readonly heading: string | null;
  readonly name: string;
  readonly written: string;
  readonly drawn: { readonly low: number; readonly value: number; readonly high: number } | null;
  /** Where some rows stand beside the one that counts; all are alike when left out. */
  readonly part?: "decides" | "beside";
}

/** The axis all rows share. */
export interface IntervalAxis {
  readonly domain: readonly [number, number];
  /** A line at this value: of no difference; null for none. */
  readonly none: number | null;
  readonly log: boolean;
  /** Whether the domain is the whole scale, as 0 to 100 is. */
  readonly bounded?: true;
}

const rowHeight = 26;

/** Points with intervals, one row below another, under headings: beside their names where there is room, else below. */
export function rowsWithIntervals(rows: readonly IntervalRow[], axis: IntervalAxis, width: ChartWidth): TopLevelSpec {
  const beside = width === "wide";
  const [left, right] = beside ? [208, 186] : [16, 16];
  const plot = pictureWidth[width] - left - right;
  const x = {
    type: "quantitative",
    title: null,
    scale: { domain: roomy(axis), nice: false, ...(axis.log ? { type: "log" } : { zero: false }) },
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
      layers.push(textAt(-left + 2, top + rowHeight / 2, name), textAt(plot + 20, top + rowHeight / 2, [row.written]));
    } else {
      layers.push(textAt(-left + 2, top + block / 2, name), textAt(-left + 2, top + block + 9, [row.written]));
      top += block + 15;
    }
    const extra = beside ? tallerBy(block) / 2 : 0;
    layers.push(...marks(row, axis.none, { y: top + rowHeight / 2, half: rowHeight / 2 + extra }, x));
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

/** A little room at both ends, so that no interval ends where the plot does; none where the ends are those of the scale. */
function roomy({ domain: [low, high], log, bounded }: IntervalAxis): [number, number] {
  if (bounded === true) return [low, high];
  const room = 0.03;
  return log
    ? [low * (low / high) ** room, high * (high / low) ** room]
    : [low - room * (high - low), high + room * (high - low)];
}

const looks = {
  alone: { color: colours.programme, shape: "circle", size: 100 },
  decides: { color: colours.programme, shape: "diamond", size: 150 },
  beside: { color: colours.secondaryText, shape: "circle", size: 90 },
} as const;

function marks(
  { drawn, name, written, part = "alone" as const }: Omit<IntervalRow, "part"> & { readonly part?: keyof typeof looks },
  none: number | null,
  { y, half }: { readonly y: number; readonly half: number },
  x: SpecPart,
): SpecPart[] {
  const line =
    none === null
      ? []
      : [
          {
            data: { values: [{ none }] },
            mark: { type: "rule", color: colours.text, strokeWidth: 1.5 },
            encoding: { x: { field: "none", ...x }, y: { value: y - half }, y2: { value: y + half } },
          },
        ];
  if (drawn === null) return line;
  const { color, shape, size } = looks[part];
  const data = { values: [{ ...drawn, says: `${name}: ${written}` }] };
  return [
    ...line,
    {
      data,
      mark: { type: "rule", strokeWidth: 3, color },
      encoding: { x: { field: "low", ...x }, x2: { field: "high" }, y: { value: y }, y2: { value: y } },
    },
    {
      data,
      mark: { type: "point", filled: true, opacity: 1, size, shape, color },
      encoding: { x: { field: "value", ...x }, y: { value: y }, tooltip: said },
    },
  ];
}
