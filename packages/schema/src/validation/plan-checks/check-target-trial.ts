import type { Cohort, ComparisonPlan, TargetTrialStrategy } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { repeatedIds, unknownName } from "./name-problems.ts";

/** Strategies that can be told apart and are declared, from the day the cohort starts on, over whole intervals. */
export function checkTargetTrial(path: string, { targetTrial }: ComparisonPlan, cohort: Cohort): PlanProblem[] {
  if (targetTrial === undefined) return [];
  const { strategies, graceDays, timeZero, horizonDays, intervalDays = 1 } = targetTrial;
  const here = `${path}.targetTrial`;
  const [first, second] = strategies;
  const rules = (cohort.completion ?? [{ id: "service-rule" }]).map(({ id }) => id);
  return [
    ...repeatedIds(
      `${here}.strategies`,
      strategies.map(({ id }) => id),
    ),
    ...strategies.flatMap((strategy, index) => checkStrategy(`${here}.strategies[${index}]`, strategy, rules)),
    ...(isSame(first, second)
      ? [{ path: `${here}.strategies`, message: "expected two strategies, found the same one twice" }]
      : []),
    ...(timeZero === cohort.indexDate
      ? []
      : [
          {
            path: `${here}.timeZero`,
            message: `expected cohort.indexDate (${cohort.indexDate ?? "none"}), as everybody is followed from one day, found "${timeZero}"`,
          },
        ]),
    ...(graceDays % intervalDays === 0
      ? []
      : [
          {
            path: `${here}.intervalDays`,
            message: `expected a divisor of graceDays (${graceDays}), found ${intervalDays}`,
          },
        ]),
    ...(horizonDays > graceDays
      ? []
      : [
          {
            path: `${here}.horizonDays`,
            message: `expected more than graceDays (${graceDays}), as until then nobody differs, found ${horizonDays}`,
          },
        ]),
  ];
}

function checkStrategy(path: string, { completed, sessions }: TargetTrialStrategy, rules: readonly string[]) {
  if ((completed === undefined) === (sessions === undefined)) {
    const found = completed === undefined ? "neither" : "both";
    return [{ path, message: `expected either completed or sessions, found ${found}` }];
  }
  return completed === undefined
    ? []
    : unknownName(`${path}.completed`, "a rule of cohort.completion", completed, rules);
}

function isSame(first: TargetTrialStrategy, second: TargetTrialStrategy): boolean {
  return (
    first.completed === second.completed &&
    first.sessions === second.sessions &&
    (first.not ?? false) === (second.not ?? false)
  );
}
