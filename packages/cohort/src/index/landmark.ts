import { checkFollowUp, type ExposureFollowUp } from "./checked-follow-up.ts";

export interface Landmark {
  readonly kind: "likewise/landmark";
  readonly landmarkDays: number;
  /** Positions of the people still at risk after the landmark, ascending. */
  readonly kept: readonly number[];
  /** 1 = exposed by the landmark, in the order of `kept`; later exposure does not move anybody. */
  readonly exposed: readonly (0 | 1)[];
  /** Days after the landmark, in the order of `kept`. */
  readonly time: readonly number[];
  readonly event: readonly (0 | 1)[];
  readonly excluded: {
    /** With the event by the landmark, of them exposed before it. */
    readonly eventBefore: number;
    readonly eventBeforeExposed: number;
    readonly censoredBefore: number;
  };
  /** Counted as unexposed although they began later: they dilute the contrast, and do not favour it. */
  readonly exposedLater: number;
}

/**
 * Landmark analysis: against immortal time, people are classed by what had happened at one day.
 *
 * Whoever had the event or left observation on or before the landmark is left out of both groups; the others are
 * exposed or not as on that day, and their clock starts there. The landmark is chosen before outcomes are seen, and the
 * result is about people who reached it.
 *
 * @param input        follow-up of everyone, exposed or not, from one index date rule
 * @param landmarkDays day of the landmark, > 0, days after the index date
 * @throws RangeError when lengths differ, a value is missing, or the landmark is not above 0
 * @source Anderson, Cain and Gelber (1983), doi:10.1200/JCO.1983.1.11.710
 * @example
 * landmark({ time: [5, 40, 50], event: [1, 1, 0], exposedFrom: [null, 10, 45], landmarkDays: 30 }).exposed; // [1, 0]
 */
export function landmark({
  landmarkDays,
  ...followUp
}: ExposureFollowUp & { readonly landmarkDays: number }): Landmark {
  const caller = "landmark";
  const n = checkFollowUp(caller, followUp);
  if (!(landmarkDays > 0 && landmarkDays < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${caller}: landmarkDays must be > 0 (days after the index date), got ${landmarkDays}`);
  }
  const { time, event, exposedFrom } = followUp;
  const exposedBy = (i: number) => exposedFrom[i] !== null && exposedFrom[i]! <= landmarkDays;
  const everyone = Array.from({ length: n }, (_, i) => i);
  const before = everyone.filter((i) => time[i]! <= landmarkDays);
  const withEvent = before.filter((i) => event[i] === 1);
  const kept = everyone.filter((i) => time[i]! > landmarkDays);
  return {
    kind: "likewise/landmark",
    landmarkDays,
    kept,
    exposed: kept.map((i) => (exposedBy(i) ? 1 : 0)),
    time: kept.map((i) => time[i]! - landmarkDays),
    event: kept.map((i) => (event[i] === 1 ? 1 : 0)),
    excluded: {
      eventBefore: withEvent.length,
      eventBeforeExposed: withEvent.filter((i) => exposedBy(i)).length,
      censoredBefore: before.length - withEvent.length,
    },
    exposedLater: kept.filter((i) => !exposedBy(i) && exposedFrom[i] !== null && exposedFrom[i]! < time[i]!).length,
  };
}
