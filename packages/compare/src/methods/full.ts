import { Failure } from "@likewise/schema";
import { fullMatch } from "../matching/match-on-line.ts";
import type { People } from "../people/people.ts";
import type { FormedGroup } from "./comparison-group.ts";
import { matchOnScore } from "./match-on-score.ts";
import type { ComparisonMethod, MethodOptions } from "./method.ts";
import { strataEstimand } from "./strata-estimand.ts";

export const full: ComparisonMethod = {
  id: "full",
  label: "optimal full matching on the propensity score",
  estimands: ["att", "ate", "atc"],
  needs: ["covariates", "propensityScore"],
  source: "Rosenbaum (1991), doi:10.1111/j.2517-6161.1991.tb01848.x; Hansen (2004), doi:10.1198/016214504000000647",
  estimators: ["matched", "matched-adjusted", "crude"],
  adjustment: "matching",
  form: (people: People, options: MethodOptions): FormedGroup => {
    if (options.plan.caliper !== undefined) {
      throw new Failure("usage", "caliper: method full keeps to none; use nearest, or leave the caliper out");
    }
    return matchOnScore(people, options, {
      estimand: strataEstimand(options.plan),
      ratio: people.numRows,
      leavesOut: "person",
      options: {},
      sets: fullMatch,
    });
  },
};
