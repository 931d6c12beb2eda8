import { type ComparisonPlan, Failure } from "@likewise/schema";
import { exactCodes } from "../covariates/exact-codes.ts";
import { modelColumns } from "../covariates/model-columns.ts";
import { checkConstraints } from "../matching/check-constraints.ts";
import { matchNearest, nearestProblem } from "../matching/match-nearest.ts";
import { matchingCounts } from "../matching/matching-counts.ts";
import { matchingWeights } from "../matching/matching-weights.ts";
import { tieRedraw } from "../matching/redraw-ties.ts";
import type { People } from "../people/people.ts";
import { propensityModel } from "../scores/propensity-model.ts";
import { propensityScore } from "../scores/propensity-score.ts";
import { nothingVaries, separated } from "../scores/score-refusals.ts";
import type { FormedGroup } from "./comparison-group.ts";
import type { ComparisonMethod, MethodOptions } from "./method.ts";

export const nearest: ComparisonMethod = {
  id: "nearest",
  label: "nearest neighbour on the propensity score, without replacement",
  estimands: ["att"],
  needs: ["covariates", "propensityScore"],
  source: "Rosenbaum and Rubin (1985), doi:10.1080/00031305.1985.10479383; Stuart (2010), doi:10.1214/09-STS313",
  estimators: ["matched", "crude"],
  adjustment: "matching",
  form: matchPeople,
};

function matchPeople(people: People, { plan, seed }: MethodOptions): FormedGroup {
  const distance = distanceOf(plan);
  if (plan.replace === true) {
    throw new Failure("usage", "replace: matching with replacement is not available yet; leave it out, or say false");
  }
  if (modelColumns(people.covariates).columns.length === 0) return nothingVaries();
  const score = propensityScore(people.covariates, people.treated, { link: plan.score ?? "logit" });
  if (score.separated) return separated(score);

  const distances = distance === "linear" ? score.linear : score.probability;
  const exact = Object.fromEntries(people.exact.map((column) => [column.name, exactCodes(column)]));
  const options = {
    caliperSd: plan.caliper ?? null,
    ratio: plan.ratio ?? 1,
    order: plan.order ?? "largest",
    exact: Object.values(exact),
    seed,
  } as const;
  const { sets, caliperWidth } = matchNearest(distances, people.treated, options);
  if (sets.length === 0) return noneMatched();

  const weights = matchingWeights(sets, people.numRows);
  const asked = { scores: distances, treated: people.treated, caliperWidth, ratio: options.ratio, exact };
  const matching = { ...matchingCounts(sets, people, weights), constraintsChecked: checkConstraints(sets, asked) };
  const dropped = matching.treatedUnmatched > 0;
  return {
    group: {
      sets,
      setRule: { estimand: "att", leavesOut: "whole" },
      weights,
      score: score.probability,
      estimand: dropped ? "ATM" : "ATT",
      population: dropped ? matchedPopulation(plan) : "all treated people",
      options: {
        score: score.link,
        distance,
        caliper: caliperWidth === null ? null : { sd: options.caliperSd, width: caliperWidth },
        ratio: options.ratio,
        replace: false,
        order: options.order,
        exact: Object.keys(exact),
      },
      matching,
      weighting: null,
      models: [propensityModel(score)],
      assumptions: options.order === "data" ? ['the order "data" is the natural order of ids'] : [],
      redrawTies: tieRedraw(nearestProblem(distances, people.treated, options)),
    },
  };
}

function distanceOf(plan: ComparisonPlan): "probability" | "linear" {
  const distance = plan.distance ?? "probability";
  if (distance === "probability" || distance === "linear") return distance;
  throw new Failure("usage", `distance: ${distance} is not available yet; available: probability, linear`);
}

function noneMatched(): FormedGroup {
  return {
    refusal: {
      rule: "none-matched",
      why: "no treated person has a comparison person inside the caliper and the exact columns",
      unlocks: "a wider caliper, fewer exact columns, or a comparison pool more like the treated",
    },
  };
}

function matchedPopulation(plan: ComparisonPlan): string {
  return plan.caliper === undefined
    ? "treated people for whom a comparison was left"
    : "treated people for whom somebody alike was found";
}
