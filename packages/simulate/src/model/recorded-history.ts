import { addMonths } from "@likewise/schema";
import type { PersonEvent } from "./draw-events.ts";

/** What the police extract says of a person up to the decision, in the terms of the study plan. */
export interface RecordedHistory {
  /** Domestic-abuse crimes in the 12 and 24 months before the decision. */
  readonly domestic12m: number;
  readonly domestic24m: number;
  /** Crimes of any kind in the 24 months before. */
  readonly all24m: number;
  /** Days from the last domestic-abuse crime to the decision; null when there was none in 24 months. */
  readonly daysSinceDomestic: number | null;
  /** Every event the person is answerable for, non-crime incidents and breaches too: the count the frailty made. */
  readonly events: number;
  /** Years at liberty in the look-back. */
  readonly libertyYears: number;
}

/** The recorded history of a person. Events in which the person was the victim do not count. */
export function recordedHistory(
  events: readonly PersonEvent[],
  indexDay: number,
  libertyYears: number,
): RecordedHistory {
  const yearAgo = addMonths(indexDay, -12);
  let [domestic12m, domestic24m, all24m, own, last] = [0, 0, 0, 0, Number.NEGATIVE_INFINITY];
  for (const event of events) {
    if (event.asVictim) continue;
    own++;
    if (!event.crime) continue;
    all24m++;
    if (!event.domestic) continue;
    domestic24m++;
    if (event.day > yearAgo) domestic12m++;
    last = Math.max(last, event.day);
  }
  const daysSinceDomestic = domestic24m === 0 ? null : indexDay - last;
  return { domestic12m, domestic24m, all24m, daysSinceDomestic, events: own, libertyYears };
}
