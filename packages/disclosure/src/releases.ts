import { listKeys, type Results, resultAt, resultKey } from "@likewise/schema";
import { placeOf } from "./place.ts";
import type { Count, CountSystem, Sum } from "./system/count-system.ts";

/**
 * Adds what earlier releases told: a count that moved by one or two people since then gives those people away, so the
 * old count, which everyone knows, and the change are made part of the system.
 *
 * @param results the edition about to be published
 * @param system its counts and sums
 * @param releases editions published before
 */
export function againstReleases(results: Results, system: CountSystem, releases: readonly Results[]): CountSystem {
  if (releases.length === 0) return system;
  const names = stableKeys(results);
  const counts: Count[] = [...system.counts];
  const sums: Sum[] = [...system.sums];
  for (const [number, release] of releases.entries())
    for (const count of system.counts) {
      const before =
        count.sensitive && count.printedAt.length > 0 ? countIn(release, names(count.printedAt[0]!)) : null;
      if (before === null || before === count.value) continue;
      const old = `${count.id} in release ${number}`;
      const change = `${count.id} since release ${number}`;
      const plain = { need: 0, sensitive: true, of: null } as const;
      counts.push({ ...plain, id: old, value: before, printedAt: [old], known: true });
      counts.push({ ...plain, id: change, value: Math.abs(count.value - before), printedAt: [], known: false });
      const [total, part] = count.value > before ? [count.id, old] : [old, count.id];
      sums.push({ total, parts: [part, change] });
    }
  return { counts, sums };
}

/** Keys by what identifies an entry rather than by its position, which may differ between releases. */
function stableKeys(results: Results): (key: string) => string {
  const names = new Map<unknown, string>();
  for (const key of listKeys(results)) {
    if (!key.includes("/")) continue;
    const parent = key.slice(0, key.lastIndexOf("/"));
    const holder = resultAt(results, parent);
    if (!names.has(holder)) names.set(holder, parent);
  }
  return (key) => {
    const place = placeOf(results, key);
    const parent = names.get(place?.holder);
    return place === null || parent === undefined ? key : `${parent}/${resultKey(place.name)}`;
  };
}

function countIn(release: Results, key: string): number | null {
  const place = placeOf(release, key);
  const value = place?.holder[place.name];
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null;
}
