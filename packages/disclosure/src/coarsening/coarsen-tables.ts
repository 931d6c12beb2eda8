import type { Table } from "@likewise/schema";
import type { Profile } from "../profiles.ts";
import { coarserBy } from "./coarser-by.ts";
import { familiesOf } from "./families.ts";
import { mergeMonths } from "./merge-months.ts";
import { mostlySmall } from "./mostly-small.ts";
import { shortestPeriods } from "./shortest-periods.ts";
import { withoutDimension } from "./without-dimension.ts";

/** Tables fit to publish, and what was done to make them so. */
export interface Coarsened {
  readonly tables: readonly Table[];
  /** One sentence for each kind of change. */
  readonly notes: readonly string[];
}

/**
 * Tables made coarser before anything is withheld: where most counts of people would be small, months become quarters and
 * then years (`Dimension.coarsen`), and what is still too fine loses the dimension that helps most, down to one.
 *
 * A table by quarter says more than a table by month with most of its cells withheld. Tables linked to one another merge
 * the same months, so that their margins stay the same counts.
 *
 * @param all counts only in tables with `coarsen`: shares and medians of parts do not add up, and are given by longer
 *   periods too (`coarser`)
 * @param profile withholds nothing: the tables as they are
 */
export function coarsenTables(all: readonly Table[], profile: Profile): Coarsened {
  const { tables, notes: ofPeriods } = shortestPeriods(all, profile);
  if (profile.threshold <= 1) return { tables, notes: ofPeriods };
  const notes = [...ofPeriods];
  const families = familiesOf(tables);
  const coarse = inFamilies(tables, profile, notes);
  for (const [index, table] of coarse.entries()) {
    let shown = table;
    const linked = coarse.filter(({ id }) => id !== table.id && families.get(id) === families.get(table.id));
    for (;;) {
      const next = mostlySmall([shown], profile) ? coarserBy(shown, linked, profile) : null;
      if (next === null) break;
      notes.push(
        `"${table.title}" is not broken down by ${next.without.toLowerCase()}: most counts would be withheld.`,
      );
      shown = next.table;
    }
    coarse[index] = shown;
  }
  return { tables: coarse, notes };
}

/** Months of linked tables, merged as far as needed. */
function inFamilies(tables: readonly Table[], profile: Profile, notes: string[]): Table[] {
  const families = familiesOf(tables);
  const merged = new Map(tables.map((table) => [table.id, table]));
  for (const family of new Set(families.values())) {
    const members = tables.filter(({ id }) => families.get(id) === family);
    const dimensions = new Set(members.flatMap((table) => table.dimensions.filter(isOfMonths).map(({ id }) => id)));
    for (const dimension of dimensions) {
      const having = members.filter((table) => table.dimensions.some((one) => one.id === dimension && isOfMonths(one)));
      const months = mostlySmall(having, profile)
        ? having.every((table) => canBeShown(mergeMonths(table, dimension, 3), dimension, profile))
          ? 3
          : 12
        : 1;
      if (months === 1) continue;
      for (const table of having) {
        merged.set(table.id, mergeMonths(merged.get(table.id)!, dimension, months));
        notes.push(
          `"${table.title}" is by ${months === 3 ? "quarter" : "year"}: most counts by month would be withheld.`,
        );
      }
    }
  }
  return [...merged.values()];
}

/** Whether a table is fine enough to show with this dimension, once others have gone where needed. */
function canBeShown(table: Table, dimension: string, profile: Profile): boolean {
  if (!mostlySmall([table], profile)) return true;
  return table.dimensions
    .filter(({ id, total }) => id !== dimension && total !== null)
    .some((other) => canBeShown(withoutDimension(table, other), dimension, profile));
}

function isOfMonths({ coarsen }: Table["dimensions"][number]): boolean {
  return coarsen !== undefined;
}
