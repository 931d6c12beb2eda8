/**
 * The names by which keys of results tell the entries of a list apart: the shortest that tells an entry from the others,
 * else its index.
 *
 * @param list the entries
 * @param name of the list: "funnel", "cells" …
 */
export function entryNames(list: readonly unknown[], name: string): string[] {
  const byId = uniqueNames(list.map((entry) => nameBy(entry, ["id"])));
  const byIdentity = uniqueNames(list.map((entry) => nameBy(entry, identities.get(name) ?? [])));
  const byFile = name === "accounts" ? uniqueNames(list.map((entry) => nameBy(entry, ["stage", "table", "file"]))) : [];
  const byLevels = name === "cells" ? uniqueNames(list.map(nameByLevels)) : [];
  return list.map((_, index) => byId[index] ?? byIdentity[index] ?? byFile[index] ?? byLevels[index] ?? String(index));
}

/** How many entries have this id: more than one cannot be told by it. */
export function entriesWithId(list: readonly unknown[], id: string): number {
  return list.filter((entry) => nameBy(entry, ["id"]) === id).length;
}

/** What identifies an entry of each list, joined by ":"; an `id` alone serves wherever it is enough. */
const identities: ReadonlyMap<string, readonly string[]> = new Map([
  ["funnel", ["step"]],
  ["accounts", ["stage", "table"]],
  ["analysisSets", ["id", "arm"]],
  ["coverage", ["outcome", "arm"]],
  ["blocks", ["outcome", "group", "block"]],
  ["balance", ["covariate", "level"]],
  ["lost", ["covariate", "level"]],
  ["tests", ["outcome", "test"]],
  ["curves", ["outcome", "arm"]],
  ["models", ["outcome", "model"]],
  ["terms", ["term"]],
  ["leaving", ["code"]],
  ["missing", ["code"]],
  ["reasons", ["code"]],
  ["notes", ["code"]],
  ["excluded", ["reason"]],
  ["inputs", ["file"]],
]);

/** The same names, null where an entry has none or shares it. */
function uniqueNames(names: readonly (string | null)[]): (string | null)[] {
  const counts = new Map<string | null, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.map((name) => (counts.get(name) === 1 ? name : null));
}

function nameBy(entry: unknown, fields: readonly string[]): string | null {
  if (typeof entry !== "object" || entry === null) return null;
  const parts = fields.map((field) => (entry as Readonly<Record<string, unknown>>)[field]);
  const present = parts.filter((part) => typeof part === "string" || typeof part === "number");
  return present.length === 0 ? null : present.join(":");
}

/** A cell of a table by where it stands: "area=north,sex=female". */
function nameByLevels(entry: unknown): string | null {
  const at = (entry as { readonly at?: Readonly<Record<string, string>> } | null)?.at;
  if (typeof at !== "object" || at === null) return null;
  return Object.entries(at)
    .map(([dimension, level]) => `${dimension}=${level}`)
    .join(",");
}
