import { disclose, profileOf } from "@likewise/disclosure";
import type { Cell, Table } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { resultsOf, tableOf } from "../results-of.ts";
import { blindAttack } from "./blind-attack.ts";

const profile = profileOf("default");

/** Publishes tables, and attacks them without what they say of themselves. */
function attacked(exact: readonly Table[]) {
  const { results } = disclose(resultsOf({ tables: [...exact] }), profile);
  return blindAttack({ exact, published: results.tables }, profile.threshold, profile.feasibleValues).pinned;
}

/** The same with small counts withheld and nothing else, as a table looks that nobody protects. */
function unprotected(exact: readonly Table[]) {
  const published = exact.map((table) => ({
    ...table,
    cells: table.cells.map((cell) => {
      const small = typeof cell.numerator === "number" && cell.numerator > 0 && cell.numerator < profile.threshold;
      return small ? { ...cell, numerator: { withheld: "primary" as const } } : cell;
    }),
  }));
  return blindAttack({ exact, published }, profile.threshold, profile.feasibleValues).pinned;
}

/** A table of rows by columns of counts, each count named by row and column where asked. */
function countsOf(
  id: string,
  rows: Readonly<Record<string, readonly number[]>>,
  columns: readonly string[],
  over: { readonly sums?: NonNullable<Table["sums"]> } = {},
): Table {
  const levels = (ids: readonly string[]) => ids.map((one) => ({ id: one, label: one }));
  const named = over.sums !== undefined;
  return {
    ...tableOf(id, [[1]]),
    linked: [],
    definition: id,
    dimensions: [
      { id: "row", label: "Row", levels: levels(Object.keys(rows)), total: null },
      { id: "column", label: "Column", levels: levels(columns), total: null },
    ],
    cells: Object.entries(rows).flatMap(([row, counts]) =>
      counts.map(
        (numerator, index): Cell => ({
          at: { row, column: columns[index]! },
          numerator,
          denominator: null,
          value: null,
          interval: null,
          ...(named ? { of: { numerator: `${columns[index]} ${row}` } } : {}),
        }),
      ),
    ),
    ...over,
  };
}

describe("a stock by month", () => {
  // Came, left, there at the end: one left in the first month and three in the fourth.
  const months = {
    "2020-01": [13, 1, 12],
    "2020-02": [11, 6, 17],
    "2020-03": [12, 9, 20],
    "2020-04": [25, 3, 42],
    "2020-05": [10, 8, 44],
    "2020-06": [17, 11, 50],
    "2020-07": [14, 21, 43],
    "2020-08": [19, 7, 55],
    "2020-09": [16, 12, 59],
    "2020-10": [23, 18, 64],
    "2020-11": [15, 24, 55],
  };
  const flows = ["in", "out", "stock"];

  it("gives who left away where small counts alone are withheld, and the opening month too: 13 − 12 = 1", () => {
    const pinned = unprotected([countsOf("flow", months, flows)]);
    expect(pinned.map(({ who, least }) => [who, Math.round(least)])).toEqual([
      ["flow 2020-01, out numerator", 1],
      ["flow 2020-04, out numerator", 3],
    ]);
  });

  it("gives nobody away although nobody says what adds up", () => {
    expect(attacked([countsOf("flow", months, flows)])).toEqual([]);
  });

  it("gives nobody away where its sums are declared, opening month included", () => {
    const ids = Object.keys(months);
    const sums = ids.flatMap((month, at) => [
      { total: `present ${month}`, parts: [...(at === 0 ? [] : [`stock ${ids[at - 1]}`]), `in ${month}`] },
      { total: `present ${month}`, parts: [`stock ${month}`, `out ${month}`] },
    ]);
    expect(attacked([countsOf("flow", months, flows, { sums })])).toEqual([]);
  });

  it("beside the same people but a few tells of these few by subtraction", () => {
    const fewer = Object.fromEntries(
      Object.entries(months).map(([month, [came]]) => [month, [came! - (month === "2020-04" ? 1 : 0)]]),
    );
    const more = Object.fromEntries(Object.entries(months).map(([month, [came]]) => [month, [came!]]));
    const tables = [countsOf("all", more, ["n"]), countsOf("some", fewer, ["n"])];
    const names = unprotected(tables).map(({ who }) => who);
    expect(names).toContain("all 2020-04, n numerator less some 2020-04, n numerator");
    expect(attacked(tables)).toEqual([]);
  });
});

describe("a sum of two cells in another table", () => {
  const said = {
    a: [30, 11, 9, 22],
    b: [41, 27, 0, 13],
    c: [33, 8, 14, 19],
    d: [28, 16, 7, 25],
    e: [52, 24, 3, 31],
    f: [37, 12, 10, 16],
    g: [26, 9, 21, 18],
    h: [45, 15, 6, 27],
  };
  const columns = ["both", "first", "second", "neither"];
  const differ = Object.fromEntries(Object.entries(said).map(([row, [, one, other]]) => [row, [one! + other!]]));

  it("gives the small one away where it alone is withheld: 27 less 24 are three", () => {
    const pinned = unprotected([countsOf("said", said, columns), countsOf("differ", differ, ["differ"])]);
    expect(pinned.map(({ who, least }) => [who, Math.round(least)])).toContainEqual(["said e, second numerator", 3]);
  });

  it("gives nobody away where nobody says so", () => {
    expect(attacked([countsOf("said", said, columns), countsOf("differ", differ, ["differ"])])).toEqual([]);
  });

  it("gives nobody away where it is declared", () => {
    const sums = Object.keys(said).map((row) => ({ total: `differ ${row}`, parts: [`first ${row}`, `second ${row}`] }));
    const pinned = attacked([
      countsOf("said", said, columns, { sums }),
      countsOf("differ", differ, ["differ"], { sums }),
    ]);
    expect(pinned).toEqual([]);
  });
});

describe("numbers without a relation", () => {
  it("are not believed to have one: four rows of four columns always fit some", () => {
    const rows = { a: [7, 2, 19, 31], b: [12, 23, 5, 8], c: [3, 14, 26, 9], d: [17, 6, 11, 28] };
    expect(attacked([countsOf("any", rows, ["w", "x", "y", "z"])])).toEqual([]);
  });
});
