import type { TopLevelSpec } from "vega-lite";
import { gatheredMarks } from "./gathered-marks.ts";
import { theme } from "./theme.ts";

/** A part of a spec; Vega-Lite's own types are too wide to check it usefully. */
export type SpecPart = Readonly<Record<string, unknown>>;

/** What a mark says of itself where a picture is live: words its data hold, all of which the picture or its table shows. */
export const said: SpecPart = { field: "says", type: "nominal" };

/** The size of a picture in px: all of it, and the margins that hold what stands outside the plot. */
export interface Size {
  readonly width: number;
  readonly plotHeight: number;
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/**
 * A complete Vega-Lite spec of an exact size: schema, theme and data inside, so that the shipped `.vl.json` runs
 * anywhere by itself. The size is not left to Vega, which measures text too wide where it has no canvas.
 */
export function picture(
  { width, plotHeight, margin }: Size,
  { layer }: { readonly layer: readonly SpecPart[] },
): TopLevelSpec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    config: theme,
    autosize: "none",
    padding: margin,
    width: width - margin.left - margin.right,
    height: plotHeight,
    layer: gatheredMarks(layer),
  } as unknown as TopLevelSpec;
}

/**
 * Text at a place of the plot; several lines stand centred on it.
 *
 * @param x px from the left of the plot
 * @param y px from its top
 */
export function textAt(x: number, y: number, lines: readonly string[], mark: SpecPart = {}): SpecPart {
  const raised = ((lines.length - 1) * theme.text.lineHeight) / 2;
  return {
    data: { values: [{ text: lines.length === 1 ? lines[0] : lines }] },
    mark: { type: "text", align: "left", baseline: "middle", ...mark },
    encoding: { x: { value: x }, y: { value: y - raised }, text: { field: "text" } },
  };
}

/** A straight line between two places of the plot, in px. */
export function lineAt(from: readonly [number, number], to: readonly [number, number], mark: SpecPart = {}): SpecPart {
  return {
    data: { values: [{}] },
    mark: { type: "rule", ...mark },
    encoding: { x: { value: from[0] }, y: { value: from[1] }, x2: { value: to[0] }, y2: { value: to[1] } },
  };
}
