import { type Columns, columnsOf, integerColumn, integersOf, isPresent, textsOf } from "@likewise/schema";
import { withLoadedTexts } from "./loaded-texts.ts";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import type { RowsOfUnits } from "./rows-of-units.ts";
import { dropStored, type StoredTable } from "./stored-table.ts";
import { withWorkingTables } from "./working-tables.ts";

/**
 * Ids of units as a table that stays in the database. A million texts take half as long to bring over as ten million rows
 * to count, so for several questions they cross once.
 *
 * @param units integer `unit` and text `id`; a unit without an id has no rows
 * @returns a table of both, for the `ids` of `RowsOfUnits`
 * @example
 * const engine = await openEngine({ threads: 1 });
 * const unit = { type: "integer", values: Int32Array.of(1, 0), valid: null };
 * const id = { type: "text", values: ["a", "b"], valid: null };
 * (await storeIds(engine, { numRows: 2, columns: { unit, id } })).columns.id; // "text"
 * await closeEngine(engine);
 */
export async function storeIds(engine: Engine, units: Columns): Promise<StoredTable> {
  const unit = integersOf(units, "unit");
  const id = textsOf(units, "id");
  const known = new Int32Array(units.numRows);
  const texts: string[] = [];
  for (let row = 0; row < units.numRows; row++) {
    if (!isPresent(unit, row) || !isPresent(id, row)) continue;
    known[texts.length] = unit.values[row]!;
    texts.push(id.values[row]!);
  }
  const name = `stored ids ${engine.tablesMade.count++}`;
  const numbers = columnsOf({ unit: integerColumn(known.subarray(0, texts.length)) });
  await withLoadedTexts(engine, texts, (loaded) =>
    withWorkingTables(engine, { numbers }, ({ numbers: loadedNumbers }) =>
      engine.connection.run(
        `CREATE TABLE ${quoteIdentifier(name)} AS
         SELECT "unit", "text" AS "id" FROM ${loadedNumbers} POSITIONAL JOIN ${loaded}`,
      ),
    ),
  );
  return { name, columns: { unit: "integer", id: "text" } };
}

/** Hands the quoted name of a table of `unit` and `id` to `use`: the one that is stored, or one made for this question. */
export async function withIds<Result>(
  engine: Engine,
  { ids }: RowsOfUnits,
  use: (name: string) => Promise<Result>,
): Promise<Result> {
  if ("name" in ids) return use(quoteIdentifier(ids.name));
  const own = await storeIds(engine, ids);
  try {
    return await use(quoteIdentifier(own.name));
  } finally {
    await dropStored(engine, own);
  }
}
