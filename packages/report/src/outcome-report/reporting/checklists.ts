import type { Results } from "@likewise/schema";
import { headlineComparison } from "../../headline.ts";
import type { Checklist } from "./reporting-item.ts";

/** Names of the lists, with their editions. */
export const checklistNames: Readonly<Record<Checklist, string>> = {
  consort: "CONSORT 2025",
  trend: "TREND",
  strobe: "STROBE",
  tidier: "TIDieR",
  cheers: "CHEERS 2022",
};

/**
 * The lists a design is held to: a randomised trial to CONSORT, a comparison without chance to TREND, one group alone to
 * STROBE; every programme to TIDieR, and costs to CHEERS.
 */
export function checklistsOf(results: Results): Checklist[] {
  const design = headlineComparison(results)?.design as { readonly assignment?: unknown } | undefined;
  const hasArms = headlineComparison(results)?.estimates.some(({ comparison }) => comparison.n !== 0) ?? false;
  const main: Checklist[] = design?.assignment === "random" ? ["consort"] : hasArms ? ["trend", "strobe"] : ["strobe"];
  return [...main, "tidier", ...(results.economics === null ? [] : (["cheers"] as const))];
}
