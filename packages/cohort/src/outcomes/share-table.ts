import type { Cell, Table } from "@likewise/schema";
import { dimensionOf, type Level, shareCell } from "../pathway/cells.ts";
import type { ObservedShare } from "./observed-share.ts";

/**
 * Shares of several groups side by side, each of its own denominator: no total, as the groups are no parts of one.
 *
 * @param groups with the names of who is counted, where other tables and comparisons count them too
 */
export function shareTable(
  parts: Pick<Table, "id" | "title" | "definition" | "linked" | "sums">,
  dimension: { readonly id: string; readonly label: string },
  groups: readonly (Level & { readonly share: ObservedShare; readonly of: NonNullable<Cell["of"]> })[],
): Table {
  return {
    ...parts,
    unit: "person",
    window: groups[0]!.share.window,
    dimensions: [dimensionOf(dimension.id, dimension.label, groups, false)],
    cells: groups.map(({ id, share, of }) => ({
      ...shareCell({ [dimension.id]: id }, share.numerator, share.denominator),
      of,
    })),
  };
}
