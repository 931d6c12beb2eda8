import { cholesky } from "../linear-algebra/cholesky.ts";
import { solveCholesky } from "../linear-algebra/solve-cholesky.ts";
import { place } from "./mixed-likelihood.ts";
import type { OccasionProducts } from "./occasion-products.ts";
import { type RepeatedDerivatives, repeatedDerivatives } from "./repeated-derivatives.ts";
import { type AtOccasionCovariance, atOccasionCovariance } from "./repeated-likelihood.ts";

export interface FoundCovariance {
  /** lower triangle by columns */
  readonly covariance: Float64Array;
  readonly at: AtOccasionCovariance;
  readonly derivatives: RepeatedDerivatives;
}

/** Why there is no covariance to be found: scores at an occasion follow from others, or the search does not come to rest. */
export type NotFound = "no scatter left" | "no rest";

/** Share of an occasion's variance below which its scores follow from those of others; curvature falls with its square. */
const LEAST_LEFT = 1e-5;
/** Share from which a search that cannot go on was on its way there: so near, curvature is lost in rounding. */
const HARDLY_LEFT = 1e-3;
/** Expected squared distance to go, in standard errors: what is left after the step it belongs to is its square. */
const NEAR = 1e-9;
const STEPS = 50;

/**
 * The covariance over occasions with the largest restricted likelihood: Newton's steps where the criterion is bowl-shaped, else those
 * by the curvature to be expected (Fisher's scoring), shortened until they lead to a covariance and down.
 *
 * @param variances of each occasion, greater than 0, to begin from
 */
export function findOccasionCovariance(
  patterns: readonly OccasionProducts[],
  k: number,
  variances: Float64Array,
): FoundCovariance | NotFound {
  const width = variances.length;
  const evaluate = (covariance: Float64Array) => atOccasionCovariance(patterns, k, covariance, variances);
  let covariance = halfAlike(variances);
  let at = evaluate(covariance);
  for (let step = 0; step < STEPS && at !== null; step++) {
    if (at.leastLeft < LEAST_LEFT) return "no scatter left";
    const derivatives = repeatedDerivatives(patterns, at, width);
    const direction = downhill(derivatives);
    if (direction === null) return endAt(at);
    const toGo = -direction.reduce((sum, one, i) => sum + one * derivatives.gradient[i]!, 0);
    const next = moved(covariance, direction, at.criterion, toGo, evaluate);
    if (next === null) return endAt(at);
    ({ covariance, at } = next);
    if (toGo < NEAR) return settled(patterns, covariance, at, width);
  }
  return "no rest";
}

function endAt({ leastLeft }: AtOccasionCovariance): NotFound {
  return leastLeft < HARDLY_LEFT ? "no scatter left" : "no rest";
}

/** Scores of one person alike by half: an ordinary start. */
function halfAlike(variances: Float64Array): Float64Array {
  const width = variances.length;
  const start = new Float64Array((width * (width + 1)) / 2);
  for (let j = 0; j < width; j++) {
    for (let i = j; i < width; i++) {
      start[place(i, j, width)] = (i === j ? 1 : 0.5) * Math.sqrt(variances[i]! * variances[j]!);
    }
  }
  return start;
}

function downhill({ gradient, hessian, expected }: RepeatedDerivatives): Float64Array | null {
  for (const curvature of [hessian, expected]) {
    const factor = cholesky(curvature, { tolerance: 1e-14 });
    if (factor.dropped.length === 0) return solveCholesky(factor, gradient).map((one) => -one);
  }
  return null;
}

/** The longest of step, half of it, a quarter … that leads to a covariance and down as far as its slope lets expect, by a part. */
function moved(
  covariance: Float64Array,
  direction: Float64Array,
  criterion: number,
  toGo: number,
  evaluate: (covariance: Float64Array) => AtOccasionCovariance | null,
) {
  for (let share = 1; share > 1e-9; share /= 2) {
    const tried = covariance.map((one, i) => one + share * direction[i]!);
    const at = evaluate(tried);
    // So near, the way down is lost in rounding.
    const isDown = at !== null && (toGo < NEAR || at.criterion <= criterion - 1e-4 * share * toGo);
    if (isDown) return { covariance: tried, at };
  }
  return null;
}

function settled(
  patterns: readonly OccasionProducts[],
  covariance: Float64Array,
  at: AtOccasionCovariance,
  width: number,
): FoundCovariance | NotFound {
  if (at.leastLeft < LEAST_LEFT) return "no scatter left";
  const derivatives = repeatedDerivatives(patterns, at, width);
  const isBowl = cholesky(derivatives.hessian).dropped.length === 0;
  return isBowl ? { covariance, at, derivatives } : endAt(at);
}
