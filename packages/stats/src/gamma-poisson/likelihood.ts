import {
  dispersionDerivatives,
  logOnePlusOver,
  logRisingProducts,
} from "../regression/negative-binomial-dispersion.ts";
import { bracketedRoot } from "../root-finding/bracketed-root.ts";
import type { Cells } from "./cells.ts";

/**
 * Log-likelihood of gamma–Poisson counts by their mean rate m and dispersion
 * α = 1 / shape. Both are as good as independent, and α = 0 is the Poisson model.
 */
export function logLikelihood(cells: Cells, logMeanRate: number, dispersion: number): number {
  const { counts, exposures, weights, tails, events, constant } = cells;
  const meanRate = Math.exp(logMeanRate);
  let sum = constant + events * logMeanRate + logRisingProducts(tails, dispersion);
  for (let c = 0; c < counts.length; c++) {
    const mean = meanRate * exposures[c]!;
    const x = dispersion * mean;
    sum -= weights[c]! * (counts[c]! * Math.log1p(x) + mean * logOnePlusOver(x));
  }
  return sum;
}

/** Slope and curvature in the log of the mean rate. */
export function meanRateDerivatives(
  { counts, exposures, weights }: Cells,
  logMeanRate: number,
  dispersion: number,
): { readonly slope: number; readonly curvature: number } {
  const meanRate = Math.exp(logMeanRate);
  let slope = 0;
  let curvature = 0;
  for (let c = 0; c < counts.length; c++) {
    const mean = meanRate * exposures[c]!;
    const inflation = 1 + dispersion * mean;
    slope += (weights[c]! * (counts[c]! - mean)) / inflation;
    curvature -= (weights[c]! * mean * (1 + dispersion * counts[c]!)) / (inflation * inflation);
  }
  return { slope, curvature };
}

/** Slope in α at a fixed mean rate. */
export function dispersionSlope(cells: Cells, logMeanRate: number, dispersion: number): number {
  const meanRate = Math.exp(logMeanRate);
  const means = cells.exposures.map((exposure) => meanRate * exposure);
  return dispersionDerivatives(cells.tails, cells.counts, means, cells.weights, dispersion).slope;
}

/** Log of the most likely mean rate given α: Newton's method on a concave function. */
export function bestLogMeanRate(cells: Cells, dispersion: number): number {
  let at = Math.log(cells.events / cells.exposure);
  for (let iteration = 0; iteration < 100; iteration++) {
    const { slope, curvature } = meanRateDerivatives(cells, at, dispersion);
    const step = Math.min(1, Math.max(-1, -slope / curvature));
    at += step;
    if (Math.abs(step) < 1e-14 * Math.max(1, Math.abs(at))) break;
  }
  return at;
}

/** Log-likelihood at the best mean rate for this α. */
export function profileOfDispersion(cells: Cells, dispersion: number): number {
  return logLikelihood(cells, bestLogMeanRate(cells, dispersion), dispersion);
}

/** Where slopeAt, positive at 0, first falls to 0; 0 when it does not rise at all. */
export function risingEnd(slopeAt: (dispersion: number) => number, first: number): number {
  if (!(slopeAt(0) > 0)) return 0;
  let low = 0;
  let high = first;
  for (; slopeAt(high) > 0; high *= 4) low = high;
  return bracketedRoot(slopeAt, low, high);
}
