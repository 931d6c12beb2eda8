import {
  booleanColumn,
  booleansOf,
  type ColumnData,
  type Columns,
  categoriesOf,
  categoryColumn,
  cell,
  columnsOf,
  dateColumn,
  datesOf,
  integerColumn,
  integersOf,
  isPresent,
  numberColumn,
  numbersOf,
  rowsWhere,
  stackColumns,
  takeRows,
  textColumn,
  textsOf,
  withColumns,
} from "@likewise/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const cellsOf = (column: ColumnData) => Array.from({ length: column.values.length }, (_, row) => cell(column, row));

describe("column constructors", () => {
  const makers = {
    number: { make: numberColumn, value: fc.double({ noNaN: true, noDefaultInfinity: true }) },
    integer: { make: integerColumn, value: fc.integer() },
    date: { make: dateColumn, value: fc.integer({ min: -200_000, max: 200_000 }) },
    boolean: { make: booleanColumn, value: fc.boolean() },
    category: { make: categoryColumn, value: fc.string() },
    text: { make: textColumn, value: fc.string() },
  };

  for (const [type, { make, value }] of Object.entries(makers)) {
    it(`${type}: cells give back what went in, missing as null`, () => {
      fc.assert(
        fc.property(fc.array(fc.option<unknown>(value)), (values) => {
          const column = (make as (values: unknown[]) => ColumnData)(values);
          expect(column.type).toBe(type);
          expect(cellsOf(column)).toEqual(values);
        }),
      );
    });

    it(`${type}: a column without a missing value has no mask`, () => {
      expect((make as (values: unknown[]) => ColumnData)([]).valid).toBeNull();
    });
  }

  it("keep a typed array as it is, and drop a mask without a 0", () => {
    const values = Float64Array.of(1, 2);
    const column = numberColumn(values, Uint8Array.of(1, 1));
    expect(column.values).toBe(values);
    expect(column.valid).toBeNull();
  });

  it("refuse what is not a number, except under the mask", () => {
    expect(() => numberColumn([1, Number.NaN])).toThrow(
      "numberColumn: values must be finite or null, got NaN in row 1",
    );
    expect(() => numberColumn([Number.POSITIVE_INFINITY])).toThrow(RangeError);
    expect(cell(numberColumn(Float64Array.of(Number.NaN), Uint8Array.of(0)), 0)).toBeNull();
  });

  it("refuse numbers a typed array would wrap or cut", () => {
    expect(() => integerColumn([1.5])).toThrow(
      "integerColumn: values must be whole numbers of 32 bits or null, got 1.5 in row 0",
    );
    expect(() => integerColumn([2 ** 31])).toThrow(RangeError);
    expect(() => dateColumn([Number.NaN])).toThrow(RangeError);
    expect(() => booleanColumn(Uint8Array.of(2))).toThrow("booleanColumn: values must be 0 or 1, got 2 in row 0");
  });

  it("refuse a mask of another length, or beside a plain array", () => {
    expect(() => numberColumn(Float64Array.of(1), Uint8Array.of(1, 0))).toThrow(
      "valid must have the length of values (1), got 2",
    );
    expect(() => numberColumn([1], Uint8Array.of(1))).toThrow("a mask must come with a typed array");
  });

  it("refuse a partial date that ends before it begins", () => {
    expect(dateColumn([10, 20], null, Int32Array.of(10, 25)).latest).toEqual(Int32Array.of(10, 25));
    expect(() => dateColumn([10], null, Int32Array.of(9))).toThrow("on or before its latest day");
  });

  it("put levels in natural order whatever the order of rows, and keep levels that do not occur", () => {
    expect(categoryColumn(["b10", "b9", "b10"]).levels).toEqual(["b9", "b10"]);
    expect(categoryColumn(["yes"], ["yes", "no"]).levels).toEqual(["no", "yes"]);
    expect(() => categoryColumn(["maybe"], ["yes", "no"])).toThrow("values must be among the 2 levels given");
  });

  it("leave their input as it was", () => {
    const values = Object.freeze(["b", null, "a"]);
    categoryColumn(values);
    expect(values).toEqual(["b", null, "a"]);
  });
});

