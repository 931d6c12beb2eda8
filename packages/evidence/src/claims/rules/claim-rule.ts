/** One sentence the claims may use: the wording catalogue holds one template under the same id. */
export interface ClaimRule {
  readonly id: string;
  readonly place: "can" | "cannot" | "caveats";
  /** Slots the sentence fills with keys of results. */
  readonly slots: readonly string[];
  /** Slots filled with literal words, besides `commonWords`. */
  readonly words: readonly string[];
  /** What it says, and when. */
  readonly gist: string;
  /** Sizes up the difference itself: goes with it when disclosure control withholds the difference. */
  readonly goesWithDifference?: true;
}

/** An estimate with both its limits. */
export const limits = ["estimate", "low", "high"] as const;
