import {
  booleanColumn,
  type Comparison,
  categoryColumn,
  columnsOf,
  columnTypes,
  dateColumn,
  fromColumnShape,
  integerColumn,
  isoDate,
  numberColumn,
  textColumn,
} from "@likewise/schema";
import { balanceTable, estimatesTable, fromArquero, toArquero } from "@likewise/schema/arquero";
import { desc, fromCSV, table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("columns and Arquero tables", () => {
  const columns = columnsOf({
    id: textColumn(["NSW2", null, "NSW10"]),
    arm: booleanColumn([true, false, null]),
    born: dateColumn([0, null, 19782]),
    area: categoryColumn(["north", null, "east"]),
    prior: integerColumn([3, null, 0]),
    score: numberColumn([0.1, null, -7]),
  });

  it("show missing as null and dates as ISO text", () => {
    expect(toArquero(columns).objects()).toEqual([
      { id: "NSW2", arm: true, born: "1970-01-01", area: "north", prior: 3, score: 0.1 },
      { id: null, arm: false, born: null, area: null, prior: null, score: null },
      { id: "NSW10", arm: null, born: "2024-02-29", area: "east", prior: 0, score: -7 },
    ]);
  });

  it("go there and back, given the types", () => {
    expect(fromArquero(toArquero(columns), columnTypes(columns))).toEqual(columns);
  });

  it("go there and back for any values", () => {
    const row = fc.record({
      a: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      b: fc.option(fc.integer()),
      c: fc.option(fc.string()),
      d: fc.option(fc.integer({ min: -100_000, max: 100_000 })),
      e: fc.option(fc.boolean()),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const made = columnsOf({
          a: numberColumn(rows.map(({ a }) => a)),
          b: integerColumn(rows.map(({ b }) => b)),
          c: categoryColumn(rows.map(({ c }) => c)),
          d: dateColumn(rows.map(({ d }) => d)),
          e: booleanColumn(rows.map(({ e }) => e)),
        });
        expect(fromArquero(toArquero(made), columnTypes(made))).toEqual(made);
      }),
    );
  });

  it("say the latest day of partial dates in a column of its own", () => {
    const partial = columnsOf({ seen: dateColumn([0, null, 31], null, Int32Array.of(30, 0, 31)) });
    expect(toArquero(partial).array("seen_latest")).toEqual(["1970-01-31", null, "1970-02-01"]);
  });

  it("keep the rows a filter leaves, in the order asked for", () => {
    const sorted = toArquero(columns).filter("d => d.score != null").orderby(desc("prior"), "id");
    expect(Array.from(fromArquero(sorted).columns.score!.values as Float64Array)).toEqual([0.1, -7]);
    expect(Array.from(fromArquero(sorted.orderby("prior")).columns.score!.values as Float64Array)).toEqual([-7, 0.1]);
  });

  it("read what Arquero reads from CSV, dates of days included", () => {
    const read = fromArquero(fromCSV("id,born,age\nNSW2,2024-02-29,31\nNSW10,,\n"));
    expect(columnTypes(read)).toEqual({ id: "category", born: "date", age: "number" });
    expect(isoDate(read.columns.born!.values[0] as number)).toBe("2024-02-29");
    expect(read.columns.born!.valid).toEqual(Uint8Array.of(1, 0));
  });
});

