import { chebyshevSum } from "./chebyshev-sum.ts";

/**
 * Mills ratio of the standard normal, upper tail over density, for x >= 0.
 *
 * The tail itself runs from 0.5 down to nothing; this ratio only falls from 1.25 like 1/x, so one Chebyshev
 * series in (x - 4) / (x + 4) gives it to full precision on the whole half line, and the normal tail is
 * density times ratio with no case distinction and no subtraction.
 *
 * @param x standard deviations above the mean, >= 0
 * @source coefficients from oracles/chebyshev-coefficients.py; the variable follows Schonfelder (1978),
 * doi:10.1090/S0025-5718-1978-0494846-8
 */
export function millsRatio(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  return chebyshevSum(coefficients, (x - 4) / (x + 4)) / (x + 4);
}

const coefficients: readonly number[] = [
  2.4325604285150404, -1.8842545745794834, 0.5569566490963817, -0.12161597214420457, 0.017360708143727772,
  -0.0008036212007299657, -0.0002520349348054353, 4.7383719270581175e-5, 2.5325891365988257e-6, -1.5404069839913e-6,
  -8.474960630061696e-9, 5.185338601094672e-8, -2.8281293276602497e-10, -1.9486566378891076e-9, -2.491945496827567e-11,
  7.957248719448846e-11, 4.618414179155219e-12, -3.290856124224385e-12, -4.36538404380973e-13, 1.2300711839232774e-13,
  3.2414173582086784e-14, -3.0532395587325663e-15, -2.0183740275707353e-15, -7.170195501422588e-17,
  1.0169552398038542e-16, 1.756244228053356e-17, -3.358068244027676e-18, -1.5279791611772293e-18,
];
