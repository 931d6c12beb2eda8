import { nullSpace, type SeenRelation, seenRelations } from "@likewise/disclosure";
import type { Cell, Table } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { tableOf } from "../results-of.ts";

/** Counts by row and column, without totals and without a word on what they count. */
function countsOf(id: string, rows: readonly string[], columns: Readonly<Record<string, readonly number[]>>): Table {
  const dimension = (name: string, ids: readonly string[]) => ({
    id: name,
    label: name,
    levels: ids.map((one) => ({ id: one, label: one })),
    total: null,
  });
  const cells = rows.flatMap((row, index) =>
    Object.entries(columns).map(
      ([column, counts]): Cell => ({
        at: { row, column },
        numerator: counts[index]!,
        denominator: null,
        value: null,
        interval: null,
      }),
    ),
  );
  const dimensions = [dimension("row", rows), dimension("column", Object.keys(columns))];
  return { ...tableOf(id, [[1]]), dimensions, cells };
}

const rows = ["a", "b", "c", "d", "e", "f", "g", "h"];
const both = [30, 41, 33, 28, 52, 37, 26, 45];
const first = [11, 27, 8, 16, 24, 12, 9, 15];
const second = [9, 0, 14, 7, 3, 10, 21, 6];

/** Of one row: the keys are those of its cells. */
function ofRow(relations: readonly SeenRelation[], kind: SeenRelation["kind"]): number {
  return relations.filter((relation) => relation.kind === kind).length;
}

describe("relations among tables nobody links", () => {
  it("a column that is the same in every row of two tables is one count, row by row", () => {
    const tables = [countsOf("one", rows, { both, first }), countsOf("two", rows, { again: both })];
    const relations = seenRelations(tables);
    expect(ofRow(relations, "equal")).toBe(8);
    expect(relations).toContainEqual({
      kind: "equal",
      one: "tables/two/cells/0/numerator",
      other: "tables/one/cells/0/numerator",
    });
  });

  it("one row in eight that differs leaves the rest: the column lies within the other", () => {
    const fewer = both.map((count, row) => count - Number(row === 3));
    const relations = seenRelations([countsOf("all", rows, { both }), countsOf("some", rows, { fewer })]);
    expect(ofRow(relations, "equal")).toBe(0);
    expect(relations).toContainEqual({
      kind: "within",
      whole: "tables/all/cells/3/numerator",
      part: "tables/some/cells/3/numerator",
    });
  });

  it("two columns that add up to one of another table do so in all eight rows: 11 + 9 = 20", () => {
    const differ = first.map((count, row) => count + second[row]!);
    const relations = seenRelations([countsOf("said", rows, { first, second }), countsOf("differ", rows, { differ })]);
    expect(ofRow(relations, "sum")).toBe(8);
    expect(relations).toContainEqual({
      kind: "sum",
      plus: ["tables/differ/cells/0/numerator"],
      minus: ["tables/said/cells/0/numerator", "tables/said/cells/1/numerator"],
    });
  });

  it("a stock is the stock of the month before, who came and who left: 12 = 0 + 13 − 1", () => {
    const months = ["2020-01", "2020-02", "2020-03", "2020-04", "2020-05", "2020-06", "2020-07", "2020-08", "2020-09"];
    const came = [13, 11, 12, 25, 10, 17, 14, 19, 16];
    const left = [1, 6, 9, 3, 8, 11, 21, 7, 12];
    const stock = came.map((_, month) =>
      came.slice(0, month + 1).reduce((all, count, one) => all + count - left[one]!, 0),
    );
    const relations = seenRelations([countsOf("flow", months, { came, left, stock })]);
    const opening = relations.filter((one) => one.kind === "sum" && [...one.plus, ...one.minus].length === 3);
    expect(opening).toHaveLength(1);
  });

  it("four rows of four columns fit some relation always: none is believed", () => {
    const columns = { w: [7, 12, 3, 17], x: [2, 23, 14, 6], y: [19, 5, 26, 11], z: [31, 8, 9, 28] };
    expect(seenRelations([countsOf("any", ["a", "b", "c", "d"], columns)])).toEqual([]);
  });
});

describe("null space", () => {
  it("columns that do not depend on one another have no relation", () => {
    const identity = [
      [1, 0],
      [0, 1],
    ];
    expect(nullSpace(identity, 2)).toEqual([]);
  });

  it("a column of nothing is a relation by itself, and rows of nothing say nothing", () => {
    expect(
      nullSpace(
        [
          [2, 0],
          [0, 0],
        ],
        2,
      ),
    ).toEqual([[0, 1]]);
  });
});