describe("anything with Arquero's column shape", () => {
  it("takes its types from the values", () => {
    const read = fromColumnShape({
      a: [1, null, 2.5],
      b: Int16Array.of(1, 2, 3),
      c: ["x", undefined, "y"],
      d: [true, false, null],
      e: [Number.NaN, 1n, 2],
      f: [null, null, null],
      g: { length: 3, at: (row: number) => row * 2 },
    });
    expect(columnTypes(read)).toEqual({
      a: "number",
      b: "integer",
      c: "category",
      d: "boolean",
      e: "number",
      f: "number",
      g: "number",
    });
    expect(read.columns.e!.valid).toEqual(Uint8Array.of(0, 1, 1));
    expect(Array.from(read.columns.g!.values as Float64Array)).toEqual([0, 2, 4]);
  });

  it("takes the types given where the values do not say", () => {
    const read = fromColumnShape(
      { id: [7, 8], on: ["2024-02-29", null], n: [1, 2], arm: [1, 0] },
      { id: "text", on: "date", n: "integer", arm: "boolean" },
    );
    expect(read.columns.id!.values).toEqual(["7", "8"]);
    expect(read.columns.on!.values[0]).toBe(19782);
    expect(columnTypes(read)).toEqual({ id: "text", on: "date", n: "integer", arm: "boolean" });
  });

  it("refuses what it would have to bend", () => {
    expect(() => fromColumnShape({ a: [1, "x"] })).toThrow("values of a must be of one type, got 2");
    expect(() => fromColumnShape({ a: [{}] })).toThrow(RangeError);
    expect(() => fromColumnShape({ a: ["2023-02-29"] }, { a: "date" })).toThrow(
      "values of a must be readable as date, got another",
    );
    expect(() => fromColumnShape({ a: [new Date("2024-01-01T12:00Z")] })).toThrow(RangeError);
    expect(() => fromColumnShape({ a: [1.5] }, { a: "integer" })).toThrow(RangeError);
    expect(() => fromColumnShape({ a: [2] }, { a: "boolean" })).toThrow(RangeError);
    expect(() => fromColumnShape({ a: [Number.POSITIVE_INFINITY] })).toThrow(RangeError);
    expect(() => fromColumnShape({ a: [2n ** 60n] })).toThrow(RangeError);
    expect(() => fromColumnShape({ a: [1], b: [1, 2] })).toThrow("b must have as many rows as a");
  });

  it("is a table Arquero makes too", () => {
    const made = table({ a: [1, 2] });
    expect(fromArquero(made)).toEqual(columnsOf({ a: numberColumn([1, 2]) }));
  });
});

describe("tables of results", () => {
  const estimate = {
    id: "arrest:riskDifference:crude",
    outcome: "arrest",
    window: null,
    measure: "riskDifference",
    estimand: "ATE",
    estimator: "difference in shares",
    subgroup: null,
    primary: true,
    level: 0.95,
    population: "432 people",
    estimate: -0.08,
    standardError: null,
    interval: [{ withheld: "secondary" }, { unbounded: "above" }],
    pValue: 0.05,
    treated: { n: 216, events: { withheld: "primary" }, value: 0.22 },
    comparison: { n: 216, events: 66, value: 0.31 },
  } as unknown as Comparison["estimates"][number];

  it("say in words what is withheld or unbounded, and leave the number out", () => {
    const [row] = estimatesTable({ estimates: [estimate] }).objects() as Record<string, unknown>[];
    expect(row).toMatchObject({
      id: estimate.id,
      estimate: -0.08,
      lower: null,
      upper: null,
      treatedN: 216,
      treatedEvents: null,
      comparisonEvents: 66,
    });
    expect(row!.notes).toBe("lower withheld (secondary); upper unbounded above; treatedEvents withheld (primary)");
  });

  it("show balance before and after, null where there is no after", () => {
    const before = {
      treated: 25,
      comparison: 28,
      standardisedMeanDifference: -0.3,
      varianceRatio: { withheld: "primary" },
    } as const;
    const rows = balanceTable({
      balance: [
        { covariate: "age", level: null, essential: true, adjusted: true, before, after: null },
        {
          covariate: "sex",
          level: "F",
          essential: false,
          adjusted: false,
          before,
          after: { ...before, varianceRatio: 1 },
        },
      ],
    }).objects() as Record<string, unknown>[];
    expect(rows[0]).toMatchObject({
      covariate: "age",
      treatedBefore: 25,
      treatedAfter: null,
      notes: "varianceRatioBefore withheld (primary)",
    });
    expect(rows[1]).toMatchObject({ level: "F", varianceRatioAfter: 1 });
  });

  it("of nothing are empty", () => {
    expect(estimatesTable({ estimates: [] }).numRows()).toBe(0);
  });
});
