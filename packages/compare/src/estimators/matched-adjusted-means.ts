import { armsByRegression } from "./arms-by-regression.ts";
import { differenceOf } from "./contrasts.ts";
import type { EffectEstimator } from "./estimator.ts";
import { standardisedRiskRatio } from "./mean-differences.ts";
import { allRefused, reasons } from "./refused.ts";
import { hasFlatArm, tooFew } from "./too-few.ts";

export const matchedAdjustedMeans: EffectEstimator = {
  id: "matched-adjusted-means",
  estimator: "matched-adjusted",
  label: "difference in means of matched people, adjusted by least squares (g-computation)",
  kinds: ["continuous", "count"],
  measures: ["meanDifference"],
  needs: ["matchedSets", "covariates"],
  source: "Lin (2013), doi:10.1214/12-AOAS583; Abadie and Spiess (2022), doi:10.1080/01621459.2020.1840383",
  estimate(people, options) {
    const { measures } = matchedAdjustedMeans;
    const few = tooFew(people);
    if (few !== null) return allRefused(measures, few);
    if (hasFlatArm(people)) return allRefused(measures, reasons.armWithoutSpread);
    const result = armsByRegression(people, options);
    if ("refusal" in result) return allRefused(measures, result.refusal);
    const { contrast, arms } = result;
    if (people.kind === "count" && !(contrast.treated.value > 0 && contrast.comparison.value > 0)) {
      return allRefused(measures, reasons.negativeMean);
    }
    const shape = differenceOf(contrast, options.level);
    const size = Math.abs(contrast.treated.value) + Math.abs(contrast.comparison.value);
    if (!(shape.standardError! > 1e-12 * size)) return allRefused(measures, reasons.noVariation);
    const effect = {
      ...shape,
      measure: "meanDifference" as const,
      label: "difference in matched means, adjusted by least squares in each arm (g-computation)",
      asRiskRatio: standardisedRiskRatio(people, shape.estimate, shape.standardError!, options.level),
    };
    return { effects: [effect], refusals: [], armInfluence: arms };
  },
};
