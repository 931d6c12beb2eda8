import {
  type Baseline,
  type Columns,
  isPresent,
  type Outcomes,
  outcomeFor,
  parseIsoDate,
  type StudyPlan,
  windowDefinition,
  windowEdges,
} from "@likewise/schema";
import { type StagesReached, stagesReached } from "../pathway/stages-reached.ts";
import { dayAt, textAt } from "../people/fields.ts";
import { type People, readPeople, unitsOfRows } from "../people/people.ts";

/** A person analysed. */
export interface Member {
  readonly unit: number;
  /** null where the study has no dates. */
  readonly indexDay: number | null;
}

/** One event of a person as suspect or offender; null where the record does not say. */
export interface EventSeen {
  readonly day: number;
  readonly crime: boolean | null;
  readonly proactive: boolean | null;
}

/** What the arms are held against each other on. */
export interface CheckData {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly people: People;
  readonly arms: { readonly treated: readonly Member[]; readonly comparison: readonly Member[] };
  readonly stages: StagesReached;
  /** In order of day; null where the study brings no dated events. */
  readonly events: ReadonlyMap<number, readonly EventSeen[]> | null;
  /** Last day of follow-up of the outcome that decides. */
  readonly followedTo: (indexDay: number) => number;
  readonly extractDay: number | null;
  /** Whether the outcome that decides is known of a person. */
  readonly isKnown: (unit: number) => boolean;
  /** Time to the event or to the end of observation and whether the event happened, where the outcome has times. */
  readonly timed: (unit: number) => { readonly time: number; readonly happened: boolean } | null;
}

/** Without a window of its own an outcome is taken to look a year ahead, as reoffending is reported. */
const usualWindow = "recorded-12m";

/** Everything the checks read, gathered once; the outcome that decides is the plan's primary one, else its first. */
export function checkData(input: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  baseline: Baseline;
  outcomes: Outcomes;
}): CheckData {
  const { plan, tables, baseline, outcomes } = input;
  const people = readPeople(tables);
  const { unit, arm, indexDate } = baseline.table.columns;
  const members = Array.from(unit.values, (one, row) => ({
    unit: one,
    indexDay: isPresent(indexDate, row) ? indexDate.values[row]! : null,
    treated: arm.values[row] === 1,
  }));
  const deciding = plan.outcomes.find(({ primary }) => primary === true) ?? plan.outcomes[0];
  const made = deciding !== undefined && outcomes.table.columns.outcome.levels.includes(deciding.id);
  const values = made ? outcomeFor(outcomes, deciding.id, unit.values) : null;
  const rowOf = new Map(Array.from(unit.values, (one, row) => [one, row]));
  const window = windowDefinition(deciding?.window ?? usualWindow);
  return {
    plan,
    tables,
    people,
    arms: {
      treated: members.filter(({ treated }) => treated),
      comparison: members.filter(({ treated }) => !treated),
    },
    stages: stagesReached(tables, people),
    events: eventsSeen(tables.events, people),
    followedTo: (indexDay) => windowEdges(window, indexDay).upTo,
    extractDay: plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt),
    isKnown: (one) => values?.status[rowOf.get(one)!] === "observed",
    timed: (one) => {
      const row = rowOf.get(one)!;
      if (values === null || values.time === null || !isPresent(values.time, row)) return null;
      return { time: values.time.values[row]!, happened: values.value.values[row] === 1 };
    },
  };
}

function eventsSeen(table: Columns | undefined, people: People): Map<number, EventSeen[]> | null {
  if (table === undefined) return null;
  const { event_date, crime, proactive, role } = table.columns;
  const units = unitsOfRows(table, people);
  const seen = new Map<number, EventSeen[]>();
  units.forEach((unit, row) => {
    const day = dayAt(event_date, row);
    if (unit < 0 || day === null || textAt(role, row) === "victim") return;
    const own = seen.get(unit) ?? [];
    own.push({ day, crime: answer(textAt(crime, row)), proactive: answer(textAt(proactive, row)) });
    seen.set(unit, own);
  });
  for (const own of seen.values()) own.sort((a, b) => a.day - b.day);
  return seen;
}

function answer(text: string | null): boolean | null {
  return text === null ? null : text === "true";
}
