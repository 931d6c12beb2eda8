// Sums, the same bits for any number of threads

export { sum, sumChunkLength, sumOf } from "./sums/sum.ts";

// Description

export { type Description, describe } from "./description/describe.ts";
export { mean } from "./description/mean.ts";
export { median, medianAbsoluteDeviation, quantile } from "./description/quantile.ts";
export { sampleStandardDeviation, sampleVariance } from "./description/sample-variance.ts";
export { trimmedMean } from "./description/trimmed-mean.ts";
export { weightedMean, weightedVariance } from "./description/weighted-mean.ts";

// Distributions: density, both tails computed, quantiles from either tail

export { betaCdf, betaDensity, betaQuantile } from "./distributions/beta.ts";
export { binomialCdf, binomialMass, binomialQuantile } from "./distributions/binomial.ts";
export { chiSquareCdf, chiSquareDensity, chiSquareQuantile } from "./distributions/chi-square.ts";
export { fCdf, fDensity, fQuantile } from "./distributions/f.ts";
export { type GammaScale, gammaCdf, gammaDensity, gammaQuantile } from "./distributions/gamma.ts";
export {
  hypergeometricCdf,
  hypergeometricMass,
  hypergeometricQuantile,
  type Urn,
} from "./distributions/hypergeometric.ts";
export {
  type LogNormalParameters,
  logNormalCdf,
  logNormalDensity,
  logNormalQuantile,
} from "./distributions/log-normal.ts";
export {
  negativeBinomialCdf,
  negativeBinomialMass,
  negativeBinomialQuantile,
} from "./distributions/negative-binomial.ts";
export { type NormalParameters, normalCdf, normalDensity, normalQuantile } from "./distributions/normal.ts";
export { poissonCdf, poissonMass, poissonQuantile } from "./distributions/poisson.ts";
export { studentTCdf, studentTDensity, studentTQuantile } from "./distributions/student-t.ts";
export type { TailOptions } from "./special-functions/tail.ts";

// Special functions

export { incompleteBeta } from "./special-functions/incomplete-beta.ts";
export { incompleteGamma } from "./special-functions/incomplete-gamma.ts";
export { logBeta } from "./special-functions/log-beta.ts";
export { logChoose } from "./special-functions/log-choose.ts";
export { logGamma } from "./special-functions/log-gamma.ts";

// Random numbers: one seeded generator, sub-streams by name

export { type RandomStream, randomStream } from "./random/random-stream.ts";

// Order

export { type DistinctCodes, distinctCodes } from "./ordering/distinct-codes.ts";
export { type SortedRuns, sortedOrder, sortedRuns } from "./ordering/sorted-order.ts";

// Assignment: the cheapest way of joining two sets of points

export { type AssignmentOnLine, assignmentOnLine, type PointsOnLine } from "./assignment/assignment-on-line.ts";
export { type EdgeCover, edgeCoverOnLine } from "./assignment/edge-cover-on-line.ts";
export { type JoinInSpace, type JoinLimits, joinInSpace, type PointsInSpace } from "./assignment/join-in-space.ts";
export {
  type Arcs,
  type MinimumCostFlow,
  minimumCostFlow,
  type Network,
  type NodePrices,
} from "./assignment/minimum-cost-flow.ts";

// Space: nearest neighbours among points that go one by one

export {
  type SpatialIndex,
  type SpatialItems,
  type SpatialQuery,
  type SpatialWindow,
  spatialIndex,
} from "./spatial/spatial-index.ts";

// Spread of matched differences where partners serve more than once

export { abadieImbens, abadieImbensFactor, type MatchedOnce } from "./matching/abadie-imbens.ts";

// Record linkage: how alike two texts are, and which pairs of records are one

export { type FellegiSunterFit, type FellegiSunterInput, fitFellegiSunter } from "./linkage/fit-fellegi-sunter.ts";
export { jaroWinkler } from "./linkage/jaro-winkler.ts";
export type { PairPatterns, TwoKinds } from "./linkage/pair-patterns.ts";

