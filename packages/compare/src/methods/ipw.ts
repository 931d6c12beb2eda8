import { weightByScore } from "../weighting/weighted-group.ts";
import type { ComparisonMethod } from "./method.ts";
import { targetEstimand } from "./target-estimand.ts";

export const ipw: ComparisonMethod = {
  id: "ipw",
  label: "inverse probability weighting",
  estimands: ["att", "ate", "atc"],
  needs: ["covariates", "propensityScore"],
  source:
    "Robins, Hernán and Brumback (2000), doi:10.1097/00001648-200009000-00011; Stefanski and Boos (2002), doi:10.1198/000313002753631330",
  estimators: ["weighted", "augmented", "crude"],
  adjustment: "weighting",
  resampling: "people",
  weightedEstimand: targetEstimand,
  form: (people, options) => weightByScore(people, options, targetEstimand(options.plan)),
};
