import {
  type Baseline,
  type Columns,
  type Courses,
  categoryColumn,
  columnsOf,
  Failure,
  integerColumn,
  isPresent,
  type NumberColumn,
  numberColumn,
  type Outcomes,
  outcomeFor,
  type TableOutcome,
  type TargetTrialPlan,
} from "@likewise/schema";
import type { CompareOptions } from "../commands/compare.ts";
import { flagNumber } from "./flag-number.ts";

const flags = ["completed-at", "sessions-at", "sessions", "left-at", "grace-days", "interval-days"] as const;

/** Columns of the file that say when people got somewhere: days, and nothing to compare. */
export function courseColumns({ completedAt, sessionsAt, leftAt }: CompareOptions): string[] {
  return [completedAt, sessionsAt, leftAt].filter((name) => name !== undefined);
}

/**
 * As numbers of the file that no covariate may be: what came after the start is read as an outcome is. Where nobody left
 * there is nothing to read.
 *
 * @throws Failure data when nobody got there
 */
export function courseOutcomes(options: CompareOptions, table: Columns): TableOutcome[] {
  const isEmpty = (name: string) =>
    table.columns[name]!.values.every((_, row) => !isPresent(table.columns[name]!, row));
  const milestone = options.completedAt ?? options.sessionsAt;
  if (milestone !== undefined && isEmpty(milestone)) {
    const flag = options.completedAt === undefined ? "sessions-at" : "completed-at";
    throw new Failure(
      "data",
      `--${flag}: nobody has a day in ${milestone}, so nobody shows what getting there does; name the column that holds the days`,
    );
  }
  return courseColumns(options)
    .filter((name) => !isEmpty(name))
    .map((name) => ({ id: name, kind: "continuous", column: name }));
}

/**
 * The target trial that options of `compare` ask for: completing, or having so many sessions, within the grace period,
 * against not doing so.
 *
 * @returns undefined where none is asked for
 * @throws Failure usage when options lack what the trial needs
 */
export function targetTrialAsked(options: CompareOptions): TargetTrialPlan | undefined {
  const { completedAt, sessionsAt, sessions, time } = options;
  const typed = flags.filter((flag) => options[flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]);
  if (typed.length === 0) return undefined;
  const [milestone] = [completedAt, sessionsAt].filter((name) => name !== undefined);
  if (milestone === undefined) {
    throw new Failure("usage", `--${typed[0]}: goes with --completed-at or --sessions-at, the day people got there`);
  }
  if (completedAt !== undefined && sessionsAt !== undefined) {
    throw new Failure("usage", "--sessions-at: expected one of --completed-at and --sessions-at, found both");
  }
  if ((sessionsAt === undefined) !== (sessions === undefined)) {
    throw new Failure("usage", "--sessions-at: goes with --sessions, the number of sessions had on that day");
  }
  if (time === undefined) {
    throw new Failure(
      "usage",
      `--${completedAt === undefined ? "sessions" : "completed"}-at: goes with --time and --event, as people are followed from their start`,
    );
  }
  const [graceDays, horizonDays] = [needed(options, "grace-days"), needed(options, "horizon")];
  const intervalDays = flagNumber("interval-days", options.intervalDays);
  if (horizonDays <= graceDays) {
    throw new Failure(
      "usage",
      `--horizon: expected more than --grace-days (${graceDays}), as until then nobody differs, found ${horizonDays}`,
    );
  }
  if (intervalDays !== undefined && graceDays % intervalDays !== 0) {
    throw new Failure(
      "usage",
      `--interval-days: expected a divisor of --grace-days (${graceDays}), found ${intervalDays}`,
    );
  }
  return {
    strategies: strategiesOf(flagNumber("sessions", sessions), milestone, graceDays),
    graceDays,
    timeZero: "entry (day 0)",
    horizonDays,
    ...(intervalDays === undefined ? {} : { intervalDays }),
  };
}

function needed(options: CompareOptions, flag: "grace-days" | "horizon"): number {
  const value = flagNumber(flag, flag === "horizon" ? options.horizon : options.graceDays);
  if (value !== undefined) return value;
  const means = flag === "horizon" ? "the day at which risks are read" : "the days in which people could get there";
  throw new Failure("usage", `--${flag}: needed with --completed-at and --sessions-at: ${means}`);
}

function strategiesOf(
  sessions: number | undefined,
  completed: string,
  graceDays: number,
): TargetTrialPlan["strategies"] {
  const within = `within ${graceDays} days`;
  if (sessions === undefined) {
    return [
      { id: "completed", label: `Complete ${within}`, completed },
      { id: "not-completed", label: `Do not complete ${within}`, completed, not: true },
    ];
  }
  return [
    { id: `sessions-${sessions}`, label: `Attend at least ${sessions} sessions ${within}`, sessions },
    { id: `fewer-than-${sessions}`, label: `Attend fewer than ${sessions} sessions ${within}`, sessions, not: true },
  ];
}

/**
 * The courses of the treated, from the columns named.
 *
 * Missing rule: no day means that the person did not get there, or did not leave.
 *
 * @throws Failure data when somebody got there or left before the start, or left before getting there
 */
export function coursesOfFile(
  options: CompareOptions,
  trial: TargetTrialPlan,
  { baseline, outcomes }: { readonly baseline: Baseline; readonly outcomes: Outcomes },
): Courses {
  const { unit, arm } = baseline.table.columns;
  const units = unit.values.filter((_, row) => arm.values[row] === 1);
  const daysOf = (flag: string, column: string) => {
    const { value } = outcomeFor(outcomes, column, units);
    requireFromStart(flag, column, value);
    return Array.from(value.values, (day, row) => (isPresent(value, row) ? day : null));
  };
  const milestone = options.completedAt ?? options.sessionsAt!;
  const reached = daysOf(options.completedAt === undefined ? "sessions-at" : "completed-at", milestone);
  const someoneLeft = options.leftAt !== undefined && outcomes.table.columns.outcome.levels.includes(options.leftAt);
  const left = someoneLeft ? daysOf("left-at", options.leftAt!) : reached.map(() => null);
  if (reached.some((day, row) => day !== null && left[row] != null && left[row] < day)) {
    throw new Failure(
      "data",
      `--left-at: nobody can have left before the day of ${milestone}, and in some rows somebody has; correct the days, or leave those people out`,
    );
  }
  const rows = trial.strategies.flatMap(({ id }) => reached.map((day, row) => ({ id, day, row })));
  return columnsOf({
    unit: integerColumn(rows.map(({ row }) => units[row]!)),
    strategy: categoryColumn(rows.map(({ id }) => id)),
    reachedDay: numberColumn(rows.map(({ day }) => day)),
    leftDay: numberColumn(rows.map(({ row }) => left[row]!)),
    unknown: categoryColumn(rows.map(() => null)),
  });
}

function requireFromStart(flag: string, column: string, days: NumberColumn): void {
  if (days.values.every((day, row) => day >= 0 || !isPresent(days, row))) return;
  throw new Failure(
    "data",
    `--${flag}: ${column} must be days after the start, 0 or more, and in some rows it comes before; correct the days, or leave those people out`,
  );
}
