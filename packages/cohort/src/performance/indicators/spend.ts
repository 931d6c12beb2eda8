import { type Columns, cell, contractIndicator } from "@likewise/schema";
import { sum } from "@likewise/stats";
import { dayAt, textAt } from "../../people/fields.ts";
import { daysIn, overlap, type Span } from "../periods.ts";
import type { PerformanceIndicator } from "./indicator.ts";

/** Pounds in cash. An item without an amount, or that says neither cash nor in kind, may be more of it. */
export const spending: PerformanceIndicator = {
  declared: contractIndicator("spend"),
  missing: ({ tables }) => {
    if (tables.costs === undefined) return "costs";
    const fields = ["period_from", "period_to", "amount_pounds", "kind"];
    const field = fields.find((name) => tables.costs!.columns[name] === undefined);
    return field === undefined ? null : `costs.${field}`;
  },
  measure: ({ tables }, _, span) => {
    const items = itemsIn(tables.costs!, span);
    const cash = items.map(({ kind, pounds, share }) => (kind === "cash" ? (pounds ?? 0) * share : 0));
    const pounds = Math.round(100 * sum(cash)) / 100;
    const mayBeMore = items.some((item) => item.kind === null || (item.kind === "cash" && item.pounds === null));
    return {
      unit: "pounds",
      numerator: pounds,
      denominator: null,
      value: null,
      interval: null,
      chance: false,
      range: mayBeMore ? [pounds, Number.POSITIVE_INFINITY] : null,
      settled: true,
    };
  },
};

/**
 * Items of which some days lie inside, with the share of their days that do. An item without an amount counts where its
 * days are; one without days may lie anywhere.
 */
function itemsIn({ columns, numRows }: Columns, span: Span) {
  return Array.from({ length: numRows }, (_, row) => {
    const amount = cell(columns.amount_pounds!, row);
    const [from, to] = [dayAt(columns.period_from, row), dayAt(columns.period_to, row)];
    const dated = from !== null && to !== null && from <= to ? { from, to } : null;
    const days = dated === null ? null : overlap(dated, span);
    return {
      kind: textAt(columns.kind, row),
      pounds: typeof amount === "number" && dated !== null ? amount : null,
      share: days === null ? 0 : daysIn(days) / daysIn(dated!),
      inside: days !== null || dated === null,
    };
  }).filter(({ inside }) => inside);
}
