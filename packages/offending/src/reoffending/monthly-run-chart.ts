import {
  type Anchors,
  addMonths,
  type Columns,
  calendarDate,
  datesOf,
  dayNumber,
  Failure,
  indexStage,
  integersOf,
  isoDate,
  naturalOrder,
  type Observation,
  type ReasonCount,
  type StudyPlan,
} from "@likewise/schema";
import { sum } from "@likewise/stats";
import { outcomeCounting } from "../events/counting-rules.ts";
import { eventsOfPeople } from "../events/events-of-people.ts";
import { observedEvents } from "../events/observed-events.ts";
import { type PersonObserved, peopleObserved } from "../events/people-observed.ts";
import { observedSpells } from "../windows/custody-days.ts";
import { type ChanceLimits, countLimits, rateOf, shareLimits, shareOf } from "./month-figures.ts";

type Bounds = readonly [lower: number, upper: number];

/** People and time at risk, and what happened in it. */
export interface MonthFigures {
  /** Followed on at least one day, in custody or out. */
  readonly people: number;
  readonly withEvent: number;
  readonly share: number | null;
  /** Of the share. */
  readonly wilson: Bounds | null;
  /** Of the share: Clopper and Pearson's. */
  readonly exact: Bounds | null;
  readonly events: number;
  /** At liberty: days followed less days in custody, over the days of the month. */
  readonly personMonths: number;
  /** In custody or out. */
  readonly allTimePersonMonths: number;
  /** Events per person-month at liberty. */
  readonly rate: number | null;
  /** Exact Poisson, which takes events for independent. */
  readonly rateInterval: Bounds | null;
}

export interface RunChartMonth extends MonthFigures {
  /** yyyy-mm */
  readonly month: string;
  readonly entered: number;
  readonly left: number;
  /** In the cohort when the month ended: of the month before, plus entered, less left. */
  readonly atEnd: number;
  /** Where the share would lie by chance alone, people as they were in the month. */
  readonly shareLimits: readonly ChanceLimits[];
  /** How many events there would be by chance alone, person-months as they were. */
  readonly countLimits: readonly ChanceLimits[];
  /** Events outside the widest limits. */
  readonly beyond: "above" | "below" | null;
  /** From the first month to this one; the share is of people, each counted once. */
  readonly cumulative: MonthFigures;
}

export interface MonthlyRunChart {
  readonly kind: "likewise/monthly-run-chart";
  readonly definition: string;
  readonly options: { readonly entry: string; readonly exits: readonly string[]; readonly expectedRate: number | null };
  readonly months: readonly RunChartMonth[];
  /** What limits are drawn around: declared, or of all months together. */
  readonly target: {
    readonly share: number | null;
    readonly ratePerPersonMonth: number | null;
    readonly declared: boolean;
  };
  readonly custodyRemoved: boolean;
  /** People left out, with the reason. */
  readonly notUsed: readonly ReasonCount[];
}

/**
 * Reoffending month by month while people are in a cohort: a run chart with limits of chance, not a verdict a month.
 *
 * A person is at risk from the day after they enter to the day they leave, of that what their source shows. Days in
 * custody, remand or recall are no time at risk, though an event in them counts. A cohort that grows is compared on
 * person-months: a head counted whole for one day of a month would make its rate look low.
 *
 * @param outcome      id of an outcome of the plan from events, whose basis and scope say what counts; not a proven one
 * @param units        people; everyone analysed when left out
 * @param entry        stage at which people enter; the index date when left out
 * @param exits        stages that end it, whichever is first; when left out nobody leaves
 * @param expectedRate events per person-month the limits are drawn around; that of all months when left out, which a
 *                     change within them pulls towards itself
 * @throws RangeError when the plan has no such outcome or the rate is negative; Failure (usage) for a proven outcome
 */
