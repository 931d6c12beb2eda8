import type { SafetyItem } from "@likewise/schema";
import { cellText, intervalText } from "../figures.ts";
import { formatCount, formatPer100 } from "../wording/formats.ts";
import { reporterNames } from "../wording/labels.ts";
import { safetyName } from "../wording/safety-wording.ts";
import { type Html, html } from "./html.ts";
import { dataTable } from "./table.ts";

/** Shares some people are missing from: what they would be had it held of none of those, and of all; accounts apart. */
export function safetyBounds(items: readonly SafetyItem[]): Html | null {
  const bounded = items.filter(({ bounds }) => bounds != null);
  if (bounded.length === 0) return null;
  return html`<p>Not everybody’s status is known. The share could lie anywhere between the two bounds, depending on those whose status is not known.</p>
${dataTable({
  caption: "Shares with bounds for those whose status is not known, each account by itself",
  head: ["What was asked", "By whose account", "In every 100 known", "Not known", "Bounds, in every 100"],
  rows: bounded.map((item) => [
    safetyName(item),
    reporterNames[item.reporter ?? ""] ?? "records",
    cellText(item.value, formatPer100),
    cellText(item.unknown, formatCount),
    intervalText(item.bounds ?? null, formatPer100),
  ]),
})}`;
}
