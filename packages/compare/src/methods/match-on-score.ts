import { type ComparisonPlan, Failure } from "@likewise/schema";
import { exactCodes } from "../covariates/exact-codes.ts";
import { modelColumns } from "../covariates/model-columns.ts";
import { checkConstraints } from "../matching/check-constraints.ts";
import type { LineProblem } from "../matching/match-on-line.ts";
import type { MatchedSet } from "../matching/matched-sets.ts";
import { matchingCounts } from "../matching/matching-counts.ts";
import { weightsOfSets } from "../matching/matching-weights.ts";
import type { People } from "../people/people.ts";
import { propensityModel } from "../scores/propensity-model.ts";
import { propensityScore } from "../scores/propensity-score.ts";
import { nothingVaries, separated } from "../scores/score-refusals.ts";
import type { ComparisonGroup, FormedGroup, SetRule } from "./comparison-group.ts";
import type { MethodOptions } from "./method.ts";

export interface ScoreMatch {
  readonly estimand: "att" | "atc" | "ate";
  /** Most comparison people in a set with one treated person. */
  readonly ratio: number;
  readonly leavesOut: SetRule["leavesOut"];
  readonly options: Readonly<Record<string, unknown>>;
  readonly sets: (problem: LineProblem) => MatchedSet[];
}

/** Sets on the propensity score, proven to be the best by their total distance. */
export function matchOnScore(people: People, { plan }: MethodOptions, match: ScoreMatch): FormedGroup {
  const distance = distanceOf(plan);
  if (modelColumns(people.covariates).columns.length === 0) return nothingVaries();
  const score = propensityScore(people.covariates, people.treated, { link: plan.score ?? "logit" });
  if (score.separated) return separated(score);
  const scores = distance === "linear" ? score.linear : score.probability;
  const exact = Object.fromEntries(people.exact.map((column) => [column.name, exactCodes(column)]));
  const sets = match.sets({ scores, treated: people.treated, exact: Object.values(exact) });
  if (sets.length === 0) return noneMatched();

  const weights = weightsOfSets(sets, people.numRows, match.estimand);
  const asked = { scores, treated: people.treated, caliperWidth: null, ratio: match.ratio, exact };
  return {
    group: {
      sets,
      setRule: { estimand: match.estimand, leavesOut: match.leavesOut },
      weights,
      score: score.probability,
      ...describedBy(people, weights, match.estimand),
      options: {
        score: score.link,
        distance,
        ...match.options,
        exact: Object.keys(exact),
        totalDistance: totalDistance(sets, scores),
      },
      matching: { ...matchingCounts(sets, people, weights), constraintsChecked: checkConstraints(sets, asked) },
      weighting: null,
      models: [propensityModel(score)],
      assumptions: [],
      redrawTies: null,
    },
  };
}

function distanceOf({ distance = "probability" }: ComparisonPlan): "probability" | "linear" {
  if (distance === "probability" || distance === "linear") return distance;
  throw new Failure("usage", `distance: ${distance} is not available for this method; available: probability, linear`);
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
      why: "no treated person has a comparison person with the same exact columns",
      unlocks: "fewer exact columns, or a comparison pool more like the treated",
    },
  };
}
