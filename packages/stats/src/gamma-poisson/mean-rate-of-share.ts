import { checkPositive } from "../distributions/check-argument.ts";

/**
 * Mean rate at which a given share of units has at least one event in a
 * window, for a gamma distribution of personal rates.
 *
 * @param share    share of all units with an event, between 0 and 1
 * @param shape    of the gamma, > 0; null = all units have the same rate
 * @param exposure length of the window, > 0, any unit of time; default 1
 * @returns expected events per unit of exposure
 * @throws RangeError when an argument is out of range
 * @source the probability of no event is (1 + mean / shape) to the power −shape, solved for the mean
 * @example
 * meanRateOfShare({ share: 0.5, shape: 1 }); // 1
 */
export function meanRateOfShare({
  share,
  shape,
  exposure = 1,
}: {
  share: number;
  shape: number | null;
  exposure?: number;
}): number {
  const caller = "meanRateOfShare";
  if (!(share > 0 && share < 1))
    throw new RangeError(`${caller}: share must lie between 0 and 1 (share of units), got ${share}`);
  if (shape !== null) checkPositive(caller, "shape (or null)", shape);
  checkPositive(caller, "exposure (time at risk)", exposure);
  const logWithout = Math.log1p(-share);
  const mean = shape === null ? -logWithout : shape * Math.expm1(-logWithout / shape);
  return mean / exposure;
}
