import type { EffectEstimator } from "./estimator.ts";
import { rateContrasts } from "./rate-contrasts.ts";
import { resampledRatios } from "./resampled-arms.ts";

export const weightedRates: EffectEstimator = {
  id: "weighted-rates",
  estimator: "weighted",
  label: "difference and ratio of events per person-year in weighted people",
  kinds: ["count"],
  measures: ["rateDifference", "rateRatio"],
  needs: ["weights", "exposure"],
  source: "Lunceford and Davidian (2004), doi:10.1002/sim.1903; Zou and Donner (2008), doi:10.1002/sim.3095",
  estimate: (people, { level }) => rateContrasts(people, level, "events per person-year in weighted people"),
  resampled: (people) => (people.exposureYears === null ? null : resampledRatios(people, people.exposureYears)),
};
