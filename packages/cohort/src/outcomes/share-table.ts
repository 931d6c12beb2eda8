import type { Table } from "@likewise/schema";
import { dimensionOf, type Level, shareCell } from "../pathway/cells.ts";
import type { ObservedShare } from "./observed-share.ts";

/** Shares of several groups side by side, each of its own denominator: no total, as the groups are no parts of one. */
export function shareTable(
  parts: Pick<Table, "id" | "title" | "definition" | "linked">,
  dimension: { readonly id: string; readonly label: string },
  groups: readonly (Level & { readonly share: ObservedShare })[],
): Table {
  return {
    ...parts,
    unit: "person",
    window: groups[0]!.share.window,
    dimensions: [dimensionOf(dimension.id, dimension.label, groups, false)],
    cells: groups.map(({ id, share }) => shareCell({ [dimension.id]: id }, share.numerator, share.denominator)),
  };
}
