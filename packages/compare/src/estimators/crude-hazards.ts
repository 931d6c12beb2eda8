import type { EffectEstimator } from "./estimator.ts";
import { hazardRatio } from "./hazard-ratios.ts";

export const crudeHazards: EffectEstimator = {
  id: "crude-hazards",
  estimator: "crude",
  label: "Cox regression on treatment alone",
  kinds: ["time-to-event", "binary"],
  measures: ["hazardRatio"],
  needs: ["time"],
  source: "Cox (1972); Efron (1977), doi:10.1080/01621459.1977.10480613",
  estimate: (people, options) => hazardRatio(people, options, "Cox regression on treatment alone (Efron ties)", false),
};
