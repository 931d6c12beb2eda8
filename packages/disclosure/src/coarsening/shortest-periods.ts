import { isWithheld, type Table } from "@likewise/schema";
import type { Profile } from "../profiles.ts";

/**
 * Of tables that say the same by shorter and longer periods (`Table.coarser`), the one of the shortest periods of which
 * no more than a third are small, else that of the longest. The others go: a quarter beside its year would give the rest away.
 *
 * Shares, medians and waits of longer periods are not sums of those of shorter ones, so whoever made the tables made all
 * of them.
 */
export function shortestPeriods(
  tables: readonly Table[],
  profile: Profile,
): { readonly tables: readonly Table[]; readonly notes: readonly string[] } {
  const byId = new Map(tables.map((table) => [table.id, table]));
  const longer = new Set(tables.flatMap(({ coarser }) => (coarser === undefined ? [] : [coarser])));
  const kept = new Set<string>();
  const notes: string[] = [];
  for (const table of tables) {
    if (longer.has(table.id)) continue;
    let shown = table;
    while (shown.coarser !== undefined && byId.has(shown.coarser) && oftenSmall(shown, profile)) {
      shown = byId.get(shown.coarser)!;
    }
    kept.add(shown.id);
    if (shown !== table)
      notes.push(`"${table.title}" is shown as "${shown.title}": too many of its counts would be withheld.`);
  }
  const names = (ids: readonly string[]) => ids.filter((id) => kept.has(id) || !byId.has(id));
  return {
    tables: tables
      .filter(({ id }) => kept.has(id))
      .map(({ coarser: _, ...table }) => ({ ...table, linked: names(table.linked) })),
    notes,
  };
}

/**
 * Whether more than a third of the periods with anybody hold a small count, of those with what is asked or of those
 * without. What would give a withheld one away goes too, so a third that is small is soon half of the table.
 */
function oftenSmall({ cells }: Table, { threshold }: Profile): boolean {
  const isSmall = (count: number) => count > 0 && count < threshold;
  let small = 0;
  let all = 0;
  for (const { numerator, denominator } of cells) {
    if (isWithheld(numerator) || isWithheld(denominator) || (denominator ?? numerator) === 0) continue;
    all++;
    if (isSmall(numerator) || isSmall((denominator ?? numerator) - numerator)) small++;
  }
  return small > all / 3;
}