// Linear algebra: matrices are dense and stored column by column

export { type Cholesky, cholesky } from "./linear-algebra/cholesky.ts";
export { crossproduct } from "./linear-algebra/crossproduct.ts";
export { designMatrix } from "./linear-algebra/design-matrix.ts";
export { householderQr, inverseCrossproduct, type QrDecomposition, solveQr } from "./linear-algebra/householder-qr.ts";
export { inverseCholesky } from "./linear-algebra/inverse-cholesky.ts";
export type { Matrix } from "./linear-algebra/matrix.ts";
export { solveCholesky } from "./linear-algebra/solve-cholesky.ts";
export { type SymmetricEigen, symmetricEigen } from "./linear-algebra/symmetric-eigen.ts";

// Numbers that are not given because they would mislead

export type { Refused } from "./refusals/refused.ts";

// Mixed models: repeated measurements of the same people

export {
  fitLinearMixed,
  type LinearMixedFit,
  type LinearMixedInput,
} from "./mixed-models/fit-linear-mixed.ts";
export {
  fitRepeatedMeasures,
  type RepeatedMeasuresFit,
  type RepeatedMeasuresInput,
} from "./mixed-models/fit-repeated-measures.ts";
export type { MixedContrast } from "./mixed-models/mixed-contrast.ts";

// Where a continuous function changes sign

export { bracketedRoot } from "./root-finding/bracketed-root.ts";

// Agreement of two raters

export { type CohenKappa, cohenKappa, type KappaWeights } from "./agreement/cohen-kappa.ts";

// Proportions and rates, and the difference between two groups

export { type TwoSampleT, twoSampleT } from "./means/two-sample-t.ts";
export { agrestiCaffoDifference } from "./proportions/agresti-caffo-difference.ts";
export type { Count } from "./proportions/count.ts";
export { exactBinomialInterval } from "./proportions/exact-binomial-interval.ts";
export { type FisherTest, fisherTest } from "./proportions/fisher-test.ts";
export { type FunnelLimits, funnelLimits } from "./proportions/funnel-limits.ts";
export { mantelHaenszelRiskRatio } from "./proportions/mantel-haenszel-risk-ratio.ts";
export { type McNemarTest, mcnemarTest } from "./proportions/mcnemar-test.ts";
export { midPBinomialInterval } from "./proportions/mid-p-binomial-interval.ts";
export { type DifferenceInterval, newcombeDifference } from "./proportions/newcombe-difference.ts";
export { newcombePairedDifference } from "./proportions/newcombe-paired-difference.ts";
export { oddsRatio } from "./proportions/odds-ratio.ts";
export type { PairCounts } from "./proportions/pair-counts.ts";
export { type PearsonChiSquare, pearsonChiSquare } from "./proportions/pearson-chi-square.ts";
export type { RatioInterval } from "./proportions/ratio-interval.ts";
export { riskRatio } from "./proportions/risk-ratio.ts";
export { type ScoreVariance, scoreDifference } from "./proportions/score-difference.ts";
export { type ScoreRatio, scoreRiskRatio } from "./proportions/score-risk-ratio.ts";
export { type Share, shareOf } from "./proportions/share-of.ts";
export { type ProportionInterval, wilsonInterval } from "./proportions/wilson-interval.ts";
export { exactPoissonInterval, type RateInterval } from "./rates/exact-poisson-interval.ts";
export { type PoissonRateTest, poissonRateTest } from "./rates/poisson-rate-test.ts";
export type { Rate } from "./rates/rate.ts";
export { rateRatio } from "./rates/rate-ratio.ts";

// Several tests at once

export { adjustedPValues, type MultiplicityMethod } from "./multiplicity/adjusted-p-values.ts";

// Several looks at results that grow: bounds that hold false alarms down over all of them

