import type { EffectEstimator } from "./estimator.ts";
import { meanDifferences } from "./mean-differences.ts";
import { resampledRatios } from "./resampled-arms.ts";

export const weightedMeans: EffectEstimator = {
  id: "weighted-means",
  estimator: "weighted",
  label: "difference in weighted means",
  kinds: ["continuous", "count"],
  measures: ["meanDifference"],
  needs: ["weights"],
  source:
    "Lunceford and Davidian (2004), doi:10.1002/sim.1903; Stefanski and Boos (2002), doi:10.1198/000313002753631330",
  estimate: (people, { level }) => meanDifferences(people, level, "difference in weighted means"),
  resampled: (people) => resampledRatios(people, null),
};
