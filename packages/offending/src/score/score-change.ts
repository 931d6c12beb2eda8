import { mean, type TwoSampleT, twoSampleT } from "@likewise/stats";
import { configurationHash, requireConfiguration, type ScoreConfiguration } from "./score-configuration.ts";
import type { PersonToScore } from "./score-people.ts";
import { scorePerson } from "./score-person.ts";

/** A person scored on two days, such as entry and exit. */
export interface PersonTwice extends PersonToScore {
  readonly from: number;
  readonly to: number;
}

/** One person's scores on the two days, and what they would be otherwise. */
export interface PersonChange {
  readonly unit: number;
  readonly before: number;
  readonly after: number;
  /** Score on the later day had there been no event since the earlier one. */
  readonly byDecay: number;
  /** Events after the earlier day, up to and including the later. */
  readonly newEvents: number;
  /** Without recency, over as many days before the earlier day as lie between the two. */
  readonly fixedBefore: number;
  /** Without recency, over the days between. */
  readonly fixedAfter: number;
}

/** Means over people. */
export interface GroupChange {
  readonly people: number;
  /** People not observed over both look-backs. */
  readonly notObserved: number;
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** After over before, less 1; null where before is 0. */
  readonly relativeChange: number | null;
  readonly decay: {
    /** Mean score on the later day had nobody had a new event. */
    readonly after: number;
    readonly change: number;
    readonly relativeChange: number | null;
    /** Change less the change by decay alone: what new events added. */
    readonly removed: number;
  };
  readonly fixedWindow: {
    readonly before: number;
    readonly after: number;
    readonly change: number;
    readonly relativeChange: number | null;
  };
  readonly withoutNewEvent: number;
}

/** A change of score, never without what it would have been otherwise. */
export interface ScoreChange {
  readonly kind: "likewise/score-change";
  readonly configuration: ScoreConfiguration;
  readonly configurationSha256: string;
  /** null where nobody was observed over both look-backs. */
  readonly selected: GroupChange | null;
  /** null where no such people were given, or none was observed. */
  readonly notSelected: GroupChange | null;
  /** Selected less not selected, by Welch's t; null without both, or where nothing varies. */
  readonly difference: { readonly change: TwoSampleT; readonly fixedWindow: TwoSampleT } | null;
  /** For `private/`. */
  readonly people: readonly PersonChange[];
  readonly notes: readonly string[];
}

/**
 * How scores changed between two days, beside what the score does by itself.
 *
 * Events grow old: recency falls and events leave the look-back, so a score falls without any programme. Three things
 * stand beside the change: (a) the change had nobody had a new event, (b) the change among people who were not selected,
 * where given, and (c) frequency, gravity and victims alone over windows of one length before and after the earlier day.
 * With gravity as a sum or maximum, what is left after (a) is never below 0: a score cannot fall by more than decay, so
 * only (b) and (c) can show fewer events than before, and (c) still holds regression to the mean.
 *
 * @param selected    people followed, each with a day before and a day after
 * @param notSelected people like them who were not selected, with days of the same distance; left out where there are none
 * @throws RangeError when the later day does not follow the earlier, or the configuration cannot be a score
 */
export function scoreChange({
  selected,
  notSelected = [],
  configuration,
}: {
  readonly selected: readonly PersonTwice[];
  readonly notSelected?: readonly PersonTwice[];
  readonly configuration: ScoreConfiguration;
}): ScoreChange {
  requireConfiguration("scoreChange", configuration);
  const wrong = [...selected, ...notSelected].find(({ from, to }) => !(to > from));
  if (wrong !== undefined) {
    throw new RangeError(`scoreChange: to must be after from (days), got ${wrong.from} and ${wrong.to}`);
  }
  const changes = changesOf(selected, configuration);
  const others = changesOf(notSelected, configuration);
  return {
    kind: "likewise/score-change",
    configuration,
    configurationSha256: configurationHash(configuration),
    selected: groupChange(changes, selected.length),
    notSelected: groupChange(others, notSelected.length),
    difference: differenceOf(changes, others),
    people: changes,
    notes: notesOn(configuration, notSelected.length > 0),
  };
}

function changesOf(people: readonly PersonTwice[], configuration: ScoreConfiguration): PersonChange[] {
  return people.flatMap(({ unit, events, observed, from, to }) => {
    const days = to - from;
    const first = Math.min(from - configuration.lookBackDays, from - days) + 1;
    if (observed === null || observed[0] > first || observed[1] < to) return [];
    const old = events.filter(({ day }) => day <= from);
    const fixed = { ...configuration, lookBackDays: days };
    const scoreOn = (on: number, of: typeof events) => scorePerson(of, on, configuration).total;
    return [
      {
        unit,
        before: scoreOn(from, events),
        after: scoreOn(to, events),
        byDecay: scoreOn(to, old),
        newEvents: events.filter(({ day }) => day > from && day <= to).length,
        fixedBefore: scorePerson(events, from, fixed, ["recency"]).total,
        fixedAfter: scorePerson(events, to, fixed, ["recency"]).total,
      },
    ];
  });
}

function groupChange(people: readonly PersonChange[], given: number): GroupChange | null {
  if (people.length === 0) return null;
  const of = (value: (person: PersonChange) => number) => mean(people.map(value));
  const [before, after, byDecay] = [of((one) => one.before), of((one) => one.after), of((one) => one.byDecay)];
  const [fixedBefore, fixedAfter] = [of((one) => one.fixedBefore), of((one) => one.fixedAfter)];
  return {
    people: people.length,
    notObserved: given - people.length,
    before,
    after,
    change: after - before,
    relativeChange: relative(before, after),
    decay: {
      after: byDecay,
      change: byDecay - before,
      relativeChange: relative(before, byDecay),
      removed: after - byDecay,
    },
    fixedWindow: {
      before: fixedBefore,
      after: fixedAfter,
      change: fixedAfter - fixedBefore,
      relativeChange: relative(fixedBefore, fixedAfter),
    },
    withoutNewEvent: people.filter(({ newEvents }) => newEvents === 0).length,
  };
}

function relative(before: number, after: number): number | null {
  return before === 0 ? null : after / before - 1;
}

function differenceOf(selected: readonly PersonChange[], others: readonly PersonChange[]): ScoreChange["difference"] {
  const compared = (change: (person: PersonChange) => number): TwoSampleT | null => {
    const [first, second] = [selected.map(change), others.map(change)];
    const varies = [first, second].some((values) => values.some((value) => value !== values[0]));
    return first.length < 2 || second.length < 2 || !varies ? null : twoSampleT({ first, second });
  };
  const change = compared(({ before, after }) => after - before);
  const fixedWindow = compared(({ fixedBefore, fixedAfter }) => fixedAfter - fixedBefore);
  return change === null || fixedWindow === null ? null : { change, fixedWindow };
}

function notesOn({ gravity }: ScoreConfiguration, hasOthers: boolean): string[] {
  return [
    "The change holds the fall that comes with time alone; it stands beside the change with no new event",
    gravity.summary === "mean"
      ? "Gravity is a mean, which a less grave event lowers: what is left after decay has no sign to rely on"
      : "What is left after decay is what new events added, never below 0: it cannot show an improvement",
    "The fixed windows leave recency out and are of one length; people selected for recent events fall in them by themselves",
    ...(hasOthers
      ? []
      : ["There are no people not selected to compare with, so the change says nothing of the programme"]),
  ];
}
