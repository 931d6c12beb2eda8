/** Events, which one unit may have several of, over time at risk. */
export interface Rate {
  readonly events: number;
  /** time at risk summed over units, any unit of time, > 0 */
  readonly exposure: number;
}

/** Refuses what is not a count over time at risk; `prefix` as in "first.". */
export function checkExposure(caller: string, prefix: string, { events, exposure }: Rate, least = 0): void {
  if (!Number.isInteger(events) || events < least)
    throw new RangeError(`${caller}: ${prefix}events must be a whole number >= ${least} (events), got ${events}`);
  if (!(exposure > 0) || !Number.isFinite(exposure))
    throw new RangeError(`${caller}: ${prefix}exposure must be > 0 (time at risk), got ${exposure}`);
}
