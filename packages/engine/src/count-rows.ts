import { type Columns, columnsOf, integerColumn } from "@likewise/schema";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import { queryColumns } from "./read-columns.ts";
import { countableRowsSql, type RowsOfUnits, unitsTable } from "./rows-of-units.ts";
import { withIds } from "./stored-ids.ts";
import { withWorkingTables } from "./working-tables.ts";

/** Different combinations of some columns, and how many rows have each. */
export interface CountedRows {
  /** The columns asked for, one row for each combination, in their order, missing last. */
  readonly combinations: Columns;
  /** Rows of anybody. */
  readonly all: Float64Array;
  /** Rows of each group's units, in the order of the groups. */
  readonly groups: readonly Float64Array[];
}

/**
 * Counts the rows that count for some unit by what they hold: a table of millions has a few hundred different ones.
 *
 * @param by     names among the columns of the rows
 * @param groups units of each group
 * @throws RangeError when `by` is empty or a column is not there
 * @example
 * const engine = await openEngine({ threads: 1 });
 * const texts = (...values) => ({ type: "text", values, valid: null });
 * const days = (...values) => ({ type: "date", values: Int32Array.from(values), latest: null, valid: null });
 * const held = { person: texts("a", "a", "b"), on: days(5, 6, 7), code: texts("x", "y", "x") };
 * const unit = { type: "integer", values: Int32Array.of(0), valid: null };
 * const rows = {
 *   rows: await storeColumns(engine, { numRows: 3, columns: held }),
 *   units: { numRows: 1, columns: { unit, from: days(0), to: days(9) } },
 *   ids: { numRows: 1, columns: { unit, id: texts("a") } },
 *   id: "person",
 *   date: "on",
 *   leftOut: [],
 *   columns: { code: { from: "code" } },
 * };
 * (await countRows(engine, rows, ["code"])).all; // [1, 1]
 * await closeEngine(engine);
 */
export async function countRows(
  engine: Engine,
  rows: RowsOfUnits,
  by: readonly string[],
  groups: readonly Int32Array[] = [],
): Promise<CountedRows> {
  if (by.length === 0) throw new RangeError("countRows: by must name at least one column, got none");
  const members = columnsOf(
    Object.fromEntries([
      ["unit", integerColumn(joined(groups))],
      ["group", integerColumn(joined(groups.map((units, group) => new Int32Array(units.length).fill(group))))],
    ]),
  );
  const counted = await withIds(engine, rows, (ids) =>
    withWorkingTables(engine, { days: unitsTable(rows), members }, (name) => {
      const names = by.map(quoteIdentifier);
      const inGroups = groups.map(
        (_, group) =>
          `CAST(count(*) FILTER (person."unit" IN (SELECT "unit" FROM ${name.members} WHERE "group" = ${group})) AS DOUBLE) AS ${quoteIdentifier(`group ${group}`)}`,
      );
      return queryColumns(
        engine,
        `SELECT ${[...names, 'CAST(count(*) AS DOUBLE) AS "all rows"', ...inGroups].join(", ")}
       FROM (${countableRowsSql(rows, by, null)}) AS event
       JOIN (SELECT "unit", "id", "from", "to" FROM ${ids} JOIN ${name.days} USING ("unit")) AS person
         ON person."id" = event."id" AND event."date" >= person."from" AND event."date" <= person."to"
       GROUP BY ALL
       ORDER BY ${names.map((column) => `${column} NULLS LAST`).join(", ")}`,
      );
    }),
  );
  const valuesOf = (name: string) => counted.columns[name]!.values as Float64Array;
  return {
    combinations: columnsOf(Object.fromEntries(by.map((name) => [name, counted.columns[name]!]))),
    all: valuesOf("all rows"),
    groups: groups.map((_, group) => valuesOf(`group ${group}`)),
  };
}

function joined(groups: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(groups.reduce((length, units) => length + units.length, 0));
  groups.reduce((start, units) => {
    all.set(units, start);
    return start + units.length;
  }, 0);
  return all;
}
