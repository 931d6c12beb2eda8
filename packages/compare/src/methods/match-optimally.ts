import type { ComparisonPlan } from "@likewise/schema";
import { checkConstraints } from "../matching/check-constraints.ts";
import {
  matchByNetwork,
  type NetworkMatch,
  type NetworkProblem,
  type SetLimits,
} from "../matching/match-by-network.ts";
import type { LineProblem } from "../matching/match-on-line.ts";
import type { MatchedSet } from "../matching/matched-sets.ts";
import { matchingCounts } from "../matching/matching-counts.ts";
import { weightsOfSets } from "../matching/matching-weights.ts";
import { pairProblem } from "../matching/nearest-problem.ts";
import type { People } from "../people/people.ts";
import { propensityModel } from "../scores/propensity-model.ts";
import type { ComparisonGroup, FormedGroup, SetRule } from "./comparison-group.ts";
import { nearnessOf } from "./nearness.ts";
import { pairRequest } from "./pair-request.ts";

export interface OptimalMatch {
  readonly estimand: "att" | "atc" | "ate";
  /** Most comparison people in a set. */
  readonly ratio: number;
  readonly ratioRange: { readonly least: number; readonly most: number } | null;
  readonly leavesOut: SetRule["leavesOut"];
  readonly options: Readonly<Record<string, unknown>>;
  readonly assumptions: readonly string[];
  /** Sizes of sets, for a match through a network. */
  readonly limits: SetLimits;
  /** A match on a line, where nothing is asked of pairs but exact columns; null where sizes of sets rule it out. */
  readonly onLine: ((problem: LineProblem) => MatchedSet[]) | null;
}

/** Sets proven to be the best by their total distance, under every limit a plan puts on them. */
export function matchOptimally(people: People, plan: ComparisonPlan, match: OptimalMatch): FormedGroup {
  const near = nearnessOf(people, plan);
  if ("refusal" in near) return near;
  const { nearness } = near;
  const request = pairRequest(people, plan, nearness.score);
  const pairs = pairProblem("matchOptimally", people.treated, request.options);
  const problem = {
    ...pairs,
    windows: [...pairs.windows, ...Object.values(nearness.windows)],
    near: nearness.near,
  };
  const { sets, totalDistance, gap } = bestSets(problem, Object.values(request.asked.exact), match);
  if (sets.length === 0) return noneMatched();

  const weights = weightsOfSets(sets, people.numRows, match.estimand);
  const asked = {
    ...request.asked,
    ...nearness.asked,
    windows: { ...request.asked.windows, ...nearness.windows },
    treated: people.treated,
    ratio: match.ratio,
    ...(match.ratioRange === null ? {} : { ratioRange: match.ratioRange }),
  };
  return {
    group: {
      sets,
      setRule: { estimand: match.estimand, leavesOut: match.leavesOut },
      weights,
      score: nearness.score?.probability ?? null,
      ...describedBy(people, weights, match.estimand),
      options: { ...nearness.stated, ...match.options, ...request.stated, totalDistance, gap },
      matching: { ...matchingCounts(sets, people, weights), constraintsChecked: checkConstraints(sets, asked) },
      weighting: null,
      models: nearness.score === null ? [] : [propensityModel(nearness.score)],
      assumptions: match.assumptions,
      redrawTies: null,
      tieDrawsAtMost: 0,
    },
  };
}

/** On a line without limits on pairs there is a way that takes no network. */
function bestSets(problem: NetworkProblem, exact: readonly ArrayLike<number>[], match: OptimalMatch): NetworkMatch {
  const { near, treated, eligible, antiExact, windows } = problem;
  const isFree = eligible === null && antiExact.length === 0 && windows.length === 0;
  if (near.kind === "space" || near.caliperWidth < Number.POSITIVE_INFINITY || !isFree || match.onLine === null) {
    return matchByNetwork(problem, match.limits);
  }
  const sets = match.onLine({ scores: near.scores, treated, exact });
  return { sets, totalDistance: totalDistance(sets, near.scores), gap: 0 };
}

const populations = { att: "treated people", atc: "comparison people", ate: "people of both arms" } as const;

function describedBy(
  { treated }: People,
  weights: Float64Array,
  estimand: "att" | "atc" | "ate",
): Pick<ComparisonGroup, "estimand" | "population"> {
  const left = (arm: number) => treated.some((one, row) => one === arm && weights[row] === 0);
  const isCut = (estimand !== "atc" && left(1)) || (estimand !== "att" && left(0));
  if (!isCut) return { estimand: estimand.toUpperCase() as "ATT", population: `all ${populations[estimand]}` };
  return { estimand: "ATM", population: `${populations[estimand]} for whom a counterpart was left` };
}

function totalDistance(sets: readonly MatchedSet[], scores: Float64Array): number {
  let total = 0;
  for (const { treated, comparison } of sets)
    for (const t of treated) for (const c of comparison) total += Math.abs(scores[t]! - scores[c]!);
  return total;
}

function noneMatched(): FormedGroup {
  return {
    refusal: {
      rule: "none-matched",
      why: "no treated person has enough comparison people inside the calipers and the other limits",
      unlocks: "wider calipers, fewer exact columns, or a comparison pool more like the treated",
    },
  };
}
