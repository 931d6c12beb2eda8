import { clusteredRisks } from "./clustered-risks.ts";
import type { EffectEstimator } from "./estimator.ts";
import { resampledRatios } from "./resampled-arms.ts";

export const weightedRisks: EffectEstimator = {
  id: "weighted-risks",
  estimator: "weighted",
  label: "difference and ratios in weighted proportions",
  kinds: ["binary"],
  measures: ["riskDifference", "riskRatio", "oddsRatio"],
  needs: ["weights"],
  source:
    "Lunceford and Davidian (2004), doi:10.1002/sim.1903; Stefanski and Boos (2002), doi:10.1198/000313002753631330",
  estimate: (people, { level }) => clusteredRisks(people, level, "weighted"),
  resampled: (people) => resampledRatios(people, null),
};
