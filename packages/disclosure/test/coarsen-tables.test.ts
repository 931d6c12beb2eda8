import { disclose, profileOf } from "@likewise/disclosure";
import { type Cell, countName, type Dimension, type Figure, isWithheld, type Table } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { resultsOf } from "./results-of.ts";

const months = ["2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07"];

/** Counts by month and outcome with totals, as a service of about fifty people has them. */
function monthTable(counts: readonly (readonly [number, number])[], over: Partial<Table> = {}): Table {
  const dimension = (id: string, levels: readonly string[], coarsen?: "sum"): Dimension => ({
    id,
    label: id,
    levels: [...levels, "all"].map((level) => ({ id: level, label: level })),
    total: "all",
    ...(coarsen === undefined ? {} : { coarsen }),
  });
  const cell = (month: string, outcome: string, numerator: number): Cell => ({
    at: { month, outcome },
    numerator,
    denominator: null,
    value: null,
    interval: null,
    of: { numerator: countName(outcome, month === "all" ? {} : { month }) },
  });
  const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
  const rows = [...counts, [sum(counts.map(([yes]) => yes)), sum(counts.map(([, no]) => no))] as const];
  return {
    id: "started",
    title: "People started",
    unit: "person",
    definition: "started",
    window: null,
    dimensions: [dimension("month", months, "sum"), dimension("outcome", ["yes", "no"])],
    cells: rows.flatMap(([yes, no], index) => {
      const month = months[index] ?? "all";
      return [cell(month, "yes", yes), cell(month, "no", no), cell(month, "all", yes + no)];
    }),
    linked: [],
    ...over,
  };
}

const small: [number, number][] = [
  [3, 4],
  [4, 3],
  [2, 4],
  [4, 4],
  [3, 2],
  [6, 7],
];
const publishedOf = (tables: Table[], profile = "default") =>
  disclose(resultsOf({ tables }), profileOf(profile)).results;
const shownIn = (table: Table) =>
  Object.fromEntries(table.cells.map(({ at, numerator }) => [Object.values(at).join(" "), numerator as Figure]));

