import { eventsIn, peopleIn } from "./arm-summary.ts";
import { armsByRegression } from "./arms-by-regression.ts";
import { isWithoutSpread } from "./contrasts.ts";
import type { EffectEstimator } from "./estimator.ts";
import { allRefused, reasons } from "./refused.ts";
import { riskEffects } from "./risk-effects.ts";
import { tooFew } from "./too-few.ts";

export const matchedAdjustedRisks: EffectEstimator = {
  id: "matched-adjusted-risks",
  estimator: "matched-adjusted",
  label: "difference and ratios of risks of matched people, adjusted by logistic regression (g-computation)",
  kinds: ["binary"],
  measures: ["riskDifference", "riskRatio", "oddsRatio"],
  needs: ["matchedSets", "covariates"],
  source: "Snowden, Rose and Mortimer (2011), doi:10.1093/aje/kwq472; Greifer and Stuart (2021), arXiv:2106.10577",
  estimate(people, options) {
    const { measures } = matchedAdjustedRisks;
    const few = tooFew(people);
    if (few !== null) return allRefused(measures, few);
    const isExtreme = ([1, 0] as const).some((arm) => [0, peopleIn(people, arm)].includes(eventsIn(people, arm)));
    if (isExtreme) return allRefused(measures, reasons.armWithoutSpread);
    const result = armsByRegression(people, options);
    if ("refusal" in result) return allRefused(measures, result.refusal);
    // Risks are of the size of 1: what is left of their variance below that is rounding.
    const { variance } = result.contrast;
    if (isWithoutSpread({ variance, scale: { treated: 1, comparison: 1 } })) {
      return allRefused(measures, reasons.noVariation);
    }
    const how = "in matched people, adjusted by logistic regression in each arm (g-computation)";
    return {
      effects: riskEffects(people, result.contrast, options.level, how),
      refusals: [],
      armInfluence: result.arms,
    };
  },
};
