import type { EffectEstimator } from "./estimator.ts";
import { hazardRatio } from "./hazard-ratios.ts";

export const matchedHazards: EffectEstimator = {
  id: "matched-hazards",
  estimator: "matched",
  label: "Cox regression on treatment alone in matched people",
  kinds: ["time-to-event", "binary"],
  measures: ["hazardRatio"],
  needs: ["time", "matchedSets"],
  source: "Cox (1972); Efron (1977), doi:10.1080/01621459.1977.10480613; Austin (2014), doi:10.1002/sim.5984",
  estimate: (people, options) =>
    hazardRatio(people, options, "Cox regression on treatment alone in matched people (Efron ties)", false),
};
