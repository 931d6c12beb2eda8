import type { Matching, Model, Refusal, Weighting } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { MatchedSet } from "../matching/matched-sets.ts";
import type { WeightModel } from "../weighting/weight-model.ts";

/** What a method makes of the people: who is compared with whom, and how well that went. No outcome has been seen. */
export interface ComparisonGroup {
  /** Null for the arms as they are, and where people are weighted without sets. */
  readonly sets: readonly MatchedSet[] | null;
  /** How sets are weighed and what becomes of one with somebody whose outcome is not known; null without sets. */
  readonly setRule: SetRule | null;
  /** Balancing weights, one per person; null for the arms as they are. */
  readonly weights: Float64Array | null;
  /** Propensity score (a probability), one per person; null when the method uses none. */
  readonly score: Float64Array | null;
  readonly estimand: "ATT" | "ATC" | "ATE" | "ATO" | "ATM";
  /** Whom an estimate from this group is about, in words. */
  readonly population: string;
  /** Options the method used, as printed in `design`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Everything but the tie range, which takes outcomes. */
  readonly matching: Omit<Matching, "tieRange"> | null;
  /** Null without weighting. */
  readonly weighting: { readonly summary: Weighting; readonly model: WeightModel } | null;
  readonly models: readonly Model[];
  readonly assumptions: readonly string[];
  /** Sets with ties broken another way; null when nothing is tied. */
  readonly redrawTies: ((stream: RandomStream) => MatchedSet[]) | null;
  /** Where breaking ties again costs much: most ways of it to look at; 0 leaves the tie range unknown. */
  readonly tieDrawsAtMost?: number;
}

export interface SetRule {
  readonly estimand: "att" | "atc" | "ate";
  /** `whole`: such a set is left out; `person`: only the person is, while both arms are still in the set. */
  readonly leavesOut: "whole" | "person";
  /** Where comparison people serve in several sets; left out or null where nobody does. */
  readonly reuse?: ReusedPeople | null;
}

/** What standard errors need where people serve more than once. */
export interface ReusedPeople {
  /** The nearest other comparison person among those allowed (1), −1 for none. */
  readonly nearestOther: (row: number, allowed: Uint8Array) => number;
}

/** The group, or why it cannot be formed without misleading. */
export type FormedGroup = { readonly group: ComparisonGroup } | RefusedGroup;

export interface RefusedGroup {
  readonly refusal: Omit<Refusal, "id" | "what"> & { rule: string };
}
