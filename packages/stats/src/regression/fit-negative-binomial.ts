import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { bracketedRoot } from "../root-finding/bracketed-root.ts";
import {
  fitGeneralisedLinear,
  type GeneralisedLinearFit,
  type GeneralisedLinearInput,
} from "./fit-generalised-linear.ts";
import { countTails, dispersionDerivatives } from "./negative-binomial-dispersion.ts";
import { LARGEST_COUNT, negativeBinomialFamily } from "./negative-binomial-family.ts";
import { poissonFamily } from "./poisson-family.ts";
import { rowWeights } from "./row-weights.ts";

export interface NegativeBinomialInput extends GeneralisedLinearInput {
  /** time at risk of each row, > 0, length n, any unit of time: its log is added to the offset */
  readonly exposure?: ArrayLike<number>;
}

export interface NegativeBinomialFit extends GeneralisedLinearFit {
  /** variance is mean + mean² / theta; null when unbounded or when the fit did not converge */
  readonly theta: number | null;
  /** from the observed information about theta */
  readonly thetaStandardError: number | null;
  /** the counts vary no more than Poisson counts would: the likelihood rises to theta = infinity, and the fit is Poisson's */
  readonly unbounded: boolean;
  /** of the Poisson model with the same columns */
  readonly poissonLogLikelihood: number;
}

/**
 * Negative binomial regression (NB2, log link) by maximum likelihood: counts
 * whose means vary between rows by more than the columns say.
 *
 * Coefficients are found by Newton's method at each theta, and theta where the
 * slope of the profile likelihood is 0. Standard errors of the coefficients use the
 * expected information with theta held at its estimate (the two are
 * independent to first order), as R's `MASS::glm.nb` has them. With one row
 * per unit this allows for events that cluster in units; with several use
 * `clusterCovariance`, which like `robustCovariance` takes this fit.
 *
 * Counts that vary no more than Poisson's have no finite theta: `unbounded` is
 * then true, theta null, `family` "poisson", and the fit is Poisson's.
 *
 * @param input design n by k with a constant column first, if any; outcome whole numbers from 0, length n;
 *              exposure > 0, offset on the log scale, weights (sampling, balancing) or frequencies (rows), >= 0
 * @returns coefficients in log rate per unit of each column; `fitted` holds expected counts
 * @throws RangeError when lengths differ, a value is missing, an outcome is not a count, or an exposure is not > 0
 * @source Lawless (1987), doi:10.2307/3314912; Venables and Ripley, Modern Applied Statistics with S (2002), section 7.4
 * @example
 * const design = designMatrix([[0, 0, 0, 0, 1, 1, 1, 1]]);
 * const fit = fitNegativeBinomial({ design, outcome: [0, 0, 1, 7, 0, 2, 5, 9] });
 * Math.exp(fit.coefficients[1]); // 2
 * fitNegativeBinomial({ design, outcome: [2, 3, 2, 3, 2, 3, 2, 3] }).unbounded; // true
 */
export function fitNegativeBinomial(input: NegativeBinomialInput): NegativeBinomialFit {
  const caller = "fitNegativeBinomial";
  const counts = countVector(caller, input.outcome, input.design.rows);
  const { weights } = rowWeights(caller, input, counts.length);
  const rated = { ...input, offset: offsetOf(caller, input, counts.length) };
  const poisson = fitGeneralisedLinear(poissonFamily, rated, caller);
  const withoutTheta = { theta: null, thetaStandardError: null, poissonLogLikelihood: poisson.logLikelihood };
  if (!poisson.converged) return { ...poisson, ...withoutTheta, unbounded: false };

  const tails = countTails(counts, weights);
  const fitAt = (dispersion: number) =>
    dispersion > 0 ? fitGeneralisedLinear(negativeBinomialFamily(dispersion), rated, caller) : poisson;
  const slopeAt = (dispersion: number) =>
    dispersionDerivatives(tails, counts, fitAt(dispersion).fitted, weights, dispersion).slope;

  const bracket = slopeAt(0) > 0 ? { low: 0, high: 1 } : interiorBracket(fitAt, slopeAt, poisson.logLikelihood);
  if (bracket === null) return { ...poisson, ...withoutTheta, unbounded: true };
  let { low, high } = bracket;
  for (; slopeAt(high) > 0; high *= 4) low = high;
  const dispersion = bracketedRoot(slopeAt, low, high);
  const fit = fitAt(dispersion);
  if (!fit.converged) return { ...fit, ...withoutTheta, unbounded: false };
  const { curvature } = dispersionDerivatives(tails, counts, fit.fitted, weights, dispersion);
  const theta = 1 / dispersion;
  return {
    ...fit,
    theta,
    thetaStandardError: (theta * theta) / Math.sqrt(-curvature),
    unbounded: false,
    poissonLogLikelihood: poisson.logLikelihood,
  };
}

/** Dispersions tried where the slope at 0 does not rise: with columns, a maximum may still lie further in. */
const TRIED = [1 / 64, 1 / 16, 1 / 4, 1, 4, 16];

function interiorBracket(
  fitAt: (dispersion: number) => GeneralisedLinearFit,
  slopeAt: (dispersion: number) => number,
  poissonLogLikelihood: number,
): { low: number; high: number } | null {
  const values = TRIED.map((dispersion) => fitAt(dispersion).logLikelihood);
  const best = Math.max(...values);
  if (!(best > poissonLogLikelihood + 1e-8)) return null;
  const high = TRIED[values.indexOf(best)]!;
  let low = high;
  while (!(slopeAt(low) > 0)) low /= 2;
  return { low, high: low === high ? 2 * high : high };
}

function countVector(caller: string, outcome: ArrayLike<number>, rows: number): Float64Array {
  const counts = finiteVector(caller, "outcome", outcome, rows);
  for (let i = 0; i < rows; i++) {
    const count = counts[i]!;
    if (!Number.isInteger(count) || count < 0 || count > LARGEST_COUNT) {
      throw new RangeError(
        `${caller}: outcome must be a whole number from 0 to ${LARGEST_COUNT} (events), row ${i} (from 0) is not`,
      );
    }
  }
  return counts;
}

function offsetOf(caller: string, { offset, exposure }: NegativeBinomialInput, rows: number): Float64Array {
  const sum = offset === undefined ? new Float64Array(rows) : finiteVector(caller, "offset", offset, rows).slice();
  if (exposure === undefined) return sum;
  const times = finiteVector(caller, "exposure", exposure, rows);
  for (let i = 0; i < rows; i++) {
    if (!(times[i]! > 0))
      throw new RangeError(`${caller}: exposure must be > 0 (time at risk), row ${i} (from 0) is not`);
    sum[i] = sum[i]! + Math.log(times[i]!);
  }
  return sum;
}
