import type { Results } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";

/** Charts are drawn twice, so that text stays readable on a phone; the page shows the one that fits. */
export type ChartWidth = "wide" | "narrow";

/** Width of the whole picture in px. The narrow one fits a screen of 320 px. */
export const pictureWidth: Readonly<Record<ChartWidth, number>> = { wide: 720, narrow: 288 };

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
  /** Other parts of the same results that a live page lets the reader choose; the first is what stands here. */
  readonly choice?: ChartChoice;
}

/** A choice among views of one chart: by outcome, group, or what else its tables are broken down by. */
export interface ChartChoice {
  /** What is chosen: "Outcome". */
  readonly label: string;
  readonly views: readonly ChartView[];
}

export interface ChartView {
  /** A word, for the page's address. */
  readonly id: string;
  readonly label: string;
  readonly content: Omit<ChartContent, "choice">;
}

/** A kind of chart: declares what it is for, and draws itself from disclosed results where they hold what it needs. */
export interface Chart {
  readonly id: string;
  readonly shows: string;
  /** Null when the results do not hold what it needs. */
  content(results: Results): ChartContent | null;
}
