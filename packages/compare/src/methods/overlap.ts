import { weightByScore } from "../weighting/weighted-group.ts";
import type { ComparisonMethod } from "./method.ts";

export const overlap: ComparisonMethod = {
  id: "overlap",
  label: "overlap weighting",
  estimands: ["ato"],
  needs: ["covariates", "propensityScore"],
  source: "Li, Morgan and Zaslavsky (2018), doi:10.1080/01621459.2016.1260466",
  estimators: ["weighted", "crude"],
  adjustment: "weighting",
  resampling: "people",
  weightedEstimand: () => "ato",
  form: (people, options) => weightByScore(people, options, "ato"),
};
