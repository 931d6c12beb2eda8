/** Follow-up of people and when their exposure began: whole columns, one entry a person. */
export interface ExposureFollowUp {
  /** end of follow-up, days after the index date, length n, >= 0 */
  readonly time: ArrayLike<number>;
  /** 1 = the event happened at `time`, 0 = observation ended first, length n */
  readonly event: ArrayLike<number>;
  /** day the exposure began, days after the index date (below 0: before it); null = not in follow-up, length n */
  readonly exposedFrom: ArrayLike<number | null>;
}

/** Lengths agree, times are days from 0, events 0 or 1. */
export function checkFollowUp(caller: string, { time, event, exposedFrom }: ExposureFollowUp): number {
  const n = time.length;
  if (event.length !== n || exposedFrom.length !== n) {
    throw new RangeError(
      `${caller}: time, event and exposedFrom must be of one length, got ${n}, ${event.length} and ${exposedFrom.length}`,
    );
  }
  for (let i = 0; i < n; i++) {
    if (!(time[i]! >= 0 && time[i]! < Number.POSITIVE_INFINITY))
      throw new RangeError(`${caller}: time must be >= 0 (days), row ${i} (from 0) is not`);
    if (event[i] !== 0 && event[i] !== 1)
      throw new RangeError(`${caller}: event must be 0 or 1, row ${i} (from 0) is neither`);
    const from = exposedFrom[i]!;
    if (from !== null && !Number.isFinite(from))
      throw new RangeError(`${caller}: exposedFrom must be finite or null (days), row ${i} (from 0) is neither`);
  }
  return n;
}
