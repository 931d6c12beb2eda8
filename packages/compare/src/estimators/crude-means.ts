import { crudeWildTests } from "./crude-wild-tests.ts";
import type { EffectEstimator } from "./estimator.ts";
import { meanDifferences } from "./mean-differences.ts";

export const crudeMeans: EffectEstimator = {
  id: "crude-means",
  estimator: "crude",
  label: "difference in means",
  kinds: ["continuous", "count"],
  measures: ["meanDifference"],
  needs: [],
  source: "Welch (1947), doi:10.1093/biomet/34.1-2.28; clusters: Liang and Zeger (1986), doi:10.1093/biomet/73.1.13",
  estimate(people, options) {
    const result = meanDifferences(people, options.level, "difference in means");
    return { ...result, tests: crudeWildTests(people, result, "meanDifference", options) };
  },
};
