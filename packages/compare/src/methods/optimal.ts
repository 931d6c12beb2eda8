import { Failure } from "@likewise/schema";
import { optimalPairs } from "../matching/match-on-line.ts";
import type { People } from "../people/people.ts";
import type { FormedGroup } from "./comparison-group.ts";
import { matchOptimally } from "./match-optimally.ts";
import type { ComparisonMethod, MethodOptions } from "./method.ts";

export const optimal: ComparisonMethod = {
  id: "optimal",
  label: "optimal pair matching",
  estimands: ["att"],
  needs: ["covariates", "propensityScore"],
  source: "Rosenbaum (1989), doi:10.1080/01621459.1989.10478868",
  estimators: ["matched", "matched-adjusted", "crude"],
  adjustment: "matching",
  pairOptions: ["covariateCalipers", "antiExact", "distanceCovariates", "scoreCaliper", "commonSupport"],
  resampling: "sets",
  form: matchPairs,
};

function matchPairs(people: People, { plan }: MethodOptions): FormedGroup {
  const { ratio = 1, order } = plan;
  if (order !== undefined) {
    throw new Failure("usage", `order: nobody chooses first in method optimal; leave out ${order}`);
  }
  return matchOptimally(people, plan, {
    estimand: "att",
    ratio,
    ratioRange: null,
    leavesOut: "whole",
    options: { ratio },
    assumptions: [],
    limits: {
      treated: { wanted: ratio, most: ratio },
      comparison: { wanted: 0, most: 1 },
      allOrNone: false,
    },
    onLine: (problem) => optimalPairs(problem, ratio),
  });
}
