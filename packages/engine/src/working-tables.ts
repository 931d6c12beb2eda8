import type { Columns } from "@likewise/schema";
import { loadColumns } from "./load-columns.ts";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";

/** Loads columns under names of their own, hands the quoted names to `use`, and drops the tables whatever happens. */
export async function withWorkingTables<Name extends string, Result>(
  engine: Engine,
  tables: Readonly<Record<Name, Columns>>,
  use: (names: Readonly<Record<Name, string>>) => Promise<Result>,
): Promise<Result> {
  const names = {} as Record<Name, string>;
  try {
    for (const key of Object.keys(tables) as Name[]) {
      const name = `working ${key} ${engine.tablesMade.count++}`;
      names[key] = quoteIdentifier(name);
      await loadColumns(engine, name, tables[key]);
    }
    return await use(names);
  } finally {
    for (const key of Object.keys(names) as Name[]) await engine.connection.run(`DROP TABLE IF EXISTS ${names[key]}`);
  }
}
