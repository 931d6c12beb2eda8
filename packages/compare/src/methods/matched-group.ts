import type { ComparisonPlan } from "@likewise/schema";
import { type AskedConstraints, checkConstraints } from "../matching/check-constraints.ts";
import type { MatchedSet } from "../matching/matched-sets.ts";
import { matchingCounts } from "../matching/matching-counts.ts";
import { matchingWeights } from "../matching/matching-weights.ts";
import type { People } from "../people/people.ts";
import { propensityModel } from "../scores/propensity-model.ts";
import type { PropensityScore } from "../scores/propensity-score.ts";
import type { ComparisonGroup, FormedGroup, ReusedPeople } from "./comparison-group.ts";

export interface MatchedDescription
  extends Pick<ComparisonGroup, "options" | "assumptions" | "redrawTies" | "tieDrawsAtMost"> {
  readonly asked: AskedConstraints;
  /** Null where the match used none. */
  readonly score: PropensityScore | null;
  /** Null where nobody serves twice. */
  readonly reuse: ReusedPeople | null;
  readonly weightsSumTo: "comparison" | "treated";
}

/** Sets of one treated person as a comparison group for the effect on the treated, or a refusal where there are none. */
export function matchedGroup(
  people: People,
  plan: ComparisonPlan,
  sets: readonly MatchedSet[],
  { asked, score, reuse, weightsSumTo, ...described }: MatchedDescription,
): FormedGroup {
  if (sets.length === 0) return noneMatched();
  const weights = matchingWeights(sets, people.numRows, weightsSumTo);
  const matching = { ...matchingCounts(sets, people, weights), constraintsChecked: checkConstraints(sets, asked) };
  const isCut = matching.treatedUnmatched > 0;
  return {
    group: {
      sets,
      setRule: { estimand: "att", leavesOut: "whole", reuse },
      weights,
      score: score?.probability ?? null,
      estimand: isCut ? "ATM" : "ATT",
      population: isCut ? matchedPopulation(plan) : "all treated people",
      matching,
      weighting: null,
      models: score === null ? [] : [propensityModel(score)],
      ...described,
    },
  };
}

function noneMatched(): FormedGroup {
  return {
    refusal: {
      rule: "none-matched",
      why: "no treated person has a comparison person inside the caliper and the other limits",
      unlocks: "wider calipers, fewer exact columns, or a comparison pool more like the treated",
    },
  };
}

function matchedPopulation({ caliper, scoreCaliper, covariateCalipers, antiExact, commonSupport }: ComparisonPlan) {
  const limits = [caliper, scoreCaliper, covariateCalipers, antiExact];
  if (limits.some((one) => one !== undefined)) return "treated people for whom somebody alike was found";
  return commonSupport === "treated" || commonSupport === "both"
    ? "treated people whose score is in the range of the comparison people's, for whom a comparison was left"
    : "treated people for whom a comparison was left";
}
