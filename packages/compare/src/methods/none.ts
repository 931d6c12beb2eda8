import type { ComparisonMethod } from "./method.ts";

export const none: ComparisonMethod = {
  id: "none",
  label: "arms as they are",
  estimands: ["att", "ate", "atc"],
  needs: [],
  source: "Rosenbaum (2002), Observational Studies, chapter 2",
  estimators: ["adjusted", "crude"],
  adjustment: "none",
  resampling: "people",
  form: () => ({
    group: {
      sets: null,
      setRule: null,
      weights: null,
      score: null,
      estimand: "ATE",
      population: "everyone in both arms",
      options: {},
      matching: null,
      weighting: null,
      models: [],
      assumptions: [],
      redrawTies: null,
    },
  }),
};