describe("a table of columns", () => {
  const table = columnsOf({
    unit: integerColumn([0, 1, 2]),
    age: numberColumn([31.5, null, 45]),
    born: dateColumn([100, 200, null], null, Int32Array.of(100, 230, 0)),
    treated: booleanColumn([true, false, null]),
    site: categoryColumn(["site 10", null, "site 2"]),
    id: textColumn(["NSW1", "NSW2", ""]),
  });

  it("has columns of one length", () => {
    expect(table.numRows).toBe(3);
    expect(columnsOf({}).numRows).toBe(0);
    expect(() => columnsOf({ a: integerColumn([1]), b: integerColumn([1, 2]) })).toThrow(
      "b must have as many rows as a (1), got 2",
    );
  });

  it("says which values are present, and refuses a row it does not have", () => {
    expect([0, 1, 2].map((row) => isPresent(table.columns.age, row))).toEqual([true, false, true]);
    for (const row of [-1, 3, 0.5])
      expect(() => cell(table.columns.age, row)).toThrow("row must be a whole number from 0 to 2");
  });

  it("gives typed columns by name, and says what else it holds", () => {
    expect(integersOf(table, "unit")).toBe(table.columns.unit);
    expect(datesOf(table, "born")).toBe(table.columns.born);
    expect(booleansOf(table, "treated")).toBe(table.columns.treated);
    expect(categoriesOf(table, "site")).toBe(table.columns.site);
    expect(textsOf(table, "id")).toBe(table.columns.id);
    expect(() => integersOf(table, "age")).toThrow("integersOf: age must be of type integer, got number");
    expect(() => textsOf(table, "ident")).toThrow(
      "name must be a column of the table (unit, age, born, treated, site, id), got ident",
    );
    expect(() => textsOf(table, "constructor")).toThrow(RangeError);
  });

  it("gives whole numbers and truths as numbers, with their mask", () => {
    expect(cellsOf(numbersOf(table, "treated"))).toEqual([1, 0, null]);
    expect(cellsOf(numbersOf(table, "unit"))).toEqual([0, 1, 2]);
    expect(() => numbersOf(table, "site")).toThrow(
      "numbersOf: site must be of type number or integer or boolean, got category",
    );
  });

  it("takes rows in any order and more than once", () => {
    const taken = takeRows(table, Int32Array.of(2, 0, 0));
    expect(cellsOf(taken.columns.age)).toEqual([45, 31.5, 31.5]);
    expect(taken.columns.age.valid).toBeNull();
    expect(cellsOf(taken.columns.site)).toEqual(["site 2", "site 10", "site 10"]);
    expect(cellsOf(taken.columns.id)).toEqual(["", "NSW1", "NSW1"]);
    expect(taken.columns.born.latest).toEqual(Int32Array.of(0, 100, 100));
    expect(takeRows(table, new Int32Array(0)).numRows).toBe(0);
    expect(takeRows({ numRows: 2, columns: {} }, Int32Array.of(1)).numRows).toBe(1);
  });

  it("refuses rows it does not have", () => {
    expect(() => takeRows(table, Int32Array.of(3))).toThrow("takeRows: rows must be from 0 to 2, got 3");
    expect(() => takeRows(table, Int32Array.of(-1))).toThrow(RangeError);
  });

  it("taking rows twice is taking the rows of the rows", () => {
    const rows = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const inFirst = second.map((row) => row % first.length);
        const twice = takeRows(takeRows(table, Int32Array.from(first)), Int32Array.from(inFirst));
        expect(twice).toEqual(takeRows(table, Int32Array.from(inFirst.map((row) => first[row]!))));
      }),
    );
  });

  it("splitting and stacking gives the table back, levels in natural order", () => {
    const parts = [0, 1, 2].map((row) => takeRows<Columns>(table, Int32Array.of(row)));
    expect(stackColumns(parts)).toEqual(table);
  });

  it("stacks columns named in another order, and refuses other names or types", () => {
    const a = columnsOf({ x: integerColumn([1]), y: textColumn(["a"]) });
    const b = columnsOf({ y: textColumn(["b"]), x: integerColumn([2]) });
    expect(cellsOf(stackColumns<Columns>([a, b]).columns.x!)).toEqual([1, 2]);
    expect(() => stackColumns<Columns>([a, columnsOf({ x: integerColumn([1]) })])).toThrow(
      "every table must have the columns x, y",
    );
    expect(() => stackColumns<Columns>([a, columnsOf({ x: numberColumn([1]), y: textColumn(["b"]) })])).toThrow(
      RangeError,
    );
    expect(() => stackColumns([])).toThrow("tables must be at least one");
  });

  it("stacks exact and partial dates: an exact date is its own latest day", () => {
    const exact = columnsOf({ d: dateColumn([5, null]) });
    const partial = columnsOf({ d: dateColumn([7], null, Int32Array.of(9)) });
    expect(stackColumns([exact, partial]).columns.d.latest).toEqual(Int32Array.of(5, 0, 9));
  });

  it("finds rows by a condition", () => {
    expect(rowsWhere(table, (row) => isPresent(table.columns.age, row))).toEqual(Int32Array.of(0, 2));
  });

  it("takes further columns without changing the table", () => {
    const wider = withColumns(table, { extra: integerColumn([7, 8, 9]) });
    expect(Object.keys(wider.columns)).toContain("extra");
    expect(Object.keys(table.columns)).not.toContain("extra");
    expect(() => withColumns(table, { extra: integerColumn([7]) })).toThrow(RangeError);
  });
});
