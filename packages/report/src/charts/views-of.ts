import type { ChartContent, ChartView } from "./chart.ts";

/** One part of what a chart shows: an outcome, a characteristic, a group. */
export interface ChartPart {
  readonly id: string;
  readonly label: string;
}

/**
 * A chart of all its rows, with each of their parts as a view to choose; no choice where there is one part alone.
 *
 * @param label     what the parts are: "Outcome"
 * @param contentOf the chart of some of the rows; null where they hold nothing to draw
 */
export function viewsOf<Row>(
  label: string,
  rows: readonly Row[],
  partOf: (row: Row) => ChartPart,
  contentOf: (rows: readonly Row[]) => ChartContent | null,
): ChartContent | null {
  const whole = contentOf(rows);
  if (whole === null) return null;
  const parts = new Map(rows.map((row) => [partOf(row).id, partOf(row)]));
  const views = [...parts.values()].flatMap((part): ChartView[] => {
    const content = contentOf(rows.filter((row) => partOf(row).id === part.id));
    return content === null ? [] : [{ ...part, content }];
  });
  if (parts.size < 2 || views.length === 0) return whole;
  return { ...whole, choice: { label, views: [{ id: "all", label: "All", content: whole }, ...views] } };
}
