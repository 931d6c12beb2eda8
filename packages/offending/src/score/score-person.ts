import { naturalOrder } from "@likewise/schema";
import { sum } from "@likewise/stats";
import { type CountPoints, type ScoreConfiguration, type ScorePart, scoreParts } from "./score-configuration.ts";

/** One event that qualifies for a score. */
export interface ScoredEvent {
  /** Reference of the event, or its row: what the reasons name. */
  readonly event: string;
  /** Whole days since 1970-01-01. */
  readonly day: number;
  /** In the unit of the gravity table; null where it has none, which adds nothing and is counted. */
  readonly gravity: number | null;
  readonly victim: string | null;
}

/** A score and what it is made of. */
export interface PersonScore {
  /** What was found in the look-back. */
  readonly found: {
    /** null without an event. */
    readonly daysSinceLast: number | null;
    readonly events: number;
    readonly gravity: number;
    /** Events without a gravity. */
    readonly ungraded: number;
    readonly victims: number;
  };
  /** Weighted points; they add up to the total, in the order of `scoreParts`. */
  readonly parts: Readonly<Record<ScorePart, number>>;
  readonly total: number;
  /** The events that counted, latest first. For `private/`. */
  readonly reasons: readonly ScoredEvent[];
}

/**
 * The score of one person on one day.
 *
 * Look-back: days after asOf − lookBackDays up to and including asOf. An event exactly lookBackDays ago is outside; one
 * on the as-of day is inside.
 *
 * @param events   of the person, in any order; those outside the look-back do not count
 * @param asOf     whole days since 1970-01-01
 * @param leaveOut parts that count nothing here, whatever their weight
 */
export function scorePerson(
  events: readonly ScoredEvent[],
  asOf: number,
  configuration: ScoreConfiguration,
  leaveOut: readonly ScorePart[] = [],
): PersonScore {
  const { lookBackDays, weights, gravity } = configuration;
  const reasons = events
    .filter(({ day }) => day > asOf - lookBackDays && day <= asOf)
    .sort((a, b) => b.day - a.day || naturalOrder(a.event, b.event));
  const graded = reasons.flatMap((event) => (event.gravity === null ? [] : [event.gravity]));
  const found = {
    daysSinceLast: reasons.length === 0 ? null : asOf - reasons[0]!.day,
    events: reasons.length,
    gravity: gravitySummaries[gravity.summary](graded),
    ungraded: reasons.length - graded.length,
    victims: new Set(reasons.flatMap(({ victim }) => (victim === null ? [] : [victim]))).size,
  };
  const points: Record<ScorePart, number> = {
    recency: recencyPoints(found.daysSinceLast, configuration),
    frequency: countPoints(found.events, configuration.frequency),
    gravity: found.gravity,
    victims: countPoints(found.victims, configuration.victims),
  };
  const part = (name: ScorePart) => (leaveOut.includes(name) ? 0 : weights[name] * points[name]);
  const parts = {
    recency: part("recency"),
    frequency: part("frequency"),
    gravity: part("gravity"),
    victims: part("victims"),
  };
  return { found, parts, total: scoreParts.reduce((total, name) => total + parts[name], 0), reasons };
}

/** Gravities are sorted first, so that the order of events changes no bit of a sum. */
const gravitySummaries: Readonly<
  Record<ScoreConfiguration["gravity"]["summary"], (gravities: readonly number[]) => number>
> = {
  sum: (gravities) => sum(rising(gravities)),
  max: (gravities) => gravities.reduce((most, gravity) => Math.max(most, gravity), 0),
  mean: (gravities) => (gravities.length === 0 ? 0 : sum(rising(gravities)) / gravities.length),
};

function rising(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

function recencyPoints(days: number | null, { recency }: ScoreConfiguration): number {
  if (days === null) return 0;
  if ("bands" in recency) return recency.bands.find(({ withinDays }) => days <= withinDays)?.points ?? 0;
  return recency.points * 0.5 ** (days / recency.halfLifeDays);
}

function countPoints(count: number, points: CountPoints): number {
  if ("bands" in points) return points.bands.findLast(({ from }) => count >= from)?.points ?? 0;
  return points.cap === undefined ? count : Math.min(count, points.cap);
}
