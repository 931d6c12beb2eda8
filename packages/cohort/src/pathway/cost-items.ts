import { type Columns, cell } from "@likewise/schema";
import { textAt } from "../people/fields.ts";
import { notRecorded } from "./cells.ts";

/** One item of spend with an amount. */
export interface CostItem {
  readonly payer: string;
  /** cash or in-kind; null where it is not said */
  readonly kind: string | null;
  readonly category: string | null;
  /** of the costs table */
  readonly row: number;
  readonly pounds: number;
}

/** Items of spend; those without an amount are left out. */
export function costItems(costs: Columns | undefined): CostItem[] {
  if (costs === undefined) return [];
  const { payer, kind, category, amount_pounds } = costs.columns;
  return Array.from({ length: costs.numRows }, (_, row) => ({
    payer: textAt(payer, row) ?? notRecorded,
    kind: textAt(kind, row),
    category: textAt(category, row),
    row,
    pounds: amount_pounds === undefined ? null : cell(amount_pounds, row),
  })).filter((item): item is CostItem => typeof item.pounds === "number");
}
