import type { Claim, Sentence } from "@likewise/schema";

/** The sentences that hold the finding itself, after the headline: one, or everything where nothing can be said. */
export function finding(claim: Claim): readonly Sentence[] {
  return claim.verdict === "cannot-say" ? claim.can.slice(1) : claim.can.slice(1, 2);
}
