import { normalCdf } from "@likewise/stats";

/** Two estimated bounds with their standard errors. */
export interface EstimatedBounds {
  readonly lower: number;
  readonly upper: number;
  readonly lowerStandardError: number;
  readonly upperStandardError: number;
}

/**
 * Interval for an effect of which only bounds are known: it covers the effect, wherever between the bounds it lies, at the
 * level stated. With bounds that meet it is the ordinary interval; with bounds far apart it is one-sided at each.
 *
 * @param bounds lower <= upper, in the unit of the effect; standard errors >= 0
 * @param level  0.5 to 1, default 0.95
 * @returns lower and upper limit
 * @throws RangeError when the bounds cross or a standard error is below 0
 * @source Imbens and Manski (2004), doi:10.1111/j.1468-0262.2004.00555.x
 * @example
 * intervalOfBounds({ lower: 0, upper: 0, lowerStandardError: 1, upperStandardError: 1 }).map((limit) => limit.toFixed(6)); // ["-1.959964", "1.959964"]
 */
export function intervalOfBounds(
  { lower, upper, lowerStandardError, upperStandardError }: EstimatedBounds,
  level = 0.95,
): [number, number] {
  if (!(lower <= upper)) throw new RangeError(`intervalOfBounds: lower must be <= upper, got ${lower} and ${upper}`);
  const largest = Math.max(lowerStandardError, upperStandardError);
  if (!(lowerStandardError >= 0 && upperStandardError >= 0 && Number.isFinite(largest))) {
    throw new RangeError(
      `intervalOfBounds: standard errors must be >= 0 and finite, got ${lowerStandardError} and ${upperStandardError}`,
    );
  }
  if (largest === 0) return [lower, upper];
  const apart = (upper - lower) / largest;
  let [least, most] = [0, 40];
  for (let step = 0; step < 100; step++) {
    const middle = (least + most) / 2;
    if (normalCdf(middle + apart) - normalCdf(-middle) < level) least = middle;
    else most = middle;
  }
  return [lower - most * lowerStandardError, upper + most * upperStandardError];
}
