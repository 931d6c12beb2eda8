import type { Table } from "@likewise/schema";

/** Tables joined by links, directly or through others: the id of the first of its family, by id of table. */
export function familiesOf(tables: readonly Table[]): Map<string, string> {
  const family = new Map(tables.map((table) => [table.id, table.id]));
  for (const table of tables)
    for (const other of table.linked) {
      const [from, to] = [family.get(other), family.get(table.id)!];
      if (from === undefined || from === to) continue;
      for (const [id, root] of family) if (root === from) family.set(id, to);
    }
  return family;
}
