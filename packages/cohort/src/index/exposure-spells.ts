import { checkFollowUp, type ExposureFollowUp } from "./checked-follow-up.ts";

/** Rows of time at risk (start, stop], unexposed and then exposed: what a Cox regression with entry times takes. */
export interface ExposureSpells {
  readonly kind: "likewise/exposure-spells";
  /** Position of the person, ascending. */
  readonly person: Int32Array;
  /** Days after the index date. */
  readonly start: Float64Array;
  readonly stop: Float64Array;
  /** 1 = exposed during the spell. */
  readonly exposed: Uint8Array;
  /** 1 = the event happened at `stop`. */
  readonly event: Uint8Array;
  /** People whose follow-up was of length 0 and was given half a day. */
  readonly lengthened: number;
  /** People whose exposure began on their last day, and counts as half a day before it. */
  readonly exposedOnLastDay: number;
}

/**
 * Time-dependent exposure: against immortal time, days before the exposure began count as unexposed.
 *
 * A person exposed from the index date or before has one exposed spell; one exposed later has an unexposed spell up to
 * that day and an exposed one from it; exposure after the end of follow-up did not happen in it. Days are whole, so two
 * things can fall on one: an exposure on the last day counts half a day earlier (it came first), and follow-up of no
 * length counts half a day, as the event did happen.
 *
 * @param input follow-up of everyone from one index date rule
 * @returns rows by person, then by time; the time at risk of a person is all there, once
 * @throws RangeError when lengths differ or a value is missing
 * @source Crowley and Hu (1977), doi:10.1080/01621459.1977.10479903; half days as in Therneau, Crowson and Atkinson, "Using Time Dependent Covariates and Time Dependent Coefficients in the Cox Model"
 * @example
 * Array.from(exposureSpells({ time: [40], event: [1], exposedFrom: [10] }).start); // [0, 10]
 */
export function exposureSpells(followUp: ExposureFollowUp): ExposureSpells {
  const n = checkFollowUp("exposureSpells", followUp);
  const rows: { person: number; start: number; stop: number; exposed: number; event: number }[] = [];
  let lengthened = 0;
  let exposedOnLastDay = 0;
  for (let person = 0; person < n; person++) {
    const recorded = followUp.time[person]!;
    const event = followUp.event[person]!;
    const stop = recorded === 0 ? halfDay : recorded;
    if (recorded === 0) lengthened += 1;
    const day = followUp.exposedFrom[person] ?? Number.POSITIVE_INFINITY;
    const onLastDay = day > 0 && day === recorded;
    if (onLastDay) exposedOnLastDay += 1;
    const from = onLastDay ? day - halfDay : day;
    if (from <= 0) rows.push({ person, start: 0, stop, exposed: 1, event });
    else if (from >= stop) rows.push({ person, start: 0, stop, exposed: 0, event });
    else {
      rows.push({ person, start: 0, stop: from, exposed: 0, event: 0 });
      rows.push({ person, start: from, stop, exposed: 1, event });
    }
  }
  return {
    kind: "likewise/exposure-spells",
    person: Int32Array.from(rows, (row) => row.person),
    start: Float64Array.from(rows, (row) => row.start),
    stop: Float64Array.from(rows, (row) => row.stop),
    exposed: Uint8Array.from(rows, (row) => row.exposed),
    event: Uint8Array.from(rows, (row) => row.event),
    lengthened,
    exposedOnLastDay,
  };
}

const halfDay = 0.5;
