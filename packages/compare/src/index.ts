// The comparison

export { compareGroups } from "./compare-groups.ts";
export type { CompareInput } from "./compare-input.ts";
export type { ComparisonResult } from "./comparison-result.ts";
export type { ComparedOutcome } from "./outcomes/compared-outcome.ts";

// Comparison groups: none of this can see an outcome

export type { Covariate, FactorCovariate, NumericCovariate } from "./covariates/covariate.ts";
export { checkConstraints } from "./matching/check-constraints.ts";
export { effectiveSampleSize } from "./matching/effective-sample-size.ts";
export { type MahalanobisOptions, matchMahalanobis } from "./matching/match-mahalanobis.ts";
export { matchNearest, type NearestMatch, type NearestOptions } from "./matching/match-nearest.ts";
export type { MatchedSet } from "./matching/matched-sets.ts";
export { type MatchingOrder, matchingOrders } from "./matching/matching-order.ts";
export { matchingWeights } from "./matching/matching-weights.ts";
export type { CovariateCaliper, PairOptions } from "./matching/nearest-problem.ts";
export type { ComparisonGroup } from "./methods/comparison-group.ts";
export { comparisonMethod, comparisonMethods } from "./methods/index.ts";
export type { ComparisonMethod, MethodId } from "./methods/method.ts";
export type { People } from "./people/people.ts";
export { type CommonSupport, commonSupport } from "./scores/common-support.ts";
export { type PropensityScore, propensityScore } from "./scores/propensity-score.ts";

// Balance

export { balanceTable } from "./balance/balance-table.ts";

// Effects

export type { Effect, EffectEstimator, EffectResult, EstimatorId } from "./estimators/estimator.ts";
export { effectEstimators } from "./estimators/index.ts";
export type { AnalysisSet } from "./outcomes/analysis-set.ts";
export { requireResampled } from "./resampling/require-resampled.ts";

// Several studies together

export { poolStudies } from "./portfolio/pool-studies.ts";

// Several looks at results that grow

export { type PlannedLook, plannedLooks } from "./looks/planned-looks.ts";

// Sensitivity: to what was not measured, to what is missing, to how events are recorded

export {
  type Recording,
  riskBehindRecords,
  sensitivityWithoutEffect,
} from "./sensitivity/corrected-for-recording.ts";
export { eValue, eValueOfInterval } from "./sensitivity/e-value.ts";
export { type EstimatedBounds, intervalOfBounds } from "./sensitivity/interval-of-bounds.ts";
export { largestGamma } from "./sensitivity/largest-gamma.ts";
export { type LeeBounds, leeBounds, type MissingBounds } from "./sensitivity/lee-bounds.ts";
export type { ObservedArms } from "./sensitivity/observed-arms.ts";
export {
  type RecordedArm,
  type RecordedMeasure,
  type RecordingBias,
  type RecordingBiasInput,
  type RecordingRange,
  recordingBias,
} from "./sensitivity/recording-bias.ts";
export {
  riskRatioFromHazardRatio,
  riskRatioFromMeanDifference,
  riskRatioFromOddsRatio,
} from "./sensitivity/risk-ratio-scale.ts";
export { type OutcomeSet, rosenbaumAlignedRank } from "./sensitivity/rosenbaum-aligned-rank.ts";
export { type EventSet, type RosenbaumBound, rosenbaumEvents } from "./sensitivity/rosenbaum-events.ts";
export { rosenbaumSignedRank } from "./sensitivity/rosenbaum-signed-rank.ts";
export { worstCaseBounds } from "./sensitivity/worst-case-bounds.ts";

// Completion and dose: strategies compared from time zero, not people by what became of them

export type { ChangingCovariate } from "./target-trial/changing-covariate.ts";
export {
  type CloneCensorWeight,
  type CloneCensorWeightInput,
  cloneCensorWeight,
  type RiskContrast,
  type StrategyResult,
} from "./target-trial/clone-censor-weight.ts";
export type { Strategy } from "./target-trial/strategy.ts";
export { targetTrialTable } from "./target-trial/target-trial-table.ts";

// The same in R

export { type RScriptSource, rScript } from "./r-script/r-script.ts";

// Random allocation, before anybody is enrolled

export {
  type AllocationArm,
  type AllocationList,
  type AllocationOptions,
  type AllocationPlace,
  allocationList,
} from "./allocation/allocation-list.ts";

// Power of a comparison as it will be made

export { discontinuityInflation } from "./power/discontinuity-inflation.ts";
export { planningArithmetic } from "./power/planning-arithmetic.ts";
export {
  type PlannedComparison,
  type PlannedCovariate,
  simulatedComparison,
} from "./power/simulated-comparison.ts";
export { type SteppedWedge, steppedWedgePower } from "./power/stepped-wedge-power.ts";
