import type { EffectEstimator } from "./estimator.ts";
import { rateContrasts } from "./rate-contrasts.ts";
import { resampledRatios } from "./resampled-arms.ts";

export const matchedRates: EffectEstimator = {
  id: "matched-rates",
  estimator: "matched",
  label: "difference and ratio of events per person-year in matched people",
  kinds: ["count"],
  measures: ["rateDifference", "rateRatio"],
  needs: ["matchedSets", "exposure"],
  source: "Austin (2011), doi:10.1002/sim.4200; Liang and Zeger (1986), doi:10.1093/biomet/73.1.13",
  estimate: (people, { level }) => rateContrasts(people, level, "events per person-year in matched people"),
  resampled: (people) => (people.exposureYears === null ? null : resampledRatios(people, people.exposureYears)),
};
