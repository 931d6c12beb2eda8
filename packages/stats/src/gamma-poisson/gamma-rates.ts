import { checkPositive, checkWhole } from "../distributions/check-argument.ts";

/** A gamma distribution of personal rates. */
export interface GammaRates {
  /** > 0; null = all units have the same rate */
  readonly shape: number | null;
  /** expected events per unit of exposure, > 0 */
  readonly meanRate: number;
}

/** A window that has been and the next one. */
export interface TwoWindows {
  /** length of the window before, > 0; 1 when left out */
  readonly exposureBefore?: number;
  /** length of the next, same unit; 1 when left out */
  readonly exposureAfter?: number;
}

/** Rates, windows and a count of events as every prediction takes them; dispersion 0 where all units have one rate. */
export function checkedRates(
  caller: string,
  { shape, meanRate, exposureBefore = 1, exposureAfter = 1 }: GammaRates & TwoWindows,
  count: { readonly name: string; readonly value: number },
): { readonly dispersion: number; readonly exposureBefore: number; readonly exposureAfter: number } {
  if (shape !== null) checkPositive(caller, "shape (or null)", shape);
  checkPositive(caller, "meanRate (events per unit of exposure)", meanRate);
  checkPositive(caller, "exposureBefore (time at risk)", exposureBefore);
  checkPositive(caller, "exposureAfter (time at risk)", exposureAfter);
  checkWhole(caller, `${count.name} (events)`, count.value);
  return { dispersion: shape === null ? 0 : 1 / shape, exposureBefore, exposureAfter };
}
