import { type ComparisonPlan, Failure } from "@likewise/schema";
import type { SetLimits } from "../matching/match-by-network.ts";
import { fullMatch } from "../matching/match-on-line.ts";
import type { People } from "../people/people.ts";
import type { FormedGroup } from "./comparison-group.ts";
import { matchOptimally } from "./match-optimally.ts";
import type { ComparisonMethod, MethodOptions } from "./method.ts";
import { targetEstimand } from "./target-estimand.ts";

export const full: ComparisonMethod = {
  id: "full",
  label: "optimal full matching",
  estimands: ["att", "ate", "atc"],
  needs: ["covariates", "propensityScore"],
  source: "Rosenbaum (1991), doi:10.1111/j.2517-6161.1991.tb01848.x; Hansen (2004), doi:10.1198/016214504000000647",
  estimators: ["matched", "matched-adjusted", "crude"],
  adjustment: "matching",
  pairOptions: ["covariateCalipers", "antiExact", "distanceCovariates", "scoreCaliper", "commonSupport", "ratioRange"],
  form: matchFully,
};

function matchFully(people: People, { plan }: MethodOptions): FormedGroup {
  for (const name of ["order", "ratio"] as const) {
    if (plan[name] === undefined) continue;
    throw new Failure("usage", `${name}: method full does not keep to it; sizes of sets are limited by ratioRange`);
  }
  const ratioRange = plan.ratioRange === undefined ? null : wholeRange(plan.ratioRange);
  const limits = setLimits(ratioRange ?? { least: 1 / people.numRows, most: people.numRows });
  return matchOptimally(people, plan, {
    estimand: targetEstimand(plan),
    ratio: limits.treated.most,
    ratioRange,
    leavesOut: "person",
    options: ratioRange === null ? {} : { ratioRange },
    assumptions: limits.allOrNone
      ? [
          "treated people without the fewest comparison people asked for are left out; no search is made for leaving out fewer",
        ]
      : [],
    limits,
    onLine: ratioRange === null ? fullMatch : null,
  });
}

type RatioRange = NonNullable<ComparisonPlan["ratioRange"]>;

/** A third written as 0.33 is a third. */
function wholeRange({ least, most }: RatioRange): RatioRange {
  const exact = least >= 1 ? Math.round(least) : 1 / Math.round(1 / least);
  if (Math.abs(exact / least - 1) < 0.011 && Number.isInteger(most) && most >= Math.max(1, exact)) {
    return { least: exact, most };
  }
  throw new Failure(
    "usage",
    `ratioRange: least must be a whole number or one part of one, and most a whole number >= least, got ${least} and ${most}`,
  );
}

/** A fewest above one is so many comparison people of one's own; one of a half lets two treated people share one. */
function setLimits({ least, most }: RatioRange): SetLimits {
  if (least > 1) {
    return { treated: { wanted: least, most }, comparison: { wanted: 1, most: 1 }, allOrNone: true };
  }
  return {
    treated: { wanted: 1, most },
    comparison: { wanted: 1, most: Math.round(1 / least) },
    allOrNone: false,
  };
}
