import { type ComparisonPlan, type EffectMeasureId, Failure } from "@likewise/schema";
import type { EffectEstimator, EstimatorId } from "../estimators/estimator.ts";
import { effectEstimators } from "../estimators/index.ts";
import type { ComparisonMethod } from "../methods/method.ts";
import type { OutcomeRows } from "../outcomes/outcome-rows.ts";

export interface PrimaryChoice {
  readonly measure: EffectMeasureId;
  readonly estimator: EstimatorId;
  /** Neither was declared in the plan. */
  readonly byDefault: boolean;
}

/**
 * The one answer of an outcome, fixed before any estimate is seen: what the plan declares, else the crude difference where
 * arms were assigned at random, else the method's own estimate; the measure is the difference that fits the outcome's kind.
 * It may look at what kind of data there are, never at their values.
 *
 * @throws Failure usage when the plan declares something no estimator offers for this outcome
 */
export function primaryChoice(
  outcome: OutcomeRows,
  plan: ComparisonPlan,
  method: ComparisonMethod,
  hasCovariates: boolean,
): PrimaryChoice {
  const { declaration } = outcome;
  const usable = applicable(outcome, method, hasCovariates);
  const estimator = (declaration.estimator as EstimatorId | undefined) ?? defaultEstimator(plan, method, hasCovariates);
  const measure = declaration.measure ?? usable.find((one) => one.estimator === estimator)?.measures[0];
  const offered = usable.filter((one) => measure !== undefined && one.measures.includes(measure));
  if (measure === undefined || !offered.some((one) => one.estimator === estimator)) {
    const choices = usable.flatMap((one) => one.measures.map((id) => `${id}:${one.estimator}`));
    throw new Failure(
      "usage",
      `outcome "${declaration.id}": primary must be one of ${choices.join(", ")}, got ${measure ?? "any measure"}:${estimator}`,
    );
  }
  return { measure, estimator, byDefault: declaration.measure === undefined && declaration.estimator === undefined };
}

/** Estimators of the method that fit the outcome's kind and whose needs are met, in registry order. */
export function applicable(outcome: OutcomeRows, method: ComparisonMethod, hasCovariates: boolean): EffectEstimator[] {
  const met = {
    covariates: hasCovariates,
    matchedSets: method.adjustment === "matching",
    weights: method.adjustment === "weighting",
    time: outcome.time !== null,
    exposure: outcome.exposureYears !== null,
  };
  return effectEstimators.filter(
    ({ kinds, needs, estimator }) =>
      kinds.includes(outcome.declaration.kind) &&
      method.estimators.includes(estimator) &&
      needs.every((need) => met[need]),
  );
}

function defaultEstimator(plan: ComparisonPlan, method: ComparisonMethod, hasCovariates: boolean): EstimatorId {
  if (plan.assignment === "random" && method.estimators.includes("crude")) return "crude";
  const own = method.estimators[0]!;
  return own === "adjusted" && !hasCovariates ? "crude" : own;
}
