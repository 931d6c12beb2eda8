import type { ChartWidth } from "./chart.ts";

/** How rows are named: beside the axis where there is room, above each row on a narrow screen, never cut short. */
export interface RowLabels {
  readonly y: Readonly<Record<string, unknown>>;
  /** Height of a row in px. */
  readonly step: number;
  /** Layers that write the names above the rows; none where the axis has them. */
  readonly layers: readonly Readonly<Record<string, unknown>>[];
}

const characterWidth = 7.2;

/**
 * @param field the field that names the row
 * @param names the names, in order
 * @param x     encoding of the quantitative axis; names start at its `labelsFrom`
 */
export function rowLabels(width: ChartWidth, field: string, names: readonly string[], step: number): RowLabels {
  const longest = Math.max(...names.map((name) => name.length)) * characterWidth;
  const beside = width === "wide" && longest <= 300;
  const axis = beside ? { ticks: false, domain: false, labelLimit: 320 } : null;
  const y = { field, type: "nominal", sort: null, title: null, axis };
  if (beside) return { y, step, layers: [] };
  return {
    y,
    step: step + 24,
    layers: [
      {
        mark: { type: "text", align: "left", baseline: "bottom", dy: -step / 2 + 2, limit: 0 },
        encoding: { y, x: { value: 0 }, text: { field, type: "nominal" } },
      },
    ],
  };
}
