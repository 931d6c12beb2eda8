import type { EffectEstimator } from "./estimator.ts";
import { hazardRatio } from "./hazard-ratios.ts";

export const weightedHazards: EffectEstimator = {
  id: "weighted-hazards",
  estimator: "weighted",
  label: "hazard ratio in weighted people",
  kinds: ["binary", "time-to-event"],
  measures: ["hazardRatio"],
  needs: ["weights", "time"],
  source:
    "Cole and Hernán (2004), doi:10.1016/j.cmpb.2003.10.004; Lin and Wei (1989), doi:10.1080/01621459.1989.10478874",
  estimate: (people, options) => hazardRatio(people, options, "hazard ratio in weighted people", false),
};