export { crossingProbabilities } from "./sequential/crossing-probabilities.ts";
export { groupSequentialBounds, type SequentialLook } from "./sequential/group-sequential-bounds.ts";
export { type SpendingRule, type SpendingRuleName, spendingRules } from "./sequential/spending-rules.ts";

// Power: what a study of so many units would find, by formula or by simulation

export { designEffect } from "./power/design-effect.ts";
export { detectableEffect } from "./power/detectable-effect.ts";
export { powerOfTest } from "./power/power-of-test.ts";
export { type SimulatedPower, type SimulatedStudy, simulatedPower } from "./power/simulated-power.ts";
export type { ClusterSizes, PlannedOutcome, TwoGroupDesign } from "./power/two-group-design.ts";
export { type UnitsBySimulation, unitsBySimulation } from "./power/units-by-simulation.ts";
export { type UnitsNeeded, unitsNeeded } from "./power/units-needed.ts";

// Bootstrap of whole units

export { type BootstrapInterval, bootstrapInterval } from "./bootstrap/bootstrap-interval.ts";
export { bootstrapReplicates, type ReplicatesInput, type UnitStatistic } from "./bootstrap/bootstrap-replicates.ts";
export { type ClusterBootstrap, type ClusterBootstrapInput, clusterBootstrap } from "./bootstrap/cluster-bootstrap.ts";

// Counts of units that differ in their rates, and what selection by count leads to

export type { CountsInput } from "./gamma-poisson/cells.ts";
export { fitGammaPoisson, type GammaPoissonFit } from "./gamma-poisson/fit-gamma-poisson.ts";
export type { GammaRates, TwoWindows } from "./gamma-poisson/gamma-rates.ts";
export { meanRateOfShare } from "./gamma-poisson/mean-rate-of-share.ts";
export type { PlausibleParameters } from "./gamma-poisson/plausible-parameters.ts";
export { type NextWindow, predictAfterCount } from "./gamma-poisson/predict-after-count.ts";
export { type AfterSelection, predictAfterSelection } from "./gamma-poisson/predict-after-selection.ts";
export { type KnownPast, predictShare, type SharePrediction } from "./gamma-poisson/predict-share.ts";
export type { GammaPoissonIntervals, ProfileInterval } from "./gamma-poisson/profile-intervals.ts";

// Multiple imputation: gaps filled several times over, and answers brought together

export { type ChainsInput, type ImputedColumns, imputeByChains } from "./imputation/impute-by-chains.ts";
export { type PooledImputations, poolImputations } from "./imputation/pool-imputations.ts";
export type { CategoryWithGaps, NumberWithGaps, VariableWithGaps } from "./imputation/variable-with-gaps.ts";

// Splines

export { harrellKnots } from "./splines/harrell-knots.ts";
export { restrictedCubicSpline } from "./splines/restricted-cubic-spline.ts";

// Regression

