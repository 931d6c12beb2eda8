import type { ComparisonPlan } from "@likewise/schema";
import type { People } from "../people/people.ts";
import { type PropensityScore, propensityScore } from "./propensity-score.ts";
import { scoreCovariates } from "./score-covariates.ts";

/** The propensity score of a plan: its link, squares and splines, each person counting as many as they stand for. */
export function scoreOf(people: People, plan: ComparisonPlan): PropensityScore {
  return propensityScore(scoreCovariates(people.covariates, plan), people.treated, {
    link: plan.score ?? "logit",
    ...(people.samplingWeights == null ? {} : { samplingWeights: people.samplingWeights }),
  });
}
