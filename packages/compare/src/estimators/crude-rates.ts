import { crudeWildTests } from "./crude-wild-tests.ts";
import type { EffectEstimator } from "./estimator.ts";
import { rateContrasts } from "./rate-contrasts.ts";

export const crudeRates: EffectEstimator = {
  id: "crude-rates",
  estimator: "crude",
  label: "difference and ratio of events per person-year",
  kinds: ["count"],
  measures: ["rateDifference", "rateRatio"],
  needs: ["exposure"],
  source: "Cochran (1977), Sampling Techniques, section 2.11; Glynn and Buring (1996), doi:10.1136/bmj.312.7027.364",
  estimate(people, options) {
    const result = rateContrasts(people, options.level, "events per person-year");
    return { ...result, tests: crudeWildTests(people, result, "rateDifference", options) };
  },
};
