import { millsRatio } from "../special-functions/mills-ratio.ts";
import { type Tail, type TailOptions, tailProbability } from "../special-functions/tail.ts";
import { checkFinite, checkNumber, checkPositive } from "./check-argument.ts";
import { targetTail } from "./target-tail.ts";

/** Mean and standard deviation of a normal distribution, in the unit of x. Defaults 0 and 1. */
export interface NormalParameters {
  readonly mean?: number;
  readonly sd?: number;
}

/**
 * Density of the normal distribution.
 *
 * @param x point, in the unit of the mean
 * @param options `mean` (default 0), `sd` (default 1, > 0), `log`
 * @returns density, per unit of x
 * @throws RangeError when x is not a number or sd is not > 0
 * @example
 * normalDensity(0); // 0.3989422804014327
 */
export function normalDensity(x: number, options: NormalParameters & { readonly log?: boolean } = {}): number {
  const z = standardised("normalDensity", x, options);
  const sd = options.sd ?? 1;
  return options.log ? logStandardDensity(z) - Math.log(sd) : standardDensity(z) / sd;
}

/**
 * Normal distribution function: P(X <= x), or with `upper` P(X > x).
 *
 * @param x point, in the unit of the mean
 * @param options `mean` (default 0), `sd` (default 1, > 0), `upper`, `log`
 * @returns probability, or its logarithm
 * @throws RangeError when x is not a number or sd is not > 0
 * @example
 * normalCdf(1.959963984540054); // 0.975
 * normalCdf(10, { upper: true }); // 7.619853024160527e-24
 */
export function normalCdf(x: number, options: NormalParameters & TailOptions = {}): number {
  const z = standardised("normalCdf", x, options);
  if (options.log) return tailProbability(normalTail(z), options);
  const small = Math.abs(z) === Number.POSITIVE_INFINITY ? 0 : standardDensity(z) * millsRatio(Math.abs(z));
  return z > 0 === (options.upper ?? false) ? small : 1 - small;
}

/**
 * Normal quantile: the x with P(X <= x) = p, or with `upper` P(X > x) = p.
 *
 * @param p probability, or with `log` its logarithm
 * @param options `mean` (default 0), `sd` (default 1, > 0), `upper`, `log`
 * @returns x in the unit of the mean; minus or plus infinity at p = 0 and 1
 * @throws RangeError when p is not a probability or sd is not > 0
 * @source Wichura (1988), algorithm AS 241, doi:10.2307/2347330; refined by one Newton step in the tails
 * @example
 * normalQuantile(0.975); // 1.959963984540054
 */
export function normalQuantile(p: number, options: NormalParameters & TailOptions = {}): number {
  const { mean = 0, sd = 1, upper = false, log = false } = options;
  checkFinite("normalQuantile", "mean", mean);
  checkPositive("normalQuantile", "sd", sd);
  const aboveHalf = log ? 0.5 * Math.expm1(p + Math.LN2) : p - 0.5;
  if (Math.abs(aboveHalf) <= 0.425) return mean + sd * centralQuantile(upper ? -aboveHalf : aboveHalf);
  const target = targetTail("normalQuantile", p, options);
  const z = tailQuantile(target.log);
  return mean + sd * (target.upper ? z : -z);
}

/** The smaller tail of the standard normal beyond z, as a logarithm. */
export function normalTail(z: number): Tail {
  const distance = Math.abs(z);
  const upper = z > 0;
  if (distance === Number.POSITIVE_INFINITY) return { upper, log: Number.NEGATIVE_INFINITY };
  return { upper, log: logStandardDensity(z) + Math.log(millsRatio(distance)) };
}

function standardised(functionName: string, x: number, { mean = 0, sd = 1 }: NormalParameters): number {
  checkNumber(functionName, "x", x);
  checkFinite(functionName, "mean", mean);
  checkPositive(functionName, "sd", sd);
  return (x - mean) / sd;
}

const rootTwoPi = 2.5066282746310002;
const logRootTwoPi = 0.9189385332046728;

/** φ(z). z² is split so that its rounding error, up to 1e-13 at z = 37, does not enter the exponent. */
function standardDensity(z: number): number {
  const distance = Math.abs(z);
  const coarse = Math.trunc(distance * 16) / 16;
  const rest = (distance - coarse) * (distance + coarse);
  return (Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * rest)) / rootTwoPi;
}

function logStandardDensity(z: number): number {
  return -0.5 * z * z - logRootTwoPi;
}

/** Quantile of 0.5 + centred, for |centred| <= 0.425. */
function centralQuantile(centred: number): number {
  const r = 0.180625 - centred * centred;
  return (centred * polynomial(centralNumerator, r)) / polynomial(centralDenominator, r);
}

/** The z > 0 beyond which the standard normal has the tail exp(logTail), for a tail below 0.075. */
function tailQuantile(logTail: number): number {
  if (logTail === Number.NEGATIVE_INFINITY) return Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-logTail);
  let z = Math.SQRT2 * r;
  if (r <= 5) z = polynomial(middleNumerator, r - 1.6) / polynomial(middleDenominator, r - 1.6);
  else if (r <= 27) z = polynomial(farNumerator, r - 5) / polynomial(farDenominator, r - 5);
  for (let step = r <= 27 ? 1 : 4; step > 0; step--) {
    const mills = millsRatio(z);
    z += (logStandardDensity(z) + Math.log(mills) - logTail) * mills;
  }
  return z;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) value = value * x + coefficients[k]!;
  return value;
}

const centralNumerator = [
  3.387132872796367, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const centralDenominator = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852855,
];
const middleNumerator = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const middleDenominator = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const farNumerator = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.2965605718285049, 0.026532189526576124,
  0.0012426609473880784, 0.00002711555568743488, 2.0103343992922881e-7,
];
const farDenominator = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
  1.421511758316446e-7, 2.0442631033899397e-15,
];
