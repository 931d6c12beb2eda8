import type { CountSystem } from "./system/count-system.ts";

/** Ids of the tables that print a count, or one that it hangs together with where it is printed nowhere. */
export function tablesAround({ counts, sums }: CountSystem, ids: readonly string[]): ReadonlySet<string> {
  const printedAt = new Map(counts.map((count) => [count.id, count.printedAt]));
  const unprinted = new Set(ids.filter((id) => printedAt.get(id)!.length === 0));
  const beside = sums
    .map(({ total, parts }) => [total, ...parts])
    .filter((members) => members.some((id) => unprinted.has(id)))
    .flat();
  const tables = [...ids, ...beside].flatMap((id) => printedAt.get(id)!.flatMap((key) => tableOf(key) ?? []));
  return new Set(tables);
}

function tableOf(key: string): string | null {
  const [part, id] = key.split("/");
  return part === "tables" ? id!.replaceAll("~1", "/").replaceAll("~0", "~") : null;
}
