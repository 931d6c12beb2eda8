import { type ComparisonPlan, Failure } from "@likewise/schema";
import { greedySets, usualTies } from "../matching/greedy-sets.ts";
import { setsOf } from "../matching/match-nearest.ts";
import type { MatchingOrder } from "../matching/matching-order.ts";
import { nearestOther } from "../matching/nearest-other.ts";
import { type NearestProblem, pairProblem } from "../matching/nearest-problem.ts";
import { tieRedraw } from "../matching/redraw-ties.ts";
import type { People } from "../people/people.ts";
import type { FormedGroup } from "./comparison-group.ts";
import { matchedGroup } from "./matched-group.ts";
import type { ComparisonMethod, MethodOptions } from "./method.ts";
import { nearnessOf } from "./nearness.ts";
import { pairRequest } from "./pair-request.ts";

export const nearest: ComparisonMethod = {
  id: "nearest",
  label: "nearest neighbour",
  estimands: ["att"],
  needs: ["covariates", "propensityScore"],
  source:
    "Rosenbaum and Rubin (1985), doi:10.1080/00031305.1985.10479383; Stuart (2010), doi:10.1214/09-STS313; with replacement: Abadie and Imbens (2006), doi:10.1111/j.1468-0262.2006.00655.x",
  estimators: ["matched", "matched-adjusted", "crude"],
  adjustment: "matching",
  pairOptions: ["replace", "covariateCalipers", "antiExact", "distanceCovariates", "scoreCaliper", "commonSupport"],
  resampling: "sets",
  form: matchPeople,
};

function matchPeople(people: People, { plan, seed }: MethodOptions): FormedGroup {
  requireOrderKnown(plan);
  const found = nearnessOf(people, plan);
  if ("refusal" in found) return found;
  const { near, score, windows, asked, stated } = found.nearness;
  const request = pairRequest(people, plan, score);
  const many = howMany(plan, score === null ? "data" : "largest");
  const pairs = pairProblem("nearest", people.treated, { ...request.options, ...many, seed });
  const problem: NearestProblem = {
    ...pairs,
    windows: [...pairs.windows, ...Object.values(windows)],
    scores: near.kind === "line" ? near.scores : (score?.probability ?? null),
    near,
  };
  const tieDrawsAtMost = near.kind === "line" ? undefined : Math.floor(spaceTieDraws / people.numRows);
  return matchedGroup(people, plan, setsOf(greedySets(problem, usualTies(problem)), problem.ratio), {
    asked: {
      ...request.asked,
      ...asked,
      ...many,
      treated: people.treated,
      windows: { ...request.asked.windows, ...windows },
    },
    score,
    options: { ...stated, ...many, ...request.stated },
    ...(tieDrawsAtMost === undefined ? {} : { tieDrawsAtMost }),
    reuse: problem.replace ? { nearestOther: nearestOther(problem) } : null,
    weightsSumTo: "comparison",
    assumptions: problem.order === "data" ? ['the order "data" is the natural order of ids'] : [],
    redrawTies: tieDrawsAtMost === 0 ? null : tieRedraw(problem),
  });
}

/** Draws times people: matching in a space costs far more than on a line. */
const spaceTieDraws = 200_000;

/** Orders by the score need one, which a Mahalanobis distance brings only for a score caliper or common support. */
function requireOrderKnown({ distance, order, scoreCaliper, commonSupport = "none" }: ComparisonPlan): void {
  if (distance !== "mahalanobis" && distance !== "robust-mahalanobis") return;
  if (scoreCaliper !== undefined || commonSupport !== "none" || (order !== "largest" && order !== "smallest")) return;
  throw new Failure(
    "usage",
    `order: ${order} goes by a propensity score, and this match has none; available: closest, data, random`,
  );
}

function howMany(
  { ratio = 1, replace = false, order }: ComparisonPlan,
  usualOrder: MatchingOrder,
): { ratio: number; replace: boolean; order: MatchingOrder } {
  return { ratio, replace, order: order ?? usualOrder };
}
