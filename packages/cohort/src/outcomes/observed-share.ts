import { type Outcomes, outcomeFor } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";

/** A share of people with the event, of those observed to the end of the window. */
export interface ObservedShare extends Share {
  readonly window: string | null;
  /** In the group, observed or not. */
  readonly people: number;
  /** Not observed to the end of the window: in no share. */
  readonly notObserved: number;
}

/**
 * The share of a group with a yes-or-no outcome. Whoever is missing or was not observed to the end is counted apart.
 *
 * @param units the group, by ordinal
 */
export function observedShare(outcomes: Outcomes, outcome: string, units: readonly number[]): ObservedShare {
  const { status, value, window } = outcomeFor(outcomes, outcome, Int32Array.from(units));
  const observed = units.flatMap((_, i) => (status[i] === "observed" ? [value.values[i]! > 0] : []));
  return {
    window,
    people: units.length,
    notObserved: units.length - observed.length,
    ...shareOf(observed.filter(Boolean).length, observed.length),
  };
}
