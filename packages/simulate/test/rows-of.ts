import { type CellValue, type Columns, cell } from "@likewise/schema";

/** A table as objects, dates as day numbers. */
export function rowsOf<Row = Record<string, CellValue>>(table: Columns): Row[] {
  const columns = Object.entries(table.columns);
  return Array.from(
    { length: table.numRows },
    (_, row) => Object.fromEntries(columns.map(([name, column]) => [name, cell(column, row)])) as Row,
  );
}

/** The people of a table, one for each row. */
export function ids(table: Columns): string[] {
  return Array.from({ length: table.numRows }, (_, row) => cell(table.columns.person!, row) as string);
}

export function groupBy<Item, Key>(items: readonly Item[], key: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

export interface EventRow {
  readonly person: string;
  readonly event_date: number;
  readonly proven_date: number | null;
  readonly crime: boolean;
  readonly domestic: boolean;
  readonly role: string;
  readonly code: string | null;
}
