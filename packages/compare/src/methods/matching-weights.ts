import { weightByScore } from "../weighting/weighted-group.ts";
import type { ComparisonMethod } from "./method.ts";

export const matchingWeightsMethod: ComparisonMethod = {
  id: "matching-weights",
  label: "matching weights",
  estimands: ["ato"],
  needs: ["covariates", "propensityScore"],
  source: "Li and Greene (2013), doi:10.1515/ijb-2012-0030",
  estimators: ["weighted", "crude"],
  adjustment: "weighting",
  resampling: "people",
  weightedEstimand: () => "atm",
  form: (people, options) => weightByScore(people, options, "atm"),
};
