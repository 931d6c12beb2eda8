import { Failure } from "@likewise/schema";
import { optimalPairs } from "../matching/match-on-line.ts";
import type { People } from "../people/people.ts";
import type { FormedGroup } from "./comparison-group.ts";
import { matchOnScore } from "./match-on-score.ts";
import type { ComparisonMethod, MethodOptions } from "./method.ts";

export const optimal: ComparisonMethod = {
  id: "optimal",
  label: "optimal pair matching on the propensity score",
  estimands: ["att"],
  needs: ["covariates", "propensityScore"],
  source: "Rosenbaum (1989), doi:10.1080/01621459.1989.10478868",
  estimators: ["matched", "matched-adjusted", "crude"],
  adjustment: "matching",
  form: (people: People, options: MethodOptions): FormedGroup => {
    const ratio = options.plan.ratio ?? 1;
    if (options.plan.caliper !== undefined) {
      throw new Failure("usage", "caliper: method optimal keeps to none; use nearest, or leave the caliper out");
    }
    return matchOnScore(people, options, {
      estimand: "att",
      ratio,
      leavesOut: "whole",
      options: { ratio },
      sets: (problem) => optimalPairs(problem, ratio),
    });
  },
};
