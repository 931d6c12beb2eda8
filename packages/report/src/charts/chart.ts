import type { Results } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";

/** Charts are drawn twice, so that text stays readable on a phone; the page shows the one that fits. */
export type ChartWidth = "wide" | "narrow";

/** The plotting width of each form in px, labels not counted. */
export const plotWidth: Readonly<Record<ChartWidth, number>> = { wide: 460, narrow: 190 };

/** A table of the same numbers: every chart has one. */
export interface DataTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row is its header. */
  readonly rows: readonly (readonly string[])[];
}

/** Everything a page needs to show one chart. */
export interface ChartContent {
  /** The finding, from a claim, or a neutral name for what is described. */
  readonly title: string;
  /** Measure, denominator and window. */
  readonly subtitle: string;
  /** What the picture shows, in words. */
  readonly alternative: string;
  readonly table: DataTable;
  readonly notes: readonly string[];
  spec(width: ChartWidth): TopLevelSpec;
}

/** A kind of chart: declares what it is for, and draws itself from disclosed results where they hold what it needs. */
export interface Chart {
  readonly id: string;
  readonly shows: string;
  /** Null when the results do not hold what it needs. */
  content(results: Results): ChartContent | null;
}
