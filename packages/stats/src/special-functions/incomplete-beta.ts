import { twoProduct, twoSum } from "./exact-arithmetic.ts";
import { halfDeviance } from "./half-deviance.ts";
import { logBeta } from "./log-beta.ts";
import { stirlingError } from "./stirling-error.ts";
import { type Tail, type TailOptions, tailProbability } from "./tail.ts";

/**
 * Regularised incomplete beta function I_x(a, b), or with `upper` its complement, each computed.
 *
 * @param x argument, 0 to 1
 * @param a first shape, > 0
 * @param b second shape, > 0
 * @param options `upper`, `log`
 * @throws RangeError when an argument is outside its range
 * @source Didonato and Morris (1992), doi:10.1145/131766.131776, equation 9
 * @example
 * incompleteBeta(0.5, 2, 3); // 0.6875
 */
export function incompleteBeta(x: number, a: number, b: number, options: TailOptions = {}): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`incompleteBeta: x must be from 0 to 1, got ${x}`);
  if (!(a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`incompleteBeta: shapes must be > 0, got ${a} and ${b}`);
  }
  return tailProbability(betaTail(a, b, unitPoint(x)), options);
}

/**
 * A point of the unit interval that knows its distance to both ends. Student's t, F and the quantiles
 * work where x or 1 − x is far below one rounding of the other, or below the smallest double.
 */
export interface UnitPoint {
  readonly x: number;
  /** 1 − x */
  readonly y: number;
  readonly logX: number;
  readonly logY: number;
}

export function unitPoint(x: number): UnitPoint {
  return { x, y: 1 - x, logX: Math.log(x), logY: Math.log1p(-x) };
}

/** The point x = r/(1 + r), from the odds r as a logarithm. */
export function unitPointFromLogOdds(logOdds: number): UnitPoint {
  const odds = Math.exp(-Math.abs(logOdds));
  const small = odds / (1 + odds);
  const large = 1 / (1 + odds);
  const logLarge = -Math.log1p(odds);
  const logSmall = -Math.abs(logOdds) + logLarge;
  return logOdds <= 0
    ? { x: small, y: large, logX: logSmall, logY: logLarge }
    : { x: large, y: small, logX: logLarge, logY: logSmall };
}

/** The point x = p/(p + q), for p, q >= 0 not both 0. */
export function unitPointFromParts(p: number, q: number): UnitPoint {
  const sum = p + q;
  return { x: p / sum, y: q / sum, logX: Math.log(p / sum), logY: Math.log(q / sum) };
}

/** The same point seen from the other end. */
export function mirrored(point: UnitPoint): UnitPoint {
  return { x: point.y, y: point.x, logX: point.logY, logY: point.logX };
}

/** The well-conditioned side of the incomplete beta function, as a logarithm. */
export function betaTail(a: number, b: number, point: UnitPoint): Tail {
  if (point.logX === Number.NEGATIVE_INFINITY) return { upper: false, log: Number.NEGATIVE_INFINITY };
  if (point.logY === Number.NEGATIVE_INFINITY) return { upper: true, log: Number.NEGATIVE_INFINITY };
  if (point.x <= (a + 1) / (a + b + 2)) return { upper: false, log: logLowerPart(a, b, point) };
  return { upper: true, log: logLowerPart(b, a, mirrored(point)) };
}

/**
 * log of Γ(s + f + 1)/(Γ(s + 1)Γ(f + 1)) · xˢyᶠ: the binomial probability of s successes and f failures,
 * neither necessarily whole, both > 0.
 */
export function logBinomialTerm(successes: number, failures: number, point: UnitPoint): number {
  const [total, excess] = totalAndExcess(successes, failures, point);
  return (
    stirlingError(total) -
    stirlingError(successes) -
    stirlingError(failures) +
    0.5 * (Math.log(total / Math.max(successes, failures)) - Math.log(2 * Math.PI * Math.min(successes, failures))) -
    halfDeviance(successes, total * point.x, excess) -
    halfDeviance(failures, total * point.y, -excess)
  );
}

/** log of xᵃyᵇ/B(a, b). */
export function logBetaTerm(a: number, b: number, point: UnitPoint): number {
  const smallest = Math.min(point.x, point.y);
  if (smallest < 1e-280) return a * point.logX + b * point.logY - logBeta(a, b);
  return logBinomialTerm(a, b, point) + Math.log(Math.min(a, b)) + Math.log(Math.max(a, b) / (a + b));
}

function logLowerPart(a: number, b: number, point: UnitPoint): number {
  const leading = logBetaTerm(a, b, point);
  if (point.x < 1e-280) return leading - Math.log(a);
  return leading + Math.log(lowerFraction(a, b, point));
}

/** α₁/(β₁ + α₂/(β₂ + …)) of Didonato and Morris, by Lentz's method; √(a + b) terms at worst. */
function lowerFraction(a: number, b: number, point: UnitPoint): number {
  const { x, y } = point;
  const [total, excess] = totalAndExcess(a, b, point);
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / ((a / (a + 1)) * (excess + 1));
  let fraction = d;
  for (let n = 1; ; n++) {
    const odd = a + 2 * n - 1;
    const bent = n * (b - n) * x;
    const numerator = ((a + n - 1) / odd) * ((total + n - 1) / odd) * bent * x;
    const denominator = n + bent / odd + ((a + n) / (odd + 2)) * (excess + 1 + n * (1 + y));
    c = denominator + numerator / c;
    d = 1 / (denominator + numerator * d);
    const factor = c * d;
    fraction *= factor;
    // Put this way round, arguments beyond the range of doubles end in NaN and not in a loop without end.
    if (!(Math.abs(factor - 1) >= 3e-16)) return fraction;
  }
}

/**
 * a + b, and a − (a + b)x to full relative precision. The second decides how far in the tail the point
 * is; rounded naively it loses log₁₀(a + b) digits, which near shapes of a million is half of the answer.
 * The smaller of x and y is taken as exact, since its rounding error is the smaller.
 */
function totalAndExcess(a: number, b: number, { x, y }: UnitPoint): [number, number] {
  const [total, lost] = twoSum(a, b);
  if (x <= y) {
    const [expected, expectedLost] = twoProduct(total, x);
    return [total, a - expected - expectedLost - lost * x];
  }
  const [expected, expectedLost] = twoProduct(total, y);
  return [total, -(b - expected - expectedLost - lost * y)];
}