export { type ClusterCovariance, type ClusterKind, clusterCovariance } from "./regression/cluster-covariance.ts";
export { families } from "./regression/families.ts";
export type { Family } from "./regression/family.ts";
export { type FirthLogisticFit, type FirthLogisticInput, fitFirthLogistic } from "./regression/fit-firth-logistic.ts";
export {
  fitGeneralisedLinear,
  type GeneralisedLinearFit,
  type GeneralisedLinearInput,
} from "./regression/fit-generalised-linear.ts";
export { fitLeastSquares, type LeastSquaresFit, type LeastSquaresInput } from "./regression/fit-least-squares.ts";
export { fitLogistic } from "./regression/fit-logistic.ts";
export {
  fitModifiedPoisson,
  type ModifiedPoissonFit,
  type ModifiedPoissonInput,
} from "./regression/fit-modified-poisson.ts";
export {
  fitNegativeBinomial,
  type NegativeBinomialFit,
  type NegativeBinomialInput,
} from "./regression/fit-negative-binomial.ts";
export { fitPoisson } from "./regression/fit-poisson.ts";
export { fitProbit } from "./regression/fit-probit.ts";
export { fitQuasiPoisson, type QuasiPoissonFit } from "./regression/fit-quasi-poisson.ts";
export { fitUnlessSeparated, type RegressionRefused } from "./regression/fit-unless-separated.ts";
export { type InspectRegressionInput, inspectRegression } from "./regression/inspect-regression.ts";
export { leastSquaresRefits } from "./regression/least-squares-refits.ts";
export { linearPredictor } from "./regression/linear-predictor.ts";
export { logisticRefits, type Refit } from "./regression/logistic-refits.ts";
export type { RegressionFit } from "./regression/regression-fit.ts";
export type { RegressionProblem, RegressionTerm } from "./regression/regression-problem.ts";
export { type RobustCovariance, type RobustKind, robustCovariance } from "./regression/robust-covariance.ts";
export {
  type SatterthwaiteClusterCovariance,
  satterthwaiteClusterCovariance,
  type WorkingVariance,
} from "./regression/satterthwaite-cluster-covariance.ts";
export { type TwoWayClusterCovariance, twoWayClusterCovariance } from "./regression/two-way-cluster-covariance.ts";
export {
  type WildClusterBootstrap,
  type WildClusterBootstrapInput,
  wildClusterBootstrap,
} from "./regression/wild-cluster-bootstrap.ts";
export type { WildWeights } from "./regression/wild-weights.ts";

// Survival

export type { BaselineHazard } from "./survival/baseline-hazard.ts";
export type { Concordance } from "./survival/concordance.ts";
export type { CoxTies } from "./survival/cox-likelihood.ts";
export { type CauseIncidence, type CumulativeIncidence, cumulativeIncidence } from "./survival/cumulative-incidence.ts";
export { type CoxFit, type CoxInput, type CoxTest, fitCox } from "./survival/fit-cox.ts";
export { type FirthCoxFit, fitFirthCox } from "./survival/fit-firth-cox.ts";
export { type HazardRatio, hazardRatios } from "./survival/hazard-ratios.ts";
export { type KaplanMeier, kaplanMeier } from "./survival/kaplan-meier.ts";
export { type GroupCurve, kaplanMeierByGroup } from "./survival/kaplan-meier-by-group.ts";
export { type LogRank, type LogRankGroup, type LogRankWeighting, logRank } from "./survival/log-rank.ts";
export { meanCumulativeAt } from "./survival/mean-cumulative-at.ts";
export { type MeanCumulativeDifference, meanCumulativeDifference } from "./survival/mean-cumulative-difference.ts";
export {
  type MeanCumulativeFunction,
  meanCumulativeFunction,
  type RecurrentEvents,
} from "./survival/mean-cumulative-function.ts";
export { numbersAtRisk } from "./survival/numbers-at-risk.ts";
export {
  type ProportionalHazardsTest,
  proportionalHazardsTest,
  type TimeScale,
} from "./survival/proportional-hazards-test.ts";
export { type RestrictedMean, restrictedMean } from "./survival/restricted-mean.ts";
export { type RestrictedMeanDifference, restrictedMeanDifference } from "./survival/restricted-mean-difference.ts";
export { survivalAt } from "./survival/survival-at.ts";
export type { FollowUp } from "./survival/survival-data.ts";
export type { SurvivalIntervalKind } from "./survival/survival-intervals.ts";
export { survivalQuantile } from "./survival/survival-quantile.ts";

// Meta-analysis: one estimate per study or site

export type { BetweenStudyMethod } from "./meta-analysis/between-study-variance.ts";
export { type PartialPooling, type PooledSite, partialPooling } from "./meta-analysis/partial-pooling.ts";
export {
  type Heterogeneity,
  type PooledInterval,
  type RandomEffects,
  randomEffects,
} from "./meta-analysis/random-effects.ts";
export type { StudyEstimates } from "./meta-analysis/study-estimates.ts";
