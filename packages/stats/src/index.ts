// Sums, the same bits for any number of threads

export { sum, sumChunkLength, sumOf } from "./sums/sum.ts";

// Description

export { type Description, describe } from "./description/describe.ts";
export { mean } from "./description/mean.ts";
export { median, medianAbsoluteDeviation, quantile } from "./description/quantile.ts";
export { sampleStandardDeviation, sampleVariance } from "./description/sample-variance.ts";
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
export { sortedOrder } from "./ordering/sorted-order.ts";

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

// Proportions, rates and means of two groups

export { type TwoSampleT, twoSampleT } from "./means/two-sample-t.ts";
export type { Count } from "./proportions/count.ts";
export { type DifferenceInterval, newcombeDifference } from "./proportions/newcombe-difference.ts";
export { oddsRatio } from "./proportions/odds-ratio.ts";
export type { RatioInterval } from "./proportions/ratio-interval.ts";
export { riskRatio } from "./proportions/risk-ratio.ts";
export { type ProportionInterval, wilsonInterval } from "./proportions/wilson-interval.ts";
export { type Rate, rateRatio } from "./rates/rate-ratio.ts";

// Regression

export { type ClusterCovariance, type ClusterKind, clusterCovariance } from "./regression/cluster-covariance.ts";
export { families } from "./regression/families.ts";
export type { Family } from "./regression/family.ts";
export {
  fitGeneralisedLinear,
  type GeneralisedLinearFit,
  type GeneralisedLinearInput,
} from "./regression/fit-generalised-linear.ts";
export { fitLeastSquares, type LeastSquaresFit, type LeastSquaresInput } from "./regression/fit-least-squares.ts";
export { fitLogistic } from "./regression/fit-logistic.ts";
export { fitPoisson } from "./regression/fit-poisson.ts";
export { fitProbit } from "./regression/fit-probit.ts";
export { linearPredictor } from "./regression/linear-predictor.ts";
export type { RegressionFit } from "./regression/regression-fit.ts";
export { type RobustCovariance, type RobustKind, robustCovariance } from "./regression/robust-covariance.ts";

// Survival

export type { BaselineHazard } from "./survival/baseline-hazard.ts";
export type { Concordance } from "./survival/concordance.ts";
export { type CoxFit, type CoxInput, type CoxTest, fitCox } from "./survival/fit-cox.ts";
export { type KaplanMeier, kaplanMeier } from "./survival/kaplan-meier.ts";
export { type LogRank, type LogRankGroup, logRank } from "./survival/log-rank.ts";
export { numbersAtRisk } from "./survival/numbers-at-risk.ts";
export { restrictedMean } from "./survival/restricted-mean.ts";
export { survivalAt } from "./survival/survival-at.ts";
export type { FollowUp } from "./survival/survival-data.ts";
export type { SurvivalIntervalKind } from "./survival/survival-intervals.ts";
export { survivalQuantile } from "./survival/survival-quantile.ts";
