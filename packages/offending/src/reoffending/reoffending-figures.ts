import { naturalOrder, type ReasonCount } from "@likewise/schema";
import { wilsonInterval } from "@likewise/stats";
import { clusteredRate } from "../blocks/clustered-rate.ts";
import type { FirstSeverity } from "./first-severity.ts";
import type { PersonSeen } from "./people-seen.ts";
import { type RatePerYear, ratePerYear } from "./rate-per-year.ts";
import { type TimeToFirst, timeToFirst } from "./time-to-first.ts";

/** Events the programme itself makes, which no basis but `incident` counts. */
export interface ProgrammeEvents {
  /** Breaches of an order or licence alone. */
  readonly breaches: number;
  /** Found only by looking, and no breach: arrests to disrupt. */
  readonly foundByLooking: number;
  readonly peopleWithAny: number;
  /** Limits of both a person. */
  readonly breachesInterval: readonly [number, number] | null;
  readonly foundByLookingInterval: readonly [number, number] | null;
}

/** What one group did in one window. */
export interface ReoffendingFigures {
  readonly group: string;
  readonly window: string;
  readonly people: number;
  /** Nothing can be said of them, with the reason. */
  readonly missing: readonly ReasonCount[];
  /** Observed to a day inside the window: in rates per year and times, never in the share. */
  readonly censored: number;
  /** Observed over the whole window: the denominator of everything down to `perReoffender`. */
  readonly observed: number;
  readonly reoffenders: number;
  /** Reoffenders over observed, with Wilson's interval. */
  readonly share: number | null;
  readonly interval: readonly [number, number] | null;
  readonly events: number;
  readonly perPerson: number | null;
  /** Allowing for events of one person; null where people do not differ in theirs. */
  readonly perPersonInterval: readonly [number, number] | null;
  /** Conditional on reoffending: people differ in it by who reoffends at all, so it is no effect of anything. */
  readonly perReoffender: number | null;
  readonly perReoffenderInterval: readonly [number, number] | null;
  /** Of those observed and censored. Custody, remand and recall removed from the years. */
  readonly atLiberty: RatePerYear;
  /** The same events over all days, in custody or out. */
  readonly allTime: RatePerYear;
  readonly custodyRemoved: boolean;
  readonly first: TimeToFirst;
  readonly programme: ProgrammeEvents;
  /** null without a weight table, or where it does not fit: see the refusals. */
  readonly severity: FirstSeverity | null;
}

/** What people did in one window, of what was seen of each in it. */
export function reoffendingFigures(
  everyone: readonly PersonSeen[],
): Omit<ReoffendingFigures, "group" | "window" | "custodyRemoved" | "severity"> {
  const followed = everyone.filter(({ reason }) => reason === null);
  const observed = followed.filter(({ whole }) => whole);
  const reoffenders = observed.filter(({ events }) => events > 0).length;
  const total = (of: (one: PersonSeen) => number, rows: readonly PersonSeen[] = followed) =>
    rows.reduce((sum, one) => sum + of(one), 0);
  const events = total((one) => one.events, observed);
  const wilson = observed.length === 0 ? null : wilsonInterval({ events: reoffenders, total: observed.length });
  return {
    people: everyone.length,
    missing: reasonsOf(everyone),
    censored: followed.length - observed.length,
    observed: observed.length,
    reoffenders,
    share: wilson?.proportion ?? null,
    interval: wilson === null ? null : ([wilson.lower, wilson.upper] as const),
    events,
    perPerson: observed.length === 0 ? null : events / observed.length,
    perPersonInterval: meanLimits(observed.map((one) => one.events)),
    perReoffender: reoffenders === 0 ? null : events / reoffenders,
    perReoffenderInterval: meanLimits(observed.map((one) => one.events).filter((count) => count > 0)),
    atLiberty: ratePerYear(
      followed.map((one) => ({ events: one.events, years: (one.days - one.custodyDays) / 365.25 })),
    ),
    allTime: ratePerYear(followed.map((one) => ({ events: one.events, years: one.days / 365.25 }))),
    first: timeToFirst(followed.map((one) => ({ days: one.firstDay ?? one.days, event: one.firstDay !== null }))),
    programme: {
      breaches: total((one) => one.breaches),
      foundByLooking: total((one) => one.foundByLooking),
      peopleWithAny: followed.filter((one) => one.breaches + one.foundByLooking > 0).length,
      breachesInterval: meanLimits(followed.map(({ breaches }) => breaches)),
      foundByLookingInterval: meanLimits(followed.map(({ foundByLooking }) => foundByLooking)),
    },
  };
}

/** Limits of the mean number of events; without events the exact upper limit is all there is. */
function meanLimits(counts: readonly number[]): readonly [number, number] | null {
  const found = clusteredRate(
    counts,
    counts.map(() => 1),
  );
  const none = counts.every((count) => count === 0);
  return found === null || (found.method === "exact" && !none) ? null : found.interval;
}

function reasonsOf(everyone: readonly PersonSeen[]): ReasonCount[] {
  const codes = new Set(everyone.flatMap(({ reason }) => (reason === null ? [] : [reason])));
  return [...codes]
    .sort(naturalOrder)
    .map((code) => ({ code, rows: everyone.filter(({ reason }) => reason === code).length }));
}
