// Linear algebra: matrices are dense and stored column by column
export { type Cholesky, cholesky } from "./linear-algebra/cholesky.ts";
export { crossproduct } from "./linear-algebra/crossproduct.ts";
export { designMatrix } from "./linear-algebra/design-matrix.ts";
export { householderQr, inverseCrossproduct, type QrDecomposition, solveQr } from "./linear-algebra/householder-qr.ts";
export { inverseCholesky } from "./linear-algebra/inverse-cholesky.ts";
export type { Matrix } from "./linear-algebra/matrix.ts";
export { solveCholesky } from "./linear-algebra/solve-cholesky.ts";
export { type SymmetricEigen, symmetricEigen } from "./linear-algebra/symmetric-eigen.ts";

// Regression
export { type ClusterCovariance, type ClusterKind, clusterCovariance } from "./regression/cluster-covariance.ts";
export type { GeneralisedLinearFit, GeneralisedLinearInput } from "./regression/fit-generalised-linear.ts";
export { fitLeastSquares, type LeastSquaresFit, type LeastSquaresInput } from "./regression/fit-least-squares.ts";
export { fitLogistic } from "./regression/fit-logistic.ts";
export { fitPoisson } from "./regression/fit-poisson.ts";
export { linearPredictor } from "./regression/linear-predictor.ts";
export type { RegressionFit } from "./regression/regression-fit.ts";
export { type RobustCovariance, type RobustKind, robustCovariance } from "./regression/robust-covariance.ts";