describe("months of small counts", () => {
  it("become quarters, by hand: February and March 7 and 7, April to June 9 and 10, July 6 and 7", () => {
    const { tables, disclosure } = publishedOf([monthTable(small)]);
    expect(tables[0]!.dimensions[0]!.levels.map(({ label }) => label)).toEqual([
      "Feb to Mar 2024",
      "Apr to Jun 2024",
      "Jul 2024",
      "all",
    ]);
    expect(shownIn(tables[0]!)).toEqual({
      "2024-02 to 2024-03 yes": 7,
      "2024-02 to 2024-03 no": 7,
      "2024-02 to 2024-03 all": 14,
      "2024-04 to 2024-06 yes": 9,
      "2024-04 to 2024-06 no": 10,
      "2024-04 to 2024-06 all": 19,
      "2024-07 to 2024-07 yes": 6,
      "2024-07 to 2024-07 no": 7,
      "2024-07 to 2024-07 all": 13,
      "all yes": 22,
      "all no": 24,
      "all all": 46,
    });
    expect(disclosure!.notes).toContain('"People started" is by quarter: most counts by month would be withheld.');
  });

  it("stay months where most counts are large enough, and where nothing is withheld at all", () => {
    const large = small.map(([yes, no]): [number, number] => [yes + 9, no + 9]);
    expect(publishedOf([monthTable(large)]).tables[0]!.cells).toHaveLength(21);
    expect(publishedOf([monthTable(small)], "none").tables[0]).toEqual(monthTable(small));
  });

  it("of a stock are the last of their quarter", () => {
    const [month] = monthTable(small).dimensions;
    const stock: Table = {
      ...monthTable([]),
      dimensions: [{ ...month!, coarsen: "last", total: null, levels: month!.levels.slice(0, -1) }],
      cells: months.map((id, index) => ({
        at: { month: id },
        numerator: [1, 2, 3, 4, 8, 9][index]!,
        denominator: null,
        value: null,
        interval: null,
      })),
    };
    expect(publishedOf([stock]).tables[0]!.cells.map(({ numerator }) => numerator)).toEqual([
      { withheld: "primary" },
      8,
      9,
    ]);
  });

  it("of shares are refused: shares of months do not add up", () => {
    const table = monthTable(small);
    const cells = table.cells.map((cell) => ({ ...cell, denominator: 60, value: 0.1 }));
    expect(() => publishedOf([{ ...table, cells }])).toThrow(/counts alone/);
  });

  it("a month printed in another table is still part of its quarter: the third follows from two and the sum", () => {
    const other = (month: string, numerator: number): Table => ({
      ...monthTable([]),
      id: `one-${month}`,
      definition: `one-${month}`,
      dimensions: [],
      cells: [
        {
          at: {},
          numerator,
          denominator: null,
          value: null,
          interval: null,
          of: { numerator: countName("yes", { month }) },
        },
      ],
    });
    const [month] = monthTable(small).dimensions;
    const alone: Table = {
      ...monthTable([]),
      dimensions: [{ ...month!, total: null, levels: month!.levels.slice(0, -1) }],
      cells: months.map((id, index) => ({
        at: { month: id },
        numerator: [2, 3, 7, 8, 3, 4][index]!,
        denominator: null,
        value: null,
        interval: null,
        of: { numerator: countName("yes", { month: id }) },
      })),
    };
    const spring = "2024-04 to 2024-06";
    expect(shownIn(publishedOf([alone]).tables[0]!)[spring]).toBe(18);
    expect(shownIn(publishedOf([alone, other("2024-04", 7)]).tables[0]!)[spring]).toBe(18);
    // 18 less 7 less 8 leaves the 3 of June.
    const { tables } = publishedOf([alone, other("2024-04", 7), other("2024-05", 8)]);
    const figures = [shownIn(tables[0]!)[spring], ...tables.slice(1).map(({ cells }) => cells[0]!.numerator)];
    expect(figures.some(isWithheld)).toBe(true);
  });

  it("months that nobody prints any longer are still parts of the sums they are named in: 40 and February and March are 44", () => {
    const [month] = monthTable(small).dimensions;
    const count = (at: Cell["at"], numerator: number, name: string): Cell => ({
      at,
      numerator,
      denominator: null,
      value: null,
      interval: null,
      of: { numerator: name },
    });
    const began: Table = {
      ...monthTable([]),
      dimensions: [{ ...month!, total: null, levels: month!.levels.slice(0, -1) }],
      cells: months.map((id, index) =>
        count({ month: id }, [1, 3, 7, 4, 3, 6][index]!, countName("yes", { month: id })),
      ),
    };
    const one = (id: string, people: number): Table => ({
      ...monthTable([]),
      id,
      definition: id,
      dimensions: [],
      cells: [count({}, people, id)],
    });
    const sums = [{ total: "end", parts: ["start", "yes; month=2024-02", "yes; month=2024-03"] }];
    const { tables } = publishedOf([began, one("start", 40), { ...one("end", 44), sums }]);
    expect(shownIn(tables[0]!)["2024-02 to 2024-03"]).toEqual({ withheld: "primary" });
    expect(tables.slice(1).some(({ cells }) => isWithheld(cells[0]!.numerator))).toBe(true);
  });
});

describe("tables too fine", () => {
  it("lose the dimension that leaves most cells to show, not the only one there is", () => {
    const areas: [number, number][] = small.slice(0, 5);
    const table = monthTable([...areas, [2, 3]]);
    const dimensions = table.dimensions.map(({ coarsen: _, ...dimension }) => dimension);
    const { tables, disclosure } = publishedOf([{ ...table, dimensions }]);
    expect(tables[0]!.dimensions.map(({ id }) => id)).toEqual(["month"]);
    expect(tables[0]!.cells.map(({ numerator }) => numerator)).toEqual([7, 7, 6, 8, 5, 5, 38]);
    expect(disclosure!.notes).toContain(
      '"People started" is not broken down by outcome: most counts would be withheld.',
    );
  });
});
