import type { Table } from "@likewise/schema";
import type { Profile } from "../profiles.ts";
import { coarserBy } from "./coarser-by.ts";
import { familiesOf } from "./families.ts";
import { titleWithout } from "./title-without.ts";

/** A table with one breakdown less, and what that is. */
export interface Coarser {
  readonly table: Table;
  /** Ends "The table is shown …". */
  readonly how: string;
}

/**
 * The next coarser form of a table whose counts cannot be protected: first with one level for all where a dimension has
 * one (`overall`), then as its total over the dimension that costs least.
 *
 * @param all tables to be published, so that none becomes what a linked one shows already
 * @returns null where nothing is left to say: the table cannot be published
 */
export function coarserStill(table: Table, all: readonly Table[], profile: Profile): Coarser | null {
  const detailed = table.dimensions.find(({ overall, levels }) => overall !== undefined && levels.length > 1);
  if (detailed !== undefined) return atOverall(table, detailed);
  const families = familiesOf(all);
  const linked = all.filter(({ id }) => id !== table.id && families.get(id) === families.get(table.id));
  const coarser = coarserBy(table, linked, profile);
  if (coarser === null || saysNothing(coarser.table)) return null;
  return { table: coarser.table, how: `without ${coarser.without.toLowerCase()}` };
}

function atOverall(table: Table, detailed: Table["dimensions"][number]): Coarser | null {
  const { id, levels, overall } = detailed;
  const cells = table.cells.filter(({ at }) => at[id] === overall);
  const kept = levels.filter((level) => level.id === overall);
  if (cells.length === 0) return null;
  const dimensions = table.dimensions.map((one) => (one.id === id ? { ...one, levels: kept } : one));
  const title = titleWithout(table.title, detailed);
  return { table: { ...table, title, dimensions, cells }, how: `for ${kept[0]!.label.toLowerCase()} alone` };
}

/** The same number of people in every cell. */
function saysNothing({ cells }: Table): boolean {
  return cells.every(({ denominator }) => denominator === null) && new Set(cells.map((one) => one.numerator)).size <= 1;
}
