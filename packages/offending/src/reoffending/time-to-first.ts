import { kaplanMeier, survivalQuantile } from "@likewise/stats";

/** When people first had an event, those whose follow-up ended before one censored. */
export interface TimeToFirst {
  readonly people: number;
  readonly withEvent: number;
  readonly censored: number;
  /** Days by which half had an event, by Kaplan–Meier; null where the curve never falls to a half. */
  readonly medianDays: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Median time to the first event. The mean or median of reoffenders alone would be short whatever happened: whoever is
 * not followed for long can only have had an early one.
 *
 * @param people days from the start of the window to the first event or the end of follow-up, > 0
 */
export function timeToFirst(people: readonly { readonly days: number; readonly event: boolean }[]): TimeToFirst {
  const withEvent = people.filter(({ event }) => event).length;
  const counts = { people: people.length, withEvent, censored: people.length - withEvent };
  if (people.length === 0) return { ...counts, medianDays: null, lower: null, upper: null };
  const curve = kaplanMeier({
    time: people.map(({ days }) => days),
    event: people.map(({ event }) => Number(event)),
  });
  const { time, lower, upper } = survivalQuantile(curve, 0.5);
  return { ...counts, medianDays: time, lower, upper };
}
