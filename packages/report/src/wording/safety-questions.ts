import type { SafetyItem } from "@likewise/schema";
import { cellText } from "../figures.ts";
import { formatCount, formatPer100 } from "./formats.ts";

/** Whose account an item rests on, in words. */
export const reporterNames: Readonly<Record<string, string>> = {
  "victim-survivor": "victim-survivors’ own account",
  perpetrator: "perpetrators’ own account",
  worker: "workers’ account",
  police: "police records",
  court: "court records",
  administrative: "administrative records",
};

/** An item of safety in one plain sentence; "Not measured" is said as plainly as a result. */
export function safetySentence(item: SafetyItem): string {
  if (item.status === "not-measured") return `Not measured. ${ending(item.definition)}`;
  const now = shareOf(item.numerator, item.denominator, item.value);
  if (item.before === null) return `${now}. ${ending(item.definition)}`;
  const before = shareOf(item.before.numerator, item.before.denominator, item.before.value);
  return `Before: ${before}. After: ${now}. ${ending(item.definition)}${item.uncontrolled ? " Nobody is compared with them, so this is a description and not an effect." : ""}`;
}

function shareOf(
  numerator: SafetyItem["numerator"],
  denominator: SafetyItem["denominator"],
  value: SafetyItem["value"],
): string {
  return `${cellText(numerator, formatCount)} of ${cellText(denominator, formatCount)} (${cellText(value, formatPer100)} in every 100)`;
}

function ending(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