export function monthlyRunChart({
  plan,
  tables,
  anchors,
  observation,
  outcome,
  units,
  entry = indexStage,
  exits = [],
  expectedRate = null,
}: {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly outcome: string;
  readonly units?: Int32Array;
  readonly entry?: string;
  readonly exits?: readonly string[];
  readonly expectedRate?: number | null;
}): MonthlyRunChart {
  if (expectedRate !== null && !(expectedRate >= 0 && Number.isFinite(expectedRate))) {
    throw new RangeError(`monthlyRunChart: expectedRate must be >= 0 (events per person-month), got ${expectedRate}`);
  }
  const { where, needsVictim } = monthlyCounting(plan, outcome);
  const everyone = peopleObserved(anchors, observation, entry);
  const exitDays = exits.map((stage) => new Map(peopleObserved(anchors, observation, stage).map(unitAndAnchor)));
  const inside = units === undefined ? null : new Set(units);
  const stays = everyone
    .filter(({ unit }) => inside?.has(unit) ?? true)
    .map((person) =>
      stayOf(
        person,
        exitDays.flatMap((of) => of.get(person.unit) ?? []),
      ),
    );
  const used = stays.filter((stay): stay is Stay => typeof stay !== "string");
  const eventDays = eventsOfPeople(observedEvents(tables, anchors, everyone, needsVictim), where);
  const custody = custodyOfPeople(tables, anchors, everyone);
  const months = monthsOf(used).map((first) => {
    const last = addMonths(first, 1) - 1;
    return { first, last, parts: used.map((stay) => partOf(stay, first, last, eventDays, custody)) };
  });
  const totals = months.map(({ parts }) => figuresOf(parts));
  const all = addUp(totals);
  const ratePerPersonMonth = expectedRate ?? rateOf(all.events, all.personMonths).rate;
  const share = all.people === 0 ? null : all.withEvent / all.people;
  const firstMonths = (holds: (part: Part) => boolean) =>
    used.map((_, person) => months.findIndex(({ parts }) => holds(parts[person]!))).filter((month) => month >= 0);
  const firstFollowed = firstMonths(({ days }) => days > 0);
  const firstEvent = firstMonths(({ events }) => events > 0);
  let atEnd = 0;
  return {
    kind: "likewise/monthly-run-chart",
    definition: outcome,
    options: { entry, exits, expectedRate },
    months: months.map(({ first, last }, at) => {
      const between = (day: number | null) => day !== null && day >= first && day <= last;
      const entered = used.filter((stay) => between(stay.entered)).length;
      const left = used.filter((stay) => between(stay.left)).length;
      atEnd += entered - left;
      const figures = totals[at]!;
      const limits = countLimits(ratePerPersonMonth, figures.personMonths);
      return {
        month: isoDate(first).slice(0, 7),
        entered,
        left,
        atEnd,
        ...figures,
        shareLimits: shareLimits(share, figures.people),
        countLimits: limits,
        beyond: beyond(figures.events, limits.at(-1)),
        cumulative: withRates({
          ...addUp(totals.slice(0, at + 1)),
          people: firstFollowed.filter((month) => month <= at).length,
          withEvent: firstEvent.filter((month) => month <= at).length,
        }),
      };
    }),
    target: { share, ratePerPersonMonth, declared: expectedRate !== null },
    custodyRemoved: tables.orders !== undefined,
    notUsed: reasonsOf(stays),
  };
}

/** One person in the cohort: the days they entered and left, and those between on which an event would show. */
interface Stay {
  readonly unit: number;
  readonly entered: number;
  readonly left: number | null;
  readonly from: number;
  readonly to: number;
}

/** What one month holds of one stay. */
interface Part {
  readonly days: number;
  readonly custodyDays: number;
  readonly monthDays: number;
  readonly events: number;
}

function monthlyCounting(plan: StudyPlan, outcome: string) {
  const declared = plan.outcomes.find(({ id, from = "events" }) => id === outcome && from === "events");
  if (declared === undefined) {
    throw new RangeError(`monthlyRunChart: outcome must be an outcome of the plan from events, got ${outcome}`);
  }
  const counting = outcomeCounting(declared);
  if (counting.proven) {
    throw new Failure(
      "usage",
      `outcomes: ${outcome}: a run chart shows recorded crime, charges or incidents: the proof of late months is not over`,
    );
  }
  return counting;
}

function unitAndAnchor({ unit, anchor }: PersonObserved): readonly [number, number | null] {
  return [unit, anchor];
}

/** A person's stay, or why there is none. */
function stayOf(person: PersonObserved, exits: readonly number[]): Stay | string {
  const { unit, anchor, searched, found, from, to } = person;
  if (anchor === null) return "not-entered";
  if (!searched) return "not-searched";
  if (!found) return "not-found";
  if (from === null || to === null) return "coverage-not-declared";
  const left = exits.length === 0 ? null : Math.min(...exits);
  if (left !== null && left < anchor) return "left-before-entry";
  const stay = { unit, entered: anchor, left, from: Math.max(anchor + 1, from), to: Math.min(left ?? to, to) };
  return stay.to < stay.from && left !== anchor ? "not-covered" : stay;
}

