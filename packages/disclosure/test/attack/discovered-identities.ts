import type { Table } from "@likewise/schema";
import { placeId } from "./exact-counts.ts";

/** Counts that come to nothing with these factors, as was found in several rows. */
export interface Identity {
  readonly terms: readonly { readonly id: string; readonly factor: number }[];
}

/**
 * What adds up in tables, found from their exact numbers alone: nothing a table says of itself is believed, neither its
 * links nor the names of its counts.
 *
 * Tables with the same levels of some dimensions stand side by side, one row a combination of these, one column for each
 * count, with those of the row before where rows are in order of time. Columns that are equal, and any other linear
 * relation among them, hold by construction where rows are several more than the columns that do not depend on one another.
 * Only factors of 1 and −1 count: people come and go one by one.
 *
 * @param exactly the exact count at each place of a published table
 * @param seenIn  in how many different rows everything in a relation must have been published, so that it can be seen;
 *                with 0, relations count that only somebody would find who knew the numbers
 */
export function discoveredIdentities(
  published: readonly Table[],
  exactly: ReadonlyMap<string, number>,
  seenIn = 3,
): Identity[] {
  const shown = (id: string) => {
    const [table, cell, part] = id.split("/") as [string, string, "numerator" | "denominator"];
    return typeof published[Number(table)]!.cells[Number(cell)]![part] === "number";
  };
  const sheets = published.flatMap((table, index) => sheetsOf(table, index, exactly));
  const found = new Map<string, Identity>();
  for (const [at, one] of sheets.entries())
    for (const other of sheets.slice(at)) {
      if (!sideBySide(one, other)) continue;
      for (const rows of identitiesOf(one === other ? one : joined(one, other))) {
        const seen = rows.filter(({ terms }) => terms.every(({ id }) => id.startsWith(restOf) || shown(id)));
        const numbers = seen.map(({ terms }) => terms.map(({ id }) => exactly.get(id) ?? "").join());
        if (new Set(numbers).size < seenIn) continue;
        for (const identity of rows) found.set(JSON.stringify(identity.terms), identity);
      }
    }
  return [...found.values()];
}

/** Rows of a table by the levels of some dimensions, and a column for each count at the levels of the others. */
interface Sheet {
  readonly rowsBy: string;
  readonly table: number;
  /** Rows in order; of one dimension of months, the one before each is the month before. */
  readonly rows: readonly string[];
  readonly inTime: boolean;
  readonly columns: readonly Column[];
}

/** By row. */
type Column = ReadonlyMap<string, { readonly id: string | null; readonly value: number }>;

function sheetsOf(table: Table, index: number, exactly: ReadonlyMap<string, number>): Sheet[] {
  const choices: Table["dimensions"][number][][] = [[]];
  for (const one of table.dimensions) choices.push(...choices.map((set) => [...set, one]));
  return choices
    .filter((dimensions) => dimensions.length > 0)
    .map((dimensions) => {
      const columns = new Map<string, Map<string, { id: string; value: number }>>();
      const rows = new Set<string>();
      for (const [cell, { at }] of table.cells.entries())
        for (const part of ["numerator", "denominator"] as const) {
          const value = exactly.get(placeId(index, cell, part));
          if (value === undefined || dimensions.some(({ id, total }) => at[id] === total)) continue;
          const row = JSON.stringify(dimensions.map(({ id }) => at[id]));
          const others = table.dimensions.filter((one) => !dimensions.includes(one)).map(({ id }) => at[id]);
          const column = JSON.stringify([others, part]);
          rows.add(row);
          columns.set(column, (columns.get(column) ?? new Map()).set(row, { id: placeId(index, cell, part), value }));
        }
      const [only] = dimensions;
      return {
        rowsBy: JSON.stringify(dimensions.map(({ id }) => id)),
        table: index,
        rows: [...rows],
        inTime: dimensions.length === 1 && only!.levels.every(({ id }) => id === only!.total || /^\d{4}-\d\d/.test(id)),
        columns: [...columns.values()],
      };
    });
}

function sideBySide(one: Sheet, other: Sheet): boolean {
  if (one === other) return true;
  if (one.table === other.table || one.rowsBy !== other.rowsBy) return false;
  const rows = new Set(other.rows);
  return one.rows.filter((row) => rows.has(row)).length >= fewestRows;
}

function joined(one: Sheet, other: Sheet): Sheet {
  const rows = new Set(other.rows);
  return {
    ...one,
    rows: one.rows.filter((row) => rows.has(row)),
    inTime: one.inTime && other.inTime,
    columns: [...one.columns, ...other.columns],
  };
}

/** Rows more than columns that do not depend on one another: a chance relation among whole numbers would need luck in each. */
const fewestRows = 4;
const mostColumns = 24;

