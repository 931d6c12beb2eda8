import type { TopLevelSpec } from "vega-lite";
import { type ChartWidth, pictureWidth } from "../charts/chart.ts";
import { lineAt, picture, type SpecPart, said, textAt } from "../charts/picture.ts";
import { wrapText } from "../charts/text-width.ts";
import { colours, fontSize, theme } from "../charts/theme.ts";

/** A bar between two amounts, its name and its numbers in words. */
export interface MoneyBar {
  readonly name: string;
  readonly written: string;
  readonly from: number;
  readonly to: number;
  readonly tone: "pays" | "gains" | "plain";
  /** Drawn as a line on the bar's end. */
  readonly interval?: readonly [number, number];
}

const tones = { pays: colours.pink, gains: colours.turquoise, plain: colours.programme } as const;
const barHeight = 18;

/**
 * Bars below each other on one scale of pounds, from wherever each starts: a waterfall, or what one number alone does.
 *
 * @param mark amount with a line through all rows: zero, or the result as it stands
 */
export function moneyBars(rows: readonly MoneyBar[], mark: number, width: ChartWidth): TopLevelSpec {
  const plot = pictureWidth[width] - 4;
  const ends = [0, mark, ...rows.flatMap(({ from, to, interval = [from, to] }) => [from, to, ...interval])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const span = high - low || 1;
  const at = (pounds: number) => ((pounds - low) / span) * plot;
  const scale = { type: "quantitative", scale: { domain: [low, high], range: [0, plot], nice: false }, axis: null };
  const layers: SpecPart[] = [];
  let top = 0;
  for (const { name, written, from, to, tone, interval } of rows) {
    const lines = wrapText(`${name}: ${written}`, plot, fontSize);
    const block = lines.length * theme.text.lineHeight;
    layers.push(textAt(0, top + block / 2, lines));
    top += block + 2;
    layers.push({
      data: { values: [{ from, to, says: `${name}: ${written}` }] },
      mark: { type: "bar", height: barHeight, color: tones[tone] },
      encoding: {
        x: { field: "from", ...scale },
        x2: { field: "to" },
        y: { value: top + barHeight / 2 },
        tooltip: said,
      },
    });
    if (interval !== undefined) {
      const middle = top + barHeight / 2;
      const ends = { x: at(interval[0]), x2: at(interval[1]) };
      layers.push(
        lineAt([ends.x, middle], [ends.x2, middle], { strokeWidth: 7, color: colours.ground }),
        lineAt([ends.x, middle], [ends.x2, middle], { strokeWidth: 3, color: colours.text }),
      );
    }
    layers.push(
      lineAt([at(mark), top - 2], [at(mark), top + barHeight + 2], { strokeWidth: 1.5, color: colours.text }),
    );
    top += barHeight + 10;
  }
  return picture(
    { width: pictureWidth[width], plotHeight: top, margin: { left: 2, right: 2, top: 2, bottom: 0 } },
    { layer: layers },
  );
}
