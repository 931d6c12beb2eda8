import { disclose, profileOf } from "@likewise/disclosure";
import { isWithheld, type Table } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { resultsOf } from "./results-of.ts";

/** Starts by some periods, against a target of each. */
function starts(id: string, counts: readonly number[], coarser?: string): Table {
  return {
    id,
    title: `Starts ${id}`,
    unit: "person",
    definition: "starts",
    window: null,
    dimensions: [
      {
        id: "period",
        label: "Period",
        levels: counts.map((_, index) => ({ id: `p${index}`, label: `P${index}` })),
        total: null,
      },
    ],
    cells: counts.map((numerator, index) => ({
      at: { period: `p${index}` },
      numerator,
      denominator: null,
      value: null,
      interval: [0, 2 * numerator],
      asked: { least: 3, most: null, days: 90, ofDays: 90, proRata: false, provisional: false, verdict: "met" },
    })),
    linked: [],
    ...(coarser === undefined ? {} : { coarser }),
  };
}

const published = (tables: Table[], profile = "default") => disclose(resultsOf({ tables }), profileOf(profile)).results;

describe("tables by shorter and longer periods", () => {
  const tables = [
    starts("quarters", [2, 3, 4, 9], "half-years"),
    starts("half-years", [5, 13], "years"),
    starts("years", [18]),
  ];

  it("are published once: the shortest periods of which no more than a third are small", () => {
    const { tables: shown, disclosure } = published(tables);
    expect(shown.map(({ id }) => id)).toEqual(["half-years"]);
    expect(shown[0]!.cells.map(({ numerator }) => numerator)).toEqual([5, 13]);
    expect(shown[0]!.coarser).toBeUndefined();
    expect(disclosure!.notes).toEqual([
      '"Starts quarters" is shown as "Starts half-years": too many of its counts would be withheld.',
    ]);
  });

  it("stay by quarter where nothing is withheld, and end with the longest where all is small", () => {
    expect(published(tables, "none").tables.map(({ id }) => id)).toEqual(["quarters"]);
    const small = [starts("quarters", [1, 1], "half-years"), starts("half-years", [2])];
    expect(published(small).tables.map(({ id }) => id)).toEqual(["half-years"]);
  });

  it("count those left out too: of 30 people each time, 1, 2 and 29 without leave three of four quarters small", () => {
    const of30 = (table: Table): Table => ({
      ...table,
      cells: table.cells.map((cell) => ({ ...cell, denominator: 30, interval: null })),
    });
    const shares = [of30(starts("quarters", [29, 28, 1, 15], "half-years")), starts("half-years", [57, 16])];
    expect(published(shares).tables.map(({ id }) => id)).toEqual(["half-years"]);
  });

  it("lose the verdict with the count: a target of 3 missed would tell that a withheld count is 1 or 2", () => {
    const { tables: shown } = published([starts("quarters", [2, 12, 30, 40])]);
    const [first, , , last] = shown[0]!.cells;
    expect(isWithheld(first!.numerator)).toBe(true);
    expect(isWithheld(first!.asked!.verdict)).toBe(true);
    expect(last!.asked!.verdict).toBe("met");
  });
});
