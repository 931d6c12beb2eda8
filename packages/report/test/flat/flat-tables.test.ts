import { flatTables } from "@likewise/report";
import type { Results, Table } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { betterAndCausal } from "../fixtures/studies.ts";

const table = (dimensions: number): Table => ({
  id: "t",
  title: "A table",
  unit: "person",
  definition: "d",
  window: null,
  dimensions: Array.from({ length: dimensions }, (_, at) => ({
    id: `d${at}`,
    label: `D${at}`,
    levels: [
      { id: "a", label: "=A" },
      { id: "total", label: "Total" },
    ],
    total: "total",
  })),
  cells: [
    {
      at: Object.fromEntries(Array.from({ length: dimensions }, (_, at) => [`d${at}`, at === 0 ? "total" : "a"])),
      numerator: { withheld: "primary" },
      denominator: 12,
      value: { withheld: "secondary" },
      interval: [0.25, { unbounded: "above" }],
    },
  ],
  linked: [],
});

describe("flat tables", () => {
  const rowsOf = (results: Results, name: string) => {
    const { columns, rows } = flatTables(results).find((one) => one.name === name)!;
    return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
  };
  const bare = { ...betterAndCausal(), comparisons: [], blocks: [], coverage: [], funnel: [], safety: [], tables: [] };

  it("have the same names and columns with and without anything to show", () => {
    const shape = (results: Results) => flatTables(results).map(({ name, columns }) => [name, columns]);
    expect(shape(bare)).toEqual(shape(betterAndCausal()));
    expect(flatTables(bare).every(({ rows }) => rows.length === 0)).toBe(true);
  });

  it("leave a number withheld and a limit that does not exist blank, and name them", () => {
    const [row] = rowsOf({ ...bare, tables: [table(2)] }, "tables");
    expect(row).toMatchObject({
      dimension_1: "d0",
      level_1: "total",
      label_1: "Total",
      dimension_2: "d1",
      label_2: "=A",
      dimension_3: null,
      is_total: true,
      numerator: null,
      denominator: 12,
      value: null,
      lower: 0.25,
      upper: null,
      withheld: "numerator value",
      unbounded: "upper",
    });
  });

  it("have columns for five dimensions, and refuse a table of six rather than drop one", () => {
    expect(rowsOf({ ...bare, tables: [table(5)] }, "tables")[0]).toMatchObject({ dimension_5: "d4", level_5: "a" });
    expect(() => flatTables({ ...bare, tables: [table(6)] })).toThrow(
      "flatTables: a table must have 5 dimensions or fewer, got 6 in t",
    );
  });
});
