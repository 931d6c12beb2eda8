import { coarserStill, profileOf } from "@likewise/disclosure";
import type { Table } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { tableOf } from "../results-of.ts";

const profile = profileOf("default");

/** Abuse by kind and time point: of any kind is the worst of all, not their sum. */
function abuse(): Table {
  const table = tableOf("abuse", [
    [24, 12],
    [20, 2],
    [9, 3],
  ]);
  const [row, column] = table.dimensions;
  const levels = ["any", "physical", "sexual"].map((id, index) => ({
    id: `r${index + 1}`,
    label: index === 0 ? "Abuse of any kind" : id,
  }));
  return {
    ...table,
    dimensions: [{ ...row!, levels, total: null, overall: "r1" }, column!],
    cells: table.cells.filter(({ at: { row: name } }) => name !== "all"),
  };
}

describe("a table whose counts cannot be protected", () => {
  it("is first shown for the level that stands for all others alone", () => {
    const coarser = coarserStill(abuse(), [], profile)!;
    expect(coarser.how).toBe("for abuse of any kind alone");
    expect(coarser.table.cells.map(({ numerator }) => numerator)).toEqual([24, 12, 36]);
    expect(coarser.table.dimensions[0]!.levels).toHaveLength(1);
  });

  it("is not called by a breakdown it has lost", () => {
    const titled = (title: string) => {
      const [row, ...others] = abuse().dimensions;
      return coarserStill({ ...abuse(), title, dimensions: [{ ...row!, label: "Kind" }, ...others] }, [], profile)!
        .table.title;
    };
    expect(titled("Abuse by kind, time point and severity, as reported by a worker")).toBe(
      "Abuse by time point and severity, as reported by a worker",
    );
    expect(titled("Abuse by kind and time point: of those known")).toBe("Abuse by time point: of those known");
    expect(titled("Abuse by kind")).toBe("Abuse");
    expect(titled("What became of abuse, as reported by a kind worker")).toBe(
      "What became of abuse, as reported by a kind worker",
    );
  });

  it("then loses a dimension with a total: the one whose loss leaves fewest small counts", () => {
    const table = tableOf("reach", [
      [3, 30],
      [2, 40],
    ]);
    const coarser = coarserStill(table, [], profile)!;
    expect(coarser.how).toBe("without row");
    expect(coarser.table.cells.map(({ numerator }) => numerator)).toEqual([5, 70, 75]);
  });

  it("is not published where one dimension is left, or nothing but one number over and over", () => {
    const one = coarserStill(tableOf("reach", [[3, 30]]), [], profile)!.table;
    expect(coarserStill(one, [], profile)).toBeNull();
    const same = { ...abuse(), cells: abuse().cells.map((cell) => ({ ...cell, numerator: 20 })) };
    const any = coarserStill(same, [], profile)!.table;
    expect(coarserStill(any, [], profile)).toBeNull();
  });

  it("never becomes what a linked table shows already", () => {
    const table = tableOf("by-source", [[3, 30]], { linked: ["by-row", "by-column"] });
    const without = (id: string, other: string): Table => ({
      ...table,
      id,
      dimensions: table.dimensions.filter((dimension) => dimension.id === other),
    });
    expect(coarserStill(table, [table, without("by-row", "row"), without("by-column", "column")], profile)).toBeNull();
  });
});
