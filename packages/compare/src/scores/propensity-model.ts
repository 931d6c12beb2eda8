import type { Model } from "@likewise/schema";
import type { PropensityScore } from "./propensity-score.ts";

/** The propensity score as an entry of `models`; it belongs to no outcome. */
export function propensityModel(score: PropensityScore): Model {
  const estimated = score.terms.filter((term) => term.estimate !== null);
  const aliased = score.terms.filter((term) => term.estimate === null).map(({ term }) => term);
  return {
    outcome: null,
    model: `propensity-${score.link}`,
    terms: estimated.map(({ term, reference, estimate, standardError }) => ({
      term,
      reference,
      estimate: estimate!,
      standardError: standardError!,
    })),
    notes: [
      ...score.constant.map((name) => `${name} left out: it does not vary`),
      ...aliased.map((term) => `${term} left out: it is a combination of other columns`),
    ],
  };
}