/** One list for each relation: what it says of each row. */
function identitiesOf(sheet: Sheet): Identity[][] {
  const withBefore = sheet.inTime
    ? [...sheet.columns, ...sheet.columns.map((column) => shifted(column, sheet.rows))]
    : sheet.columns;
  const columns = withBefore.filter((column) => {
    const values = sheet.rows.flatMap((row) => column.get(row)?.value ?? []);
    return values.length >= sheet.rows.length / 2 && new Set(values.filter((value) => value > 0)).size > 1;
  });
  const equal = equalColumns(columns, sheet.rows);
  const distinct = columns.filter((_, index) => equal.of[index] === index);
  if (distinct.length > mostColumns) return equal.identities;
  const rows = sheet.rows.filter((row) => distinct.every((column) => column.has(row)));
  const matrix = distinctRows(rows.map((row) => distinct.map((column) => column.get(row)!.value)));
  const relations = nullSpace(matrix, distinct.length);
  if (matrix.length < distinct.length - relations.length + fewestRows) return equal.identities;
  return [
    ...equal.identities,
    ...withinOneAnother(distinct, sheet.rows),
    ...relations
      .filter((relation) => relation.every((factor) => [-1, 0, 1].includes(factor)))
      .map((relation) =>
        sheet.rows.flatMap((row) => {
          const cells = relation.map((factor, index) => (factor === 0 ? null : distinct[index]!.get(row)));
          if (cells.includes(undefined)) return [];
          // A row that lacks a count was not among those in which the relation was found.
          const comesTo = cells.reduce((sum, cell, index) => sum + relation[index]! * (cell?.value ?? 0), 0);
          if (Math.abs(comesTo) > 1e-6) return [];
          return [
            {
              terms: cells.flatMap((cell, index) =>
                cell == null || cell.id === null ? [] : [{ id: cell.id, factor: relation[index]! }],
              ),
            },
          ];
        }),
      ),
  ];
}

/** A column that is never above another, and most often equal to it, counts some of the same people: the rest is a count. */
function withinOneAnother(columns: readonly Column[], rows: readonly string[]): Identity[][] {
  return columns.flatMap((column) =>
    columns.flatMap((other) => {
      const pairs = rows.flatMap((row) => {
        const [whole, part] = [column.get(row), other.get(row)];
        return whole === undefined || part === undefined || whole.id === null || part.id === null
          ? []
          : [[whole, part] as const];
      });
      const same = pairs.filter(([whole, part]) => whole.value === part.value);
      const within = pairs.every(([whole, part]) => whole.value >= part.value);
      if (!within || pairs.length < 2 * fewestRows || same.length < pairs.length / 2 || same.length === pairs.length)
        return [];
      if (new Set(same.map(([{ value }]) => value)).size < fewestRows) return [];
      const relation = pairs.map(([whole, part]) => ({
        terms: [
          { id: whole.id!, factor: 1 },
          { id: part.id!, factor: -1 },
          { id: `${restOf}${whole.id} less ${part.id}`, factor: -1 },
        ],
      }));
      return [relation];
    }),
  );
}

/** Begins the id of a count that nobody prints. */
export const restOf = "rest of ";

/** The column as it was in the row before; nothing was there before the first. */
function shifted(column: Column, rows: readonly string[]): Column {
  return new Map(
    rows.flatMap((row, index) => {
      const cell = index === 0 ? { id: null, value: 0 } : column.get(rows[index - 1]!);
      return cell === undefined ? [] : [[row, cell] as const];
    }),
  );
}

function equalColumns(columns: readonly Column[], rows: readonly string[]) {
  const of = columns.map((_, index) => index);
  const identities: Identity[][] = [];
  for (const [index, column] of columns.entries())
    for (let before = 0; before < index && of[index] === index; before++) {
      const other = columns[before]!;
      const shared = rows.filter((row) => column.has(row) && other.has(row));
      const values = shared.map((row) => column.get(row)!.value);
      if (shared.length < fewestRows || new Set(values).size < 3) continue;
      if (shared.some((row) => column.get(row)!.value !== other.get(row)!.value)) continue;
      of[index] = of[before]!;
      identities.push(
        shared.flatMap((row) => {
          const [one, two] = [column.get(row)!.id, other.get(row)!.id];
          if (one === null || two === null || one === two) return [];
          return [
            {
              terms: [
                { id: one, factor: 1 },
                { id: two, factor: -1 },
              ],
            },
          ];
        }),
      );
    }
  return { of, identities };
}

function distinctRows(rows: readonly number[][]): number[][] {
  return [...new Map(rows.filter((row) => row.some((value) => value !== 0)).map((row) => [row.join(), row])).values()];
}

/** Every linear relation among the columns, each free column in one of them. */
function nullSpace(matrix: readonly (readonly number[])[], width: number): number[][] {
  const rows = matrix.map((row) => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < width; column++) {
    const from = pivots.length;
    let best = from;
    for (let i = from; i < rows.length; i++)
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[best]?.[column] ?? 0)) best = i;
    if (best >= rows.length || Math.abs(rows[best]![column]!) < 1e-7) continue;
    [rows[from], rows[best]] = [rows[best]!, rows[from]!];
    const scale = rows[from]![column]!;
    rows[from] = rows[from]!.map((value) => value / scale);
    for (let i = 0; i < rows.length; i++) {
      const factor = rows[i]![column]!;
      if (i !== from && factor !== 0) rows[i] = rows[i]!.map((value, j) => value - factor * rows[from]![j]!);
    }
    pivots.push(column);
  }
  return Array.from({ length: width }, (_, column) => column)
    .filter((column) => !pivots.includes(column))
    .map((free) => {
      const relation = new Array<number>(width).fill(0);
      relation[free] = 1;
      for (const [i, pivot] of pivots.entries()) relation[pivot] = Math.round(-rows[i]![free]! * 1e6) / 1e6 + 0;
      return relation;
    });
}
