import type { TopLevelSpec } from "vega-lite";
import { type ChartWidth, pictureWidth } from "./chart.ts";
import { type Arm, armMarks, groupKey } from "./group-key.ts";
import { lineAt, picture, type SpecPart, said, textAt } from "./picture.ts";
import { wrapText } from "./text-width.ts";
import { colours, fontSize, theme } from "./theme.ts";

/** A share of one group in one row; null where it is withheld or there is nobody to have one. */
export interface PairedBar {
  readonly written: string;
  /** In every 100. */
  readonly drawn: { readonly low: number; readonly value: number; readonly high: number } | null;
}

export interface PairedRow {
  readonly name: string;
  readonly bars: Readonly<Record<Arm, PairedBar>>;
}

const barHeight = 18;
const arms: readonly Arm[] = ["treated", "comparison"];

/** A bar of each group in every row, from one zero line, each with its interval and its number beside it. */
export function pairedBars(
  rows: readonly PairedRow[],
  labels: Readonly<Record<Arm, string>>,
  width: ChartWidth,
): TopLevelSpec {
  const beside = width === "wide";
  const [left, valueRoom] = beside ? [150, 150] : [2, 132];
  const key = groupKey(labels, pictureWidth[width], left, "bars");
  const plot = pictureWidth[width] - left - 2;
  const most = Math.max(1, ...rows.flatMap(({ bars }) => arms.map((arm) => bars[arm].drawn?.high ?? 0)));
  const x = {
    type: "quantitative",
    scale: { domain: [0, most], range: [0, plot - valueRoom], nice: false },
    axis: null,
  };
  const layers: SpecPart[] = [];
  let top = 0;
  for (const { name, bars } of rows) {
    const lines = wrapText(name, beside ? left - 14 : plot, fontSize);
    const block = lines.length * theme.text.lineHeight;
    if (!beside) top += block + 3;
    const middle = top + barHeight;
    layers.push(
      beside ? textAt(-12, middle, lines, { align: "right" }) : textAt(0, top - 3 - block / 2, lines),
      lineAt([0, top - 3], [0, top + 2 * barHeight + 3], { strokeWidth: 1, color: colours.secondaryText }),
      ...arms.flatMap((arm, index) =>
        barOf(bars[arm], name, labels[arm], arm, top + (index + 0.5) * barHeight, x, { most, room: plot - valueRoom }),
      ),
    );
    top += 2 * barHeight + (beside ? 12 : 8);
  }
  return picture(
    { width: pictureWidth[width], plotHeight: top, margin: { left, right: 2, top: key.height + 6, bottom: 0 } },
    { layer: [...layers, ...key.layers] },
  );
}

function barOf(
  { written, drawn }: PairedBar,
  row: string,
  label: string,
  arm: Arm,
  y: number,
  x: SpecPart,
  { most, room }: { readonly most: number; readonly room: number },
): SpecPart[] {
  const end = ((drawn?.high ?? 0) / most) * room;
  const text = textAt(end + 7, y, [written]);
  if (drawn === null) return [text];
  const data = { values: [{ ...drawn, says: `${row}, ${label}: ${written}` }] };
  return [
    {
      data,
      mark: { type: "bar", height: barHeight - 2, color: armMarks[arm].color },
      encoding: { x: { field: "value", ...x }, y: { value: y }, tooltip: said },
    },
    // A white edge keeps the line in sight over its own bar.
    ...[
      { color: colours.ground, strokeWidth: 5 },
      { color: colours.text, strokeWidth: 2 },
    ].map((look) => ({
      data,
      mark: { type: "rule", ...look },
      encoding: { x: { field: "low", ...x }, x2: { field: "high" }, y: { value: y }, y2: { value: y } },
    })),
    text,
  ];
}