function reasonsOf(stays: readonly (Stay | string)[]): ReasonCount[] {
  const reasons = stays.filter((stay) => typeof stay === "string");
  return [...new Set(reasons)]
    .sort(naturalOrder)
    .map((code) => ({ code, rows: reasons.filter((one) => one === code).length }));
}

/** First days of the months from the first entry to the last day followed. */
function monthsOf(stays: readonly Stay[]): number[] {
  if (stays.length === 0) return [];
  const { year, month } = calendarDate(stays.reduce((first, { entered }) => Math.min(first, entered), Infinity));
  const last = stays.reduce((latest, { entered, to }) => Math.max(latest, entered, to), -Infinity);
  const start = dayNumber({ year, month, day: 1 });
  const months: number[] = [];
  for (let first = start; first <= last; first = addMonths(start, months.length)) months.push(first);
  return months;
}

function partOf(
  { unit, from, to }: Stay,
  first: number,
  last: number,
  events: ReadonlyMap<number, readonly number[]>,
  custody: ReadonlyMap<number, ReadonlySet<number>>,
): Part {
  const [start, end] = [Math.max(from, first), Math.min(to, last)];
  const monthDays = last - first + 1;
  if (end < start) return { days: 0, custodyDays: 0, monthDays, events: 0 };
  const held = custody.get(unit);
  let custodyDays = 0;
  for (let day = start; day <= end && held !== undefined; day++) if (held.has(day)) custodyDays++;
  const own = events.get(unit) ?? [];
  return {
    days: end - start + 1,
    custodyDays,
    monthDays,
    events: own.filter((day) => day >= start && day <= end).length,
  };
}

/** Every day each person was not at liberty; days in two spells are one. */
function custodyOfPeople(
  tables: Readonly<Record<string, Columns>>,
  anchors: Anchors,
  people: readonly PersonObserved[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const held = new Map<number, Set<number>>();
  if (tables.orders === undefined) return held;
  const spells = observedSpells(tables.orders, anchors, people);
  const [from, to] = [datesOf(spells, "from").values, datesOf(spells, "to").values];
  const observedFrom = new Map(people.map((person) => [person.unit, person.from]));
  integersOf(spells, "unit").values.forEach((unit, row) => {
    const days = held.get(unit) ?? new Set<number>();
    held.set(unit, days);
    for (let day = Math.max(from[row]!, observedFrom.get(unit) ?? from[row]!); day <= to[row]!; day++) days.add(day);
  });
  return held;
}

function figuresOf(parts: readonly Part[]): MonthFigures {
  const followed = parts.filter(({ days }) => days > 0);
  const months = (of: (part: Part) => number) => sum(followed.map((part) => of(part) / part.monthDays));
  return withRates({
    people: followed.length,
    withEvent: followed.filter(({ events }) => events > 0).length,
    events: followed.reduce((total, { events }) => total + events, 0),
    personMonths: months(({ days, custodyDays }) => days - custodyDays),
    allTimePersonMonths: months(({ days }) => days),
  });
}

type Totals = Pick<MonthFigures, "people" | "withEvent" | "events" | "personMonths" | "allTimePersonMonths">;

/** Sums over months: a person counts in every month they were followed in. */
function addUp(months: readonly Totals[]): Totals {
  const total = (of: (one: Totals) => number) => sum(months.map(of));
  return {
    people: total(({ people }) => people),
    withEvent: total(({ withEvent }) => withEvent),
    events: total(({ events }) => events),
    personMonths: total(({ personMonths }) => personMonths),
    allTimePersonMonths: total(({ allTimePersonMonths }) => allTimePersonMonths),
  };
}

function withRates(totals: Totals): MonthFigures {
  const { rate, interval } = rateOf(totals.events, totals.personMonths);
  return { ...totals, ...shareOf(totals.withEvent, totals.people), rate, rateInterval: interval };
}

function beyond(events: number, limits: ChanceLimits | undefined): "above" | "below" | null {
  if (limits === undefined) return null;
  if (events > limits.upper) return "above";
  return events < limits.lower ? "below" : null;
}
