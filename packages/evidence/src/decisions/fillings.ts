import type { Claim, Results } from "@likewise/schema";
import { clearChange, headlineOf, ownAccount } from "./decision-facts.ts";
import type { Filling } from "./decision-rule.ts";

/** Holds where the claim is there and is so. */
export function when(claim: Claim | undefined, holds: (claim: Claim) => boolean): Filling[] {
  return claim !== undefined && holds(claim) ? [plain] : [];
}

/** What needs no numbers and no words. */
export const plain: Filling = { slots: {}, words: {} };

export function verdicts(results: Results): { readonly [name in "better" | "worse" | "all"]: number } {
  const claims = headlineOf(results)?.claims ?? [];
  const count = (wanted: Claim["verdict"]) => claims.filter(({ verdict }) => verdict === wanted).length;
  return { better: count("better"), worse: count("worse"), all: claims.length };
}

export function counted(counts: Readonly<Record<string, number>>): Filling {
  return { slots: {}, words: Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])) };
}

export function changed(results: Results, way: "fewer" | "more"): Filling[] {
  const found = clearChange(ownAccount(results));
  return found?.way === way ? [found.filling] : [];
}
