import { closest, Failure } from "@likewise/schema";

/**
 * The table or view of a database file that the plan names, else the only one; a single table is taken before any views.
 *
 * @throws Failure `usage` when there is no such table, or several and the plan names none; `data` when there is none
 */
export function chooseTable(
  tables: readonly { readonly name: string; readonly view: boolean }[],
  named: string | undefined,
  shown: string,
): string {
  const names = tables.map(({ name }) => name);
  if (named !== undefined) {
    if (names.includes(named)) return named;
    const near = closest(named, names);
    const hint = near === null ? `its tables are ${listed(names)}` : `did you mean "${near}"?`;
    throw new Failure("usage", `${shown} has no table "${named}"; ${hint}`);
  }
  const stored = tables.filter(({ view }) => !view);
  const only = stored.length === 1 ? stored : tables;
  if (only.length === 0) throw new Failure("data", `${shown} is empty: it has no tables`);
  if (only.length > 1) {
    throw new Failure("usage", `${shown} has ${only.length} tables; name one in format.table: ${listed(names)}`);
  }
  return only[0]!.name;
}

function listed(names: readonly string[]): string {
  const more = names.length > 40 ? ` and ${names.length - 40} more` : "";
  return (
    names
      .slice(0, 40)
      .map((name) => `"${name}"`)
      .join(", ") + more
  );
}
