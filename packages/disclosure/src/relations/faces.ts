import { isWithheld, resultKey, type Table } from "@likewise/schema";

/** One count of a face in each of its rows; where it stands in the results, and NaN where a row has none. */
export interface Column {
  readonly keys: readonly (string | null)[];
  readonly values: readonly number[];
}

/** A table laid out by some of its dimensions: a row for each combination of their levels, a column for each count. */
export interface Face {
  readonly table: string;
  /** Ids of the dimensions that make the rows: faces of tables with the same stand side by side. */
  readonly by: string;
  readonly rows: readonly string[];
  /** Whether each row is the month after the one before it. */
  readonly byMonth: boolean;
  readonly columns: readonly Column[];
}

/** A table in every way it can be laid out; totals over the dimensions of the rows stay out, those over others are columns. */
export function facesOf(table: Table): Face[] {
  return subsetsOf(table.dimensions).map((dimensions) => faceBy(table, dimensions));
}

type Dimension = Table["dimensions"][number];

function subsetsOf(dimensions: readonly Dimension[]): Dimension[][] {
  const sets: Dimension[][] = [[]];
  for (const one of dimensions) sets.push(...sets.map((set) => [...set, one]));
  return sets.filter((set) => set.length > 0);
}

function faceBy(table: Table, dimensions: readonly Dimension[]): Face {
  const places = new Map<string, Map<string, { readonly key: string; readonly value: number }>>();
  const rows = new Set<string>();
  for (const [index, cell] of table.cells.entries()) {
    if (dimensions.some(({ id, total }) => cell.at[id] === total)) continue;
    const row = JSON.stringify(dimensions.map(({ id }) => cell.at[id]));
    const rest = table.dimensions.filter((one) => !dimensions.includes(one)).map(({ id }) => cell.at[id]);
    for (const part of ["numerator", "denominator"] as const) {
      const value = cell[part];
      if (value === null || isWithheld(value)) continue;
      rows.add(row);
      const column = JSON.stringify([rest, part]);
      const key = `tables/${resultKey(table.id)}/cells/${index}/${part}`;
      places.set(column, (places.get(column) ?? new Map()).set(row, { key, value }));
    }
  }
  const inOrder = [...rows];
  return {
    table: table.id,
    by: JSON.stringify(dimensions.map(({ id }) => id)),
    rows: inOrder,
    byMonth: dimensions.length === 1 && dimensions[0]!.levels.every(({ id }) => isMonth(id, dimensions[0]!.total)),
    columns: [...places.values()].map((column) => ({
      keys: inOrder.map((row) => column.get(row)?.key ?? null),
      values: inOrder.map((row) => column.get(row)?.value ?? Number.NaN),
    })),
  };
}

/** A month, or a quarter or year that begins with one. */
function isMonth(level: string, total: string | null): boolean {
  return level === total || /^\d{4}-\d\d/.test(level);
}
