import type { EffectEstimator } from "./estimator.ts";
import { meanDifferences } from "./mean-differences.ts";
import { resampledRatios } from "./resampled-arms.ts";

export const matchedMeans: EffectEstimator = {
  id: "matched-means",
  estimator: "matched",
  label: "difference in matched means",
  kinds: ["continuous", "count"],
  measures: ["meanDifference"],
  needs: ["matchedSets"],
  source: "Abadie and Spiess (2022), doi:10.1080/01621459.2020.1840383",
  estimate: (people, { level }) => meanDifferences(people, level, "difference in matched means"),
  resampled: (people) => resampledRatios(people, null),
};
