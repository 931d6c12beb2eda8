import { clusterAssumptions } from "./arm-clusters.ts";
import { augmentedArms } from "./augmented-arms.ts";
import { differenceOf } from "./contrasts.ts";
import type { EffectEstimator } from "./estimator.ts";
import { standardisedRiskRatio } from "./mean-differences.ts";
import { outcomePredictions } from "./outcome-models.ts";
import { allRefused, reasons } from "./refused.ts";
import { hasFlatArm, tooFew } from "./too-few.ts";

export const augmentedMeans: EffectEstimator = {
  id: "augmented-means",
  estimator: "augmented",
  label: "difference in means, weighted and adjusted by a regression in each arm",
  kinds: ["continuous", "count"],
  measures: ["meanDifference"],
  needs: ["weights", "covariates"],
  source:
    "Robins, Rotnitzky and Zhao (1994), doi:10.1080/01621459.1994.10476818; Lunceford and Davidian (2004), doi:10.1002/sim.1903",
  estimate(people, options) {
    const few = tooFew(people);
    if (few !== null) return allRefused(augmentedMeans.measures, few);
    if (hasFlatArm(people)) return allRefused(augmentedMeans.measures, reasons.armWithoutSpread);
    const predictions = outcomePredictions(people);
    if ("refusal" in predictions) return allRefused(augmentedMeans.measures, predictions.refusal);
    const { contrast, arms } = augmentedArms(people, predictions, options);
    if (people.kind === "count" && !(contrast.treated.value > 0 && contrast.comparison.value > 0)) {
      return allRefused(augmentedMeans.measures, reasons.negativeMean);
    }
    const shape = differenceOf(contrast, options.level);
    // Outcomes a regression fits without error leave rounding.
    const size = Math.abs(contrast.treated.value) + Math.abs(contrast.comparison.value);
    if (!(shape.standardError! > 1e-12 * size)) return allRefused(augmentedMeans.measures, reasons.noVariation);
    const effect = {
      ...shape,
      measure: "meanDifference" as const,
      label: "difference in means, weighted and adjusted by least squares in each arm (AIPW)",
      asRiskRatio: standardisedRiskRatio(people, shape.estimate, shape.standardError!, options.level),
    };
    return { effects: [effect], refusals: [], assumptions: clusterAssumptions(people, "stand-in"), armInfluence: arms };
  },
};
