import { namedInWords } from "../covariates/named-in-words.ts";
import type { RefusedGroup } from "../methods/comparison-group.ts";
import type { PropensityScore } from "./propensity-score.ts";

/** Without a covariate that varies there is no score. */
export function nothingVaries(): RefusedGroup {
  return {
    refusal: {
      rule: "no-covariate-varies",
      why: "no covariate varies among the people compared, so nobody is more alike than anybody else",
      unlocks: "covariates that differ between people",
    },
  };
}

/** A score that separates the arms has no finite fit, and nobody in the parts it tells apart has a counterpart. */
export function separated(score: PropensityScore): RefusedGroup {
  return {
    refusal: {
      rule: "no-overlap",
      why: `some people's covariates say for certain which arm they are in (${namedInWords(score.separatingTerms)}), so they have no counterparts and the score has no finite fit`,
      unlocks: "leave out or merge the levels named, or narrow eligibility to people who could have been in either arm",
    },
  };
}
