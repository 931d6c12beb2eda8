import { isTable, type Results } from "@likewise/schema";
import { published } from "../figures.ts";
import { formatCount } from "./formats.ts";
import { formatWholePounds } from "./pounds.ts";

type Per = "referral" | "start" | "completer";

/**
 * Pounds spent in cash for each person referred, who started or who completed; null where that is not known or not shown.
 *
 * @example
 * spentForEach({ tables: [] }, "referral"); // null
 */
export function spentForEach({ tables }: Pick<Results, "tables">, per: Per): string | null {
  const cells = tables.find((table) => isTable(table, "spend"))?.cells ?? [];
  const pounds = published(cells.find(({ at }) => at.per === per)?.value);
  return pounds == null ? null : formatWholePounds(pounds);
}

/** Where nobody asked what it was worth: what was spent; null where that is not known either. */
export function spentWithoutWorth(results: Pick<Results, "tables" | "accounts">): string | null {
  const each = spentForEach(results, "referral");
  if (each === null) return null;
  const without = withoutItems(results);
  const spent = `${each} was spent for each person referred`;
  return `${without === null ? spent : `${without}, ${spent}`}. What that was worth was not measured in this study.`;
}

/** "Without 1 item of spend whose row was rejected": what sums of spend do not hold; null where they hold all that was received. */
export function withoutItems({ accounts }: Pick<Results, "accounts">): string | null {
  const ofSpend = accounts.filter(({ stage, table }) => stage === "ingest" && table === "costs");
  const items = ofSpend
    .flatMap(({ reasons }) => reasons)
    .filter(({ code }) => !nothingSpent.has(code))
    .reduce((sum, { rows }) => sum + (published(rows) ?? 0), 0);
  if (items === 0) return null;
  return `Without ${formatCount(items)} ${items === 1 ? "item" : "items"} of spend whose ${items === 1 ? "row was" : "rows were"} rejected`;
}

/** Rows that are part of how a file is laid out, or a repeat of one that counts: no spend is lost with them. */
const nothingSpent: ReadonlySet<string> = new Set([
  "blank_row",
  "repeated_header",
  "footer_row",
  "other_table",
  "key_repeated",
]);
