import type { Columns } from "@likewise/schema";
import { dayAt } from "../people/fields.ts";
import { financialYearOf } from "../people/financial-year-of.ts";
import { notRecorded } from "./cells.ts";
import { costItems } from "./cost-items.ts";

/** Pounds of one payer, category and kind in one financial year. */
export interface SpentInYear {
  readonly payer: string | null;
  readonly category: string | null;
  readonly kind: "cash" | "in-kind" | null;
  /** April to March, as 2021-22; null where no day is known */
  readonly year: string | null;
  readonly pounds: number;
}

/**
 * Spend added up by payer, category, kind and the financial year its period ends in.
 *
 * Missing rule: an item without an amount is left out and counted; without a period, its year is null.
 */
export function spendByYear(costs: Columns | undefined): {
  readonly spent: readonly SpentInYear[];
  readonly withoutAmount: number;
} {
  const items = costItems(costs);
  const groups = new Map<string, { readonly first: Omit<SpentInYear, "pounds">; pounds: number }>();
  for (const { payer, category, kind, row, pounds } of items) {
    const day = dayAt(costs!.columns.period_to, row) ?? dayAt(costs!.columns.period_from, row);
    const first = {
      payer: payer === notRecorded ? null : payer,
      category,
      kind: kind === "cash" || kind === "in-kind" ? kind : null,
      year: day === null ? null : financialYearOf(day),
    } as const;
    const key = JSON.stringify(first);
    const found = groups.get(key);
    if (found === undefined) groups.set(key, { first, pounds });
    else found.pounds += pounds;
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    spent: sorted.map(([, { first, pounds }]) => ({ ...first, pounds: Math.round(100 * pounds) / 100 })),
    withoutAmount: (costs?.numRows ?? 0) - items.length,
  };
}
