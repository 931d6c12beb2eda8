import { type Cell, type Results, resultKey, type Table } from "@likewise/schema";
import type { CountId, Reader } from "./readings.ts";

/**
 * Tables with totals. Cells of linked tables that describe the same people by the same definition are one number, so a
 * cell withheld in one table is withheld in all.
 */
export function readTables({ tables }: Results, read: Reader): void {
  const families = linkedFamilies(tables);
  for (const table of tables) {
    const numerators = new Map<string, CountId>();
    const denominators = new Map<string, CountId>();
    for (const [index, cell] of table.cells.entries()) {
      const at = (part: string) => `tables/${resultKey(table.id)}/cells/${index}/${part}`;
      const who = identity(table, cell, families.get(table.id)!);
      const denominator = read.count(at("denominator"), cell.denominator, { same: `${who} denominator` });
      const numerator = read.count(at("numerator"), cell.numerator, { same: `${who} numerator` });
      read.among(numerator, denominator);
      read.derive([at("value"), at("interval/0"), at("interval/1")], [numerator, denominator], { people: denominator });
      numerators.set(place(table, cell.at), numerator);
      denominators.set(place(table, cell.at), denominator);
    }
    for (const cells of [numerators, denominators]) readMargins(table, cells, read);
  }
}

/** Every total is the sum of the levels along its dimension. */
function readMargins(table: Table, cells: ReadonlyMap<string, CountId>, read: Reader): void {
  for (const { at } of table.cells)
    for (const dimension of table.dimensions) {
      if (dimension.total === null || at[dimension.id] !== dimension.total) continue;
      const levels = dimension.levels.filter((level) => level.id !== dimension.total);
      const parts = levels.map((level) => cells.get(place(table, { ...at, [dimension.id]: level.id })));
      if (!parts.includes(undefined)) read.sum(cells.get(place(table, at)) ?? null, parts as CountId[]);
    }
}

function place(table: Table, at: Cell["at"]): string {
  return JSON.stringify(table.dimensions.map((dimension) => at[dimension.id]));
}

/** Who a cell counts: the levels it is narrowed to, without the dimensions it is a total over. */
function identity(table: Table, cell: Cell, family: string): string {
  const narrowed = table.dimensions
    .filter((dimension) => cell.at[dimension.id] !== dimension.total)
    .map((dimension) => [dimension.id, cell.at[dimension.id]])
    .sort();
  return `table ${JSON.stringify([family, table.definition, table.window, table.unit, narrowed])}`;
}

/** Tables joined by links, directly or through others, under the id of the first. */
function linkedFamilies(tables: readonly Table[]): Map<string, string> {
  const family = new Map(tables.map((table) => [table.id, table.id]));
  for (const table of tables)
    for (const other of table.linked) {
      const [from, to] = [family.get(other), family.get(table.id)!];
      if (from === undefined || from === to) continue;
      for (const [id, root] of family) if (root === from) family.set(id, to);
    }
  return family;
}
