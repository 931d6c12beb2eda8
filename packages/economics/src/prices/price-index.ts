import gdp202603 from "./gdp-deflator-2026-03.json" with { type: "json" };

/** A series of prices by financial year, as one release has it: later releases revise earlier years. */
export interface PriceIndex {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  readonly status: "VERIFIED" | "RECALLED";
  /** the year that is 100 */
  readonly base: string;
  readonly years: readonly {
    /** April to March, as 2016-17 */
    readonly year: string;
    readonly index: number;
    readonly kind: "outturn" | "forecast";
  }[];
}

/** Every series of prices, newest release first; old releases stay, so that an earlier result can be made again. */
export const priceIndices: readonly PriceIndex[] = [gdp202603 as PriceIndex];
