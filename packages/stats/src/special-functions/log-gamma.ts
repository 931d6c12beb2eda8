import { chebyshevSum } from "./chebyshev-sum.ts";
import { stirlingError } from "./stirling-error.ts";

/**
 * Natural logarithm of the gamma function, for x > 0.
 *
 * Relative error stays near one rounding also beside the zeros at 1 and 2, where a formula in terms of
 * log(x) would keep only absolute accuracy.
 *
 * @param x argument, > 0
 * @throws RangeError when x is not > 0
 * @source Chebyshev series near 1 and 2 (oracles/chebyshev-coefficients.py), Stirling's series from 10 up
 * @example
 * logGamma(5); // 3.1780538303479458
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma: x must be > 0, got ${x}`);
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x <= 1.5) return logGammaOnePlus(x - 1);
  if (x < 10) {
    // Γ(x) = (x - 1)(x - 2)…(y)Γ(y) with y in (1.5, 2.5].
    let y = x;
    let product = 1;
    while (y > 2.5) {
      y -= 1;
      product *= y;
    }
    return Math.log(product) + Math.log1p(y - 2) + logGammaOnePlus(y - 2);
  }
  return (x - 0.5) * Math.log(x) - x + logRootTwoPi + stirlingError(x);
}

/** log Γ(1 + x) for |x| <= 0.5, with relative accuracy through its zero at 0. */
export function logGammaOnePlus(x: number): number {
  return x * chebyshevSum(coefficients, 2 * x);
}

const logRootTwoPi = 0.9189385332046728;

const coefficients: readonly number[] = [
  -0.633011426275031, 0.4405675574678963, -0.057857409449912446, 0.010513973690267811, -0.002163989092091715,
  0.0004744402338724658, -0.00010799644528099427, 2.5201155299530276e-5, -5.986014498026819e-6, 1.4410616180293054e-6,
  -3.5060690575761177e-7, 8.603823016763753e-8, -2.126510912478688e-8, 5.287778091463614e-9, -1.3217135752166157e-9,
  3.3186698554450495e-10, -8.365902567746219e-11, 2.116338666160694e-11, -5.370507653794381e-12, 1.3666688100545857e-12,
  -3.486660039885161e-13, 8.915622432767707e-14, -2.28454959350908e-14, 5.86514671522212e-15, -1.5084071183968602e-15,
  3.885614648428306e-16, -1.0024188186640361e-16, 2.5896418565384152e-17, -6.69867474095857e-18, 1.7348373407131055e-18,
];
