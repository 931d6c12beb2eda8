/**
 * Why an outcome has no value: every reason there is, so that what counts people by reason knows them all.
 *
 * @example
 * missingReasons.includes("not-searched"); // true
 */
export const missingReasons = [
  // Nobody looked, or nobody was there to see
  "not-searched",
  "not-found",
  "no-row",
  // The source was looked at, and does not show the window
  "no-index-date",
  "coverage-not-declared",
  "not-covered",
  "proof-not-over",
  // There is a record, and it does not say
  "several-rows",
  "value-missing",
  "value-not-usable",
  "time-missing",
  "event-and-censored",
  "blank",
] as const;

export type MissingReason = (typeof missingReasons)[number];

/** Reasons that say the person is not in the source at all: neither event-free nor found. */
export const notInSource: readonly MissingReason[] = ["not-searched", "not-found", "no-row"];

export function isMissingReason(text: string): text is MissingReason {
  return (missingReasons as readonly string[]).includes(text);
}
