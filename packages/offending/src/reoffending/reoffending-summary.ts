import { type Engine, windowAggregates } from "@likewise/engine";
import {
  type Anchors,
  type Columns,
  integersOf,
  isPresent,
  naturalOrder,
  type Observation,
  type Outcome,
  type ReasonCount,
  type Refusal,
  type StudyPlan,
  type WindowDefinition,
  windowEdges,
} from "@likewise/schema";
import { wilsonInterval } from "@likewise/stats";
import { clusteredRate } from "../blocks/clustered-rate.ts";
import { type Counting, outcomeCounting } from "../events/counting-rules.ts";
import { observedEvents } from "../events/observed-events.ts";
import { engineAnchors, type PersonObserved, peopleObserved } from "../events/people-observed.ts";
import { type DeclaredWeights, weighedEvents } from "../harm/harm-of-study.ts";
import { editionOf, type HarmEdition } from "../harm/harm-weights.ts";
import { harmInWindows } from "../harm/harm-windows.ts";
import { defaultSeverityClasses, type SeverityClass, severityClass } from "../harm/severity-class.ts";
import { custodyDays } from "../windows/custody-days.ts";
import { notCovered } from "../windows/window-coverage.ts";
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

/** People by the severity of their first event that has a weight. */
export interface FirstSeverity {
  readonly weights: HarmEdition;
  readonly classes: readonly { readonly id: string; readonly label: string; readonly people: number }[];
  /** People without an event that has a weight. */
  readonly none: number;
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

export interface ReoffendingSummary {
  readonly kind: "likewise/reoffending";
  /** Id of the outcome whose definition says which events count. */
  readonly definition: string;
  readonly options: Pick<Outcome, "basis" | "events" | "definition"> & { readonly windows: readonly string[] };
  /** By window in the order given, then by group. */
  readonly figures: readonly ReoffendingFigures[];
  readonly refusals: readonly Refusal[];
}

interface Seen {
  readonly reason: string | null;
  readonly whole: boolean;
  readonly events: number;
  readonly days: number;
  readonly custodyDays: number;
  readonly firstDay: number | null;
  readonly breaches: number;
  readonly foundByLooking: number;
}

/**
 * Reoffending of groups by one definition over any windows: share, events a person, time to the first, rate per year at
 * liberty, severity of the first, and beside them the events the programme itself makes.
 *
 * @param outcome id of an outcome of the plan of table events: its basis and events say what counts
 * @param windows ids; the outcome's own when left out
 * @param weights table for the severity of the first event; none when left out
 * @throws RangeError when the plan has no such outcome; Failure (usage) when outcome and window do not fit together
 */
export async function reoffendingSummary({
  engine,
  plan,
  tables,
  anchors,
  observation,
  groups,
  outcome,
  windows,
  weights,
}: {
  readonly engine: Engine;
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly groups: readonly { readonly id: string; readonly units: Int32Array }[];
  readonly outcome: string;
  readonly windows?: readonly string[];
  readonly weights?: DeclaredWeights;
}): Promise<ReoffendingSummary> {
  const declared = plan.outcomes.find(({ id, from = "events" }) => id === outcome && from === "events");
  if (declared === undefined) {
    throw new RangeError(`reoffendingSummary: outcome must be an outcome of the plan from events, got ${outcome}`);
  }
  const ids = windows ?? (declared.window === undefined ? [] : [declared.window]);
  const countings = ids.map((window) => outcomeCounting({ ...declared, window }));
  const people = peopleObserved(anchors, observation);
  const rowOf = new Map(people.map(({ unit }, row) => [unit, row]));
  for (const unit of groups.flatMap(({ units }) => Array.from(units))) {
    if (!rowOf.has(unit)) throw new RangeError(`reoffendingSummary: units must be among the anchors, got ${unit}`);
  }
  const given = { engine, tables, anchors, observation, people };
  const seen = await peopleSeen(given, countings);
  const severity = weights === undefined ? null : severities({ ...given, groups, weights, countings });
  return {
    kind: "likewise/reoffending",
    definition: outcome,
    options: { basis: declared.basis, events: declared.events ?? "all", definition: declared.definition, windows: ids },
    figures: countings.flatMap(({ window }, at) =>
      groups.map(({ id, units }) => {
        const rows = [...new Set(units)].map((unit) => rowOf.get(unit)!);
        return {
          group: id,
          window: window.id,
          custodyRemoved: tables.orders !== undefined,
          ...figuresOf(rows.map((row) => seen[at]![row]!)),
          severity:
            severity?.of(
              at,
              rows.filter((row) => seen[at]![row]!.whole),
            ) ?? null,
        };
      }),
    ),
    refusals: severity?.refusals ?? [],
  };
}

interface Given {
  readonly engine: Engine;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly people: readonly PersonObserved[];
}

/** What was seen of every person in every window, by window and then in the order of people. */
async function peopleSeen(
  { engine, tables, anchors, people }: Given,
  countings: readonly Counting[],
): Promise<Seen[][]> {
  if (countings.length === 0) return [];
  const needsVictim = countings.some((counting) => counting.needsVictim);
  const asked = countings.flatMap(({ window, where }, at) => {
    const unproven = { ...window, provenBy: null };
    return [
      { as: `events${at}`, window, where, measure: "count" as const },
      { as: `first${at}`, window, where, measure: "firstDay" as const },
      { as: `breaches${at}`, window: unproven, where: { breach: true }, measure: "count" as const },
      { as: `found${at}`, window: unproven, where: { breach: false, proactive: true }, measure: "count" as const },
    ];
  });
  const counted = await windowAggregates(engine, {
    anchors: engineAnchors(people),
    events: observedEvents(tables, anchors, people, needsVictim),
    requests: asked,
  });
  const definitions = countings.map(({ window }) => window);
  const custody = await custodyDays(engine, tables, anchors, people, definitions);
  const countOf = (as: string, row: number) => {
    const column = integersOf(counted, as);
    return isPresent(column, row) ? column.values[row]! : null;
  };
  return definitions.map((window, at) =>
    people.map((person, row): Seen => {
      const limits = followedIn(person, window);
      if (typeof limits === "string") return notSeen(limits);
      const first = countOf(`first${at}`, row);
      return {
        reason: null,
        whole: limits.whole,
        events: countOf(`events${at}`, row)!,
        days: limits.days,
        custodyDays: custody(window.id, person.unit),
        firstDay: first === null ? null : first + person.anchor! - limits.after,
        breaches: countOf(`breaches${at}`, row)!,
        foundByLooking: countOf(`found${at}`, row)!,
      };
    }),
  );
}

/** How far a person was followed in a window, or why nothing can be said. */
function followedIn(person: PersonObserved, window: WindowDefinition) {
  const edges = person.anchor === null ? null : windowEdges(window, person.anchor);
  const reason = notCovered(person, edges);
  if (reason !== null) return reason;
  const { after, upTo, provenBy } = edges!;
  if (provenBy !== null && person.to! < provenBy) return "proof-not-over";
  return { after, whole: person.to! >= upTo, days: Math.min(upTo, person.to!) - after };
}

function notSeen(reason: string): Seen {
  return {
    reason,
    whole: false,
    events: 0,
    days: 0,
    custodyDays: 0,
    firstDay: null,
    breaches: 0,
    foundByLooking: 0,
  };
}

function figuresOf(everyone: readonly Seen[]) {
  const followed = everyone.filter(({ reason }) => reason === null);
  const observed = followed.filter(({ whole }) => whole);
  const reoffenders = observed.filter(({ events }) => events > 0).length;
  const total = (of: (one: Seen) => number, rows: readonly Seen[] = followed) =>
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

function reasonsOf(everyone: readonly Seen[]): ReasonCount[] {
  const codes = new Set(everyone.flatMap(({ reason }) => (reason === null ? [] : [reason])));
  return [...codes]
    .sort(naturalOrder)
    .map((code) => ({ code, rows: everyone.filter(({ reason }) => reason === code).length }));
}

function severities({
  tables,
  anchors,
  observation,
  people,
  groups,
  weights,
  countings,
}: Omit<Given, "engine"> & {
  readonly groups: readonly { readonly id: string; readonly units: Int32Array }[];
  readonly weights: DeclaredWeights;
  readonly countings: readonly Counting[];
}): { readonly of: (at: number, rows: readonly number[]) => FirstSeverity | null; readonly refusals: Refusal[] } {
  const needsVictim = countings.some((counting) => counting.needsVictim);
  const weighed = weighedEvents({ declared: weights, tables, anchors, observation, groups, needsVictim });
  if (weighed.report.refusal !== null) return { of: () => null, refusals: [weighed.report.refusal] };
  const classes: readonly SeverityClass[] =
    weights.severityClasses ?? defaultSeverityClasses[weights.weights.scheme] ?? [];
  const harms = harmInWindows(people, weighed.events, weighed, countings);
  return {
    refusals: [],
    of: (at, rows) => {
      if (classes.length === 0) return null;
      const found = rows.map((row) => severityClass(harms[at]![row]!.first, classes));
      const peopleIn = (id: string | null) => found.filter((one) => one === id).length;
      return {
        weights: editionOf(weights.weights),
        classes: classes.map(({ id, label }) => ({ id, label, people: peopleIn(id) })),
        none: peopleIn(null),
      };
    },
  };
}
