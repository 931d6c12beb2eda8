import { type ColumnData, type Columns, cell, Failure, naturalOrder } from "@likewise/schema";
import { readOnce } from "./read-once.ts";
import { rowOrder } from "./row-order.ts";

/**
 * Everyone in the people table. A unit is the ordinal of an id among everyone read, whether analysed or not, so that
 * artefacts made from different subsets join on it.
 */
export interface People {
  readonly table: Columns;
  /** Ids as received, by unit. */
  readonly ids: readonly string[];
  /** Row of the people table, by unit; where an id repeats, the first by what the rows say. */
  readonly rows: Int32Array;
  readonly unitOf: ReadonlyMap<string, number>;
  /** Rows without an id, and those whose id another row stands for. */
  readonly repeatedRows: readonly number[];
}

/**
 * Units of the people read, by natural order of their ids.
 *
 * @throws Failure (usage) when the study brings no people table
 */
export function readPeople(tables: Readonly<Record<string, Columns>>): People {
  if (tables.people === undefined) {
    throw new Failure("usage", "data.tables: a people table is needed to build a cohort");
  }
  return peopleOf(tables.people);
}

const peopleOf = readOnce((table: Columns): People => {
  const order = rowOrder(table, undefined);
  const standing = new Map<string, number>();
  const repeatedRows: number[] = [];
  for (let row = 0; row < table.numRows; row++) {
    const id = personAt(table, row);
    const other = id === null ? undefined : standing.get(id);
    if (id === null) repeatedRows.push(row);
    else if (other === undefined) standing.set(id, row);
    else if (order(row, other) < 0) {
      standing.set(id, row);
      repeatedRows.push(other);
    } else repeatedRows.push(row);
  }
  const ids = [...standing.keys()].sort(naturalOrder);
  return {
    table,
    ids,
    rows: Int32Array.from(ids, (id) => standing.get(id)!),
    unitOf: new Map(ids.map((id, unit) => [id, unit])),
    repeatedRows: repeatedRows.sort((a, b) => a - b),
  };
});

/**
 * The unit each row of a table is about.
 *
 * @returns length numRows; -1 where the person is not in the people table
 */
export function unitsOfRows(table: Columns, people: People, field = "person"): Int32Array {
  const column = table.columns[field];
  if (column === undefined) return new Int32Array(table.numRows).fill(-1);
  return unitsOf(people)(column);
}

const unitsOf = readOnce((people: People) =>
  readOnce((column: ColumnData) =>
    Int32Array.from({ length: column.values.length }, (_, row) => {
      const id = cell(column, row);
      return id === null ? -1 : (people.unitOf.get(String(id)) ?? -1);
    }),
  ),
);

function personAt(table: Columns, row: number): string | null {
  const column = table.columns.person;
  if (column === undefined) throw new Failure("usage", "data.tables.people.columns: person must be mapped");
  const id = cell(column, row);
  return id === null ? null : String(id);
}
