import type { Table } from "@likewise/schema";
import type { Profile } from "../profiles.ts";
import { mostlySmall, smallShare } from "./mostly-small.ts";
import { withoutDimension } from "./without-dimension.ts";

/**
 * The table without the dimension that costs least: of those whose loss is enough the one that keeps most cells, else the
 * one that leaves fewest small counts. Never one that would leave what a linked table shows already.
 */
export function coarserBy(
  table: Table,
  others: readonly Table[],
  profile: Profile,
): { readonly table: Table; readonly without: string } | null {
  if (table.dimensions.length < 2) return null;
  const shown = new Set(others.map(({ dimensions }) => namesOf(dimensions)));
  const ways = table.dimensions
    .filter(({ total }) => total !== null)
    .map((dimension) => ({ table: withoutDimension(table, dimension), without: dimension.label }))
    .filter((way) => !shown.has(namesOf(way.table.dimensions)))
    .map((way) => ({ ...way, small: smallShare([way.table], profile) }));
  const enough = ways.filter((way) => !mostlySmall([way.table], profile));
  const [best] =
    enough.length > 0
      ? enough.sort((a, b) => b.table.cells.length - a.table.cells.length)
      : ways.sort((a, b) => a.small - b.small);
  return best ?? null;
}

function namesOf(dimensions: Table["dimensions"]): string {
  return JSON.stringify(dimensions.map(({ id }) => id).sort());
}
