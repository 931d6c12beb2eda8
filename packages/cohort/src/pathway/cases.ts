import { type Columns, isoDate, naturalOrder, parseIsoDate, type StudyPlan } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";
import { type People, readPeople, unitsOfRows } from "../people/people.ts";
import { readOnce } from "../people/read-once.ts";
import { rowOrder } from "../people/row-order.ts";
import { type Departure, departures } from "./case-states.ts";
import { type PathwayStep, pathwaySteps } from "./funnel-steps.ts";
import { providerNames } from "./provider-names.ts";
import { type StagesReached, stagesReached } from "./stages-reached.ts";

type Tables = Readonly<Record<string, Columns>>;

/** Everyone referred, how far they came and whether they are still there: what every part of the pathway counts. */
export interface Cases {
  readonly plan: StudyPlan;
  readonly tables: Tables;
  readonly people: People;
  /** Extract date, whole days since 1970-01-01; null when the plan has none. */
  readonly asAt: number | null;
  /** Units referred, ascending. */
  readonly members: readonly number[];
  readonly reached: StagesReached;
  readonly departure: Departure;
  /** Steps that occur, in order. */
  readonly steps: readonly PathwayStep[];
  /** Row of a person's first referral; -1 without. */
  readonly referralRow: (unit: number) => number;
}

/**
 * The cases of a study. A person is one case, as at their first referral: of one day the first by natural order of what
 * the rows say.
 */
export function readCases({ plan, tables }: { plan: StudyPlan; tables: Tables }): Cases {
  return casesOf(tables)(plan);
}

const casesOf = readOnce((tables: Tables) => readOnce((plan: StudyPlan) => casesRead(plan, tables)));

function casesRead(plan: StudyPlan, tables: Tables): Cases {
  const people = readPeople(tables);
  const reached = stagesReached(tables, people);
  const rows = firstReferrals(tables.referrals, people);
  return {
    plan,
    tables,
    people,
    asAt: plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt),
    members: [...(reached.get("referred")?.keys() ?? [])].sort((a, b) => a - b),
    reached,
    departure: departures(plan, tables, people, reached),
    steps: plan.cohort.funnel?.steps ?? pathwaySteps.filter(({ stage }) => reached.has(stage)),
    referralRow: (unit) => rows.get(unit) ?? -1,
  };
}

/** Day a person reached a stage; null where it has no day, undefined where it is not recorded. */
export function dayReached({ reached }: Cases, stage: string, unit: number): number | null | undefined {
  return reached.get(stage)?.get(unit)?.day;
}

/** Which level of a breakdown a person is in; null where it is not recorded. */
export type LevelReader = (unit: number) => string | null;

/**
 * Reads one level a person: `referral-month`, `provider` under the name it has now, or a field of people or of the first
 * referral. Codes such as unknown and prefer-not-to-say are levels of their own.
 *
 * @param by `referral-month`, `people.field` or `referrals.field`
 * @returns null when the field is not in the data
 */
export function levelReader(cases: Cases, by: string): LevelReader | null {
  const { people, tables, referralRow, plan } = cases;
  if (by === "referral-month") {
    return (unit) => {
      const day = dayReached(cases, "referred", unit) ?? null;
      return day === null ? null : isoDate(day).slice(0, 7);
    };
  }
  const [tableName, field] = by.split(".") as [string, string?];
  const column = field === undefined ? undefined : tables[tableName]?.columns[field];
  if (column === undefined) return null;
  if (tableName === "people") return (unit) => textAt(column, people.rows[unit]!);
  if (tableName !== "referrals") return null;
  const named = field === "provider" ? providerNames(plan) : (name: string) => name;
  return (unit) => {
    const row = referralRow(unit);
    const text = row === -1 ? null : textAt(column, row);
    return text === null ? null : named(text);
  };
}

/** Members by level, in natural order of levels; those without one last, under null. */
export function byLevel(members: readonly number[], levelOf: LevelReader): Map<string | null, number[]> {
  const groups = new Map<string | null, number[]>();
  for (const unit of members) {
    const level = levelOf(unit);
    const group = groups.get(level);
    if (group === undefined) groups.set(level, [unit]);
    else group.push(unit);
  }
  const levels = [...groups.keys()].sort((a, b) =>
    a === null || b === null ? Number(a === null) - Number(b === null) : naturalOrder(a, b),
  );
  return new Map(levels.map((level) => [level, groups.get(level)!]));
}

function firstReferrals(referrals: Columns | undefined, people: People): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  if (referrals === undefined) return rows;
  const units = unitsOfRows(referrals, people);
  const order = rowOrder(referrals, referrals.columns.referral_date);
  for (let row = 0; row < units.length; row++) {
    const unit = units[row]!;
    if (unit < 0) continue;
    const standing = rows.get(unit);
    if (standing === undefined || order(row, standing) < 0) rows.set(unit, row);
  }
  return rows;
}

/** First day of a date field by unit, of rows that pass. */
export function firstDays(
  table: Columns | undefined,
  field: string,
  people: People,
  passes: (row: number) => boolean = () => true,
): Map<number, number> {
  const first = new Map<number, number>();
  const column = table?.columns[field];
  if (table === undefined || column === undefined) return first;
  const units = unitsOfRows(table, people);
  for (let row = 0; row < units.length; row++) {
    const day = dayAt(column, row);
    const unit = units[row]!;
    if (unit < 0 || day === null || !passes(row)) continue;
    first.set(unit, Math.min(day, first.get(unit) ?? day));
  }
  return first;
}
