import type { TopLevelSpec } from "vega-lite";
import { type ChartWidth, pictureWidth } from "./chart.ts";
import { lineAt, picture, type SpecPart, said, textAt } from "./picture.ts";
import { wrapText } from "./text-width.ts";
import { colours, fontSize, theme } from "./theme.ts";

/** The numbers the picture needs, on the scale it is drawn in. */
export interface Contrast {
  readonly treated: number;
  readonly comparison: number;
  /** Where the programme's value would lie by the lower limit, the estimate and the upper limit of the difference. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

const barHeight = 26;
const lineHeight = theme.text.lineHeight;
const nameColumn = 214;
const valueRoom = 118;

/**
 * Two bars, and below them the interval of the difference on their scale.
 *
 * @param groups     name and written value, the programme first
 * @param difference name of the row of the difference, with the best estimate
 */
export function armsSpec(
  shown: Contrast,
  groups: readonly { readonly name: string; readonly value: string }[],
  difference: string,
  width: ChartWidth,
): TopLevelSpec {
  const beside = width === "wide";
  const total = beside ? 620 : pictureWidth.narrow;
  const left = beside ? nameColumn + 12 : 1;
  const plot = total - left - 1;
  const domain = [Math.min(0, shown.low), Math.max(shown.treated, shown.comparison, shown.high)] as const;
  const range = [1, plot - valueRoom] as const;
  const x = { type: "quantitative", scale: { domain, range, nice: false }, axis: null };
  const place = (value: number) => range[0] + ((value - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0]);

  const layers: SpecPart[] = [];
  /** Writes a row's name beside it, or above it on a narrow screen; returns where the row has its middle and bottom. */
  const named = (name: string, top: number) => {
    const lines = wrapText(name, beside ? nameColumn : plot, fontSize);
    const block = lines.length * lineHeight;
    const height = beside ? Math.max(barHeight, block) : block + 3 + barHeight;
    const middle = beside ? top + height / 2 : top + height - barHeight / 2;
    layers.push(beside ? textAt(-12, middle, lines, { align: "right" }) : textAt(0, top + block / 2, lines));
    return { middle, bottom: top + height };
  };
  let bottom = 0;
  [shown.treated, shown.comparison].forEach((value, index) => {
    const row = named(groups[index]!.name, bottom + (index === 0 ? 0 : 10));
    const { middle } = row;
    layers.push(
      bar(
        value,
        `${groups[index]!.name}: ${groups[index]!.value}`,
        middle,
        index === 0 ? colours.programme : colours.comparison,
        x,
      ),
      lineAt([place(0), middle - barHeight / 2 - 3], [place(0), middle + barHeight / 2 + 3], { strokeWidth: 1 }),
      textAt(place(Math.max(0, value)) + 7, middle, [groups[index]!.value], { fontWeight: "bold" }),
    );
    bottom = row.bottom;
  });

  const { middle: line } = named(difference, bottom + 8);
  const none = place(shown.comparison);
  layers.push(
    // On a narrow screen the name of the row stands in between.
    lineAt([none, beside ? bottom : line - 15], [none, line + 15], {
      strokeDash: [4, 3],
      strokeWidth: 1.5,
      color: colours.secondaryText,
    }),
    textAt(none, line + 25, ["no difference"], { align: side(none, plot), color: colours.secondaryText }),
    interval(shown, difference, line, x),
  );
  return picture(
    { width: total, plotHeight: line + 34, margin: { left, right: 1, top: 0, bottom: 0 } },
    { layer: layers },
  );
}

/** Where a label stands so that it is not cut at an end of the plot. */
function side(x: number, plot: number): "left" | "center" | "right" {
  if (x < 45) return "left";
  return x > plot - 45 ? "right" : "center";
}

function bar(value: number, says: string, y: number, color: string, x: SpecPart): SpecPart {
  return {
    data: { values: [{ value, says }] },
    mark: { type: "bar", height: barHeight, color },
    encoding: { x: { field: "value", ...x }, y: { value: y }, tooltip: said },
  };
}

function interval({ low, middle, high }: Contrast, says: string, y: number, x: SpecPart): SpecPart {
  return {
    data: { values: [{ low, middle, high, says }] },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 4, color: colours.text },
        encoding: { x: { field: "low", ...x }, x2: { field: "high" }, y: { value: y }, y2: { value: y } },
      },
      {
        mark: { type: "point", filled: true, opacity: 1, size: 150, shape: "diamond", color: colours.text },
        encoding: { x: { field: "middle", ...x }, y: { value: y }, tooltip: said },
      },
    ],
  };
}
