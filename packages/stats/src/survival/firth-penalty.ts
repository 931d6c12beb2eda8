import { cholesky } from "../linear-algebra/cholesky.ts";
import { inverseCholesky } from "../linear-algebra/inverse-cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { columnOf } from "./chunked-columns.ts";
import { type CoxHazard, type CoxRows, coxEvaluation } from "./cox-likelihood.ts";

/** The partial likelihood with Firth's penalty ½ log |information|, at one point. */
export interface PenalisedEvaluation {
  /** −∞ where the information has vanished */
  readonly value: number;
  readonly gradient: Float64Array;
  readonly information: Matrix;
}

/** @source Heinze and Schemper (2001), doi:10.1111/j.0006-341X.2001.00114.x, formula 2 */
export function penalisedEvaluation(rows: CoxRows, point: Float64Array): PenalisedEvaluation {
  const { value, gradient, information, hazard } = coxEvaluation(rows, point);
  const factor = cholesky(information, { tolerance: 1e-15 });
  const p = information.columns;
  if (factor.dropped.length > 0) return { value: Number.NEGATIVE_INFINITY, gradient, information };
  let logDeterminant = 0;
  for (let j = 0; j < p; j++) logDeterminant += 2 * Math.log(factor.factor.values[j * p + j]!);
  const slope = logDeterminantSlope(rows, hazard, inverseCholesky(factor).values);
  return { value: value + logDeterminant / 2, gradient: gradient.map((u, j) => u + slope[j]! / 2), information };
}

/**
 * Derivative of log |information| by each coefficient: tr(A ∂I), A the inverse.
 *
 * ∂I sums third central moments over the risk sets, but their trace with A
 * needs only the covariance of x'Ax with each covariate and that of the
 * covariates with each other, so no table of p³ moments is kept.
 */
function logDeterminantSlope(
  { sets, design, weights, ties }: CoxRows,
  { risk }: CoxHazard,
  a: Float64Array,
): Float64Array {
  const p = design.columns;
  const columns = Array.from({ length: p }, (_, j) => columnOf(design, j));
  const slope = new Float64Array(p);
  const atRisk = moments(p);
  const died = moments(p);
  const x = new Float64Array(p);
  const include = (into: Moments, i: number, sign: number) => {
    for (let j = 0; j < p; j++) x[j] = columns[j]![i]!;
    addRow(into, x, sign * risk[i]!, a);
  };
  for (let s = 0; s + 1 < sets.stratumStarts.length; s++) {
    clear(atRisk);
    for (let e = sets.stratumStarts[s + 1]! - 1; e >= sets.stratumStarts[s]!; e--) {
      const from = sets.starts[e]!;
      const d = sets.deaths[e]!;
      clear(died);
      let deathWeight = 0;
      for (let i = from; i < sets.starts[e + 1]!; i++) {
        include(atRisk, i, 1);
        if (i >= from + d) continue;
        include(died, i, 1);
        deathWeight += weights[i]!;
      }
      if (sets.entrants && e + 1 < sets.stratumStarts[s + 1]!) {
        for (let at = sets.entrants.starts[e + 1]!; at < sets.entrants.starts[e + 2]!; at++) {
          include(atRisk, sets.entrants.order[at]!, -1);
        }
      }
      const steps = ties === "efron" ? d : 1;
      for (let l = 0; l < steps; l++) addStep(slope, atRisk, died, l / steps, deathWeight / steps, a);
    }
  }
  return slope;
}

/** Σ risk times 1, x, xx' (p by p), q and q·x, where q = x'Ax. */
interface Moments {
  readonly x: Float64Array;
  readonly xx: Float64Array;
  readonly qx: Float64Array;
  /** Σ risk, Σ risk q */
  readonly scalars: Float64Array;
}

function moments(p: number): Moments {
  return {
    x: new Float64Array(p),
    xx: new Float64Array(p * p),
    qx: new Float64Array(p),
    scalars: new Float64Array(2),
  };
}

function clear({ x, xx, qx, scalars }: Moments): void {
  for (const values of [x, xx, qx, scalars]) values.fill(0);
}

function addRow(into: Moments, x: Float64Array, risk: number, a: Float64Array): void {
  const p = x.length;
  let q = 0;
  for (let j = 0; j < p; j++) {
    let sum = 0;
    for (let k = 0; k < p; k++) {
      sum += a[k * p + j]! * x[k]!;
      into.xx[k * p + j] = into.xx[k * p + j]! + risk * x[j]! * x[k]!;
    }
    q += x[j]! * sum;
    into.x[j] = into.x[j]! + risk * x[j]!;
  }
  for (let j = 0; j < p; j++) into.qx[j] = into.qx[j]! + risk * q * x[j]!;
  into.scalars[0] = into.scalars[0]! + risk;
  into.scalars[1] = into.scalars[1]! + risk * q;
}

/** Cov(q, x) − 2 Cov(x) A E(x) of the risk set less a fraction of its deaths, times a weight. */
function addStep(
  slope: Float64Array,
  all: Moments,
  died: Moments,
  fraction: number,
  weight: number,
  a: Float64Array,
): void {
  const p = slope.length;
  const total = all.scalars[0]! - fraction * died.scalars[0]!;
  const meanQ = (all.scalars[1]! - fraction * died.scalars[1]!) / total;
  const mean = all.x.map((value, j) => (value - fraction * died.x[j]!) / total);
  const turned = mean.map((_, j) => {
    let sum = 0;
    for (let k = 0; k < p; k++) sum += a[k * p + j]! * mean[k]!;
    return sum;
  });
  let along = 0;
  for (let k = 0; k < p; k++) along += mean[k]! * turned[k]!;
  for (let j = 0; j < p; j++) {
    let product = 0;
    for (let k = 0; k < p; k++) {
      product += ((all.xx[k * p + j]! - fraction * died.xx[k * p + j]!) / total) * turned[k]!;
    }
    const withQ = (all.qx[j]! - fraction * died.qx[j]!) / total - meanQ * mean[j]!;
    slope[j] = slope[j]! + weight * (withQ - 2 * (product - mean[j]! * along));
  }
}
