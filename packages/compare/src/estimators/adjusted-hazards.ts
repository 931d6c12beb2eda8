import type { EffectEstimator } from "./estimator.ts";
import { hazardRatio } from "./hazard-ratios.ts";

export const adjustedHazards: EffectEstimator = {
  id: "adjusted-hazards",
  estimator: "adjusted",
  label: "Cox regression on treatment and covariates",
  kinds: ["time-to-event", "binary"],
  measures: ["hazardRatio"],
  needs: ["time", "covariates"],
  source: "Cox (1972); Efron (1977), doi:10.1080/01621459.1977.10480613",
  conditional: true,
  estimate: (people, options) =>
    hazardRatio(people, options, "Cox regression on treatment and covariates (Efron ties)", true),
};
