// The comparison

export { type ComparisonResult, compareGroups } from "./compare-groups.ts";
export type { CompareInput } from "./compare-input.ts";
export type { ComparedOutcome } from "./outcomes/compared-outcome.ts";

// Comparison groups: none of this can see an outcome

export type { Covariate, FactorCovariate, NumericCovariate } from "./covariates/covariate.ts";
export { checkConstraints } from "./matching/check-constraints.ts";
export { effectiveSampleSize } from "./matching/effective-sample-size.ts";
export { matchNearest, type NearestMatch, type NearestOptions } from "./matching/match-nearest.ts";
export type { MatchedSet } from "./matching/matched-sets.ts";
export { type MatchingOrder, matchingOrders } from "./matching/matching-order.ts";
export { matchingWeights } from "./matching/matching-weights.ts";
export type { ComparisonGroup } from "./methods/comparison-group.ts";
export { comparisonMethod, comparisonMethods } from "./methods/index.ts";
export type { ComparisonMethod, MethodId } from "./methods/method.ts";
export type { People } from "./people/people.ts";
export { type PropensityScore, propensityScore } from "./scores/propensity-score.ts";

// Balance

export { balanceTable } from "./balance/balance-table.ts";

// Effects

export type { Effect, EffectEstimator, EffectResult, EstimatorId } from "./estimators/estimator.ts";
export { effectEstimators } from "./estimators/index.ts";
export type { AnalysisSet } from "./outcomes/analysis-set.ts";

// Sensitivity to what was not measured

export { eValue, eValueOfInterval } from "./sensitivity/e-value.ts";
export {
  riskRatioFromHazardRatio,
  riskRatioFromMeanDifference,
  riskRatioFromOddsRatio,
} from "./sensitivity/risk-ratio-scale.ts";
