import { checkShares } from "./check-shares.ts";
import { crossing, going, unstarted } from "./unstopped.ts";

/**
 * How often a programme without any effect would have crossed a bound by each look: what repeated looks do to false
 * alarms.
 *
 * @param shares of the planned information seen at each look, rising, up to 1
 * @param bounds > 0, standard errors from no difference that count as a finding at each look, either way
 * @returns probability of having crossed at this look or before
 * @throws RangeError when shares do not rise, or lengths or bounds are not as above
 * @source Armitage, McPherson and Rowe (1969), doi:10.2307/2343787
 * @example
 * crossingProbabilities({ shares: [1], bounds: [1.959963984540054] })[0]; // 0.05
 */
export function crossingProbabilities({
  shares,
  bounds,
}: {
  readonly shares: readonly number[];
  readonly bounds: readonly number[];
}): number[] {
  const caller = "crossingProbabilities";
  checkShares(caller, shares);
  if (bounds.length !== shares.length || !bounds.every((bound) => bound > 0 && Number.isFinite(bound)))
    throw new RangeError(`${caller}: bounds must be > 0, one for each of ${shares.length} looks, got ${bounds.join()}`);
  let state = unstarted;
  let total = 0;
  return shares.map((share, look) => {
    total += crossing(state, share, bounds[look]!);
    const next = shares[look + 1];
    if (next !== undefined) state = going(state, share, bounds[look]!, next);
    return total;
  });
}
