import { halfDeviance } from "./half-deviance.ts";
import { logGammaOnePlus } from "./log-gamma.ts";
import { stirlingError } from "./stirling-error.ts";
import { type Tail, type TailOptions, tailProbability } from "./tail.ts";

/**
 * Regularised incomplete gamma function: P(a, x), the lower part, or with `upper` Q(a, x), each computed.
 *
 * @param a shape, > 0
 * @param x argument, >= 0
 * @param options `upper`, `log`
 * @throws RangeError when a is not > 0 or x is not >= 0
 * @source DLMF 8.11.4 (series), 8.9.2 (continued fraction)
 * @example
 * incompleteGamma(1, 2, { upper: true }); // 0.1353352832366127
 */
export function incompleteGamma(a: number, x: number, options: TailOptions = {}): number {
  if (!(a > 0 && a < Number.POSITIVE_INFINITY)) throw new RangeError(`incompleteGamma: a must be > 0, got ${a}`);
  if (!(x >= 0)) throw new RangeError(`incompleteGamma: x must be >= 0, got ${x}`);
  return tailProbability(gammaTail(a, x), options);
}

/** The well-conditioned side of the incomplete gamma function, as a logarithm. */
export function gammaTail(a: number, x: number): Tail {
  if (x === 0) return { upper: false, log: Number.NEGATIVE_INFINITY };
  if (x === Number.POSITIVE_INFINITY) return { upper: true, log: Number.NEGATIVE_INFINITY };
  if (a < 1 && x < 1.5) {
    const upper = upperForSmallShape(a, x);
    if (upper < 0.5) return { upper: true, log: Math.log(upper) };
    return { upper: false, log: logPoissonTerm(a, x) + Math.log(lowerSeries(a, x)) };
  }
  if (x <= a + 1) return { upper: false, log: logPoissonTerm(a, x) + Math.log(lowerSeries(a, x)) };
  return { upper: true, log: logPoissonTerm(a, x) + Math.log(a * upperFraction(a, x)) };
}

/** log of xᵃe⁻ˣ/Γ(a + 1): the Poisson probability of a when the mean is x, a not necessarily whole. */
export function logPoissonTerm(a: number, x: number): number {
  if (a <= 0.5) return a * Math.log(x) - x - logGammaOnePlus(a);
  return -halfDeviance(a, x, a - x) - stirlingError(a) - 0.5 * Math.log(2 * Math.PI * a);
}

/** 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …: positive terms, some √a of them when x is near a. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; ; n++) {
    term *= x / (a + n);
    const next = sum + term;
    if (next === sum) return sum;
    sum = next;
  }
}

/** 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − …)), by Lentz's method; used for x > a + 1 only. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; ; n++) {
    const numerator = n * (a - n);
    b += 2;
    c = b + numerator / c;
    d = 1 / (b + numerator * d);
    const factor = c * d;
    fraction *= factor;
    // Put this way round, arguments beyond the range of doubles end in NaN and not in a loop without end.
    if (!(Math.abs(factor - 1) >= 3e-16)) return fraction;
  }
}

/**
 * Q(a, x) = 1 − xᵃ/Γ(1 + a) − …, for a < 1 and x < 1.5, where the upper side can be small while the
 * continued fraction is slow. The leading difference goes through expm1, the rest is an alternating series.
 */
function upperForSmallShape(a: number, x: number): number {
  const logLeading = a * Math.log(x) - (a <= 0.5 ? logGammaOnePlus(a) : Math.log(a) + logGammaOnePlus(a - 1));
  let power = 1;
  let sum = 0;
  for (let n = 1; ; n++) {
    power *= -x / n;
    const next = sum - power / (a + n);
    if (next === sum) break;
    sum = next;
  }
  return -Math.expm1(logLeading) + Math.exp(logLeading) * a * sum;
}
