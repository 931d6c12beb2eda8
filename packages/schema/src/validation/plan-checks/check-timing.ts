import { parseIsoDate } from "../../calendar/days.ts";
import type { StudyPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { unknownName } from "./name-problems.ts";
import type { PlanNames } from "./plan-names.ts";

/** From which day people are followed, over which days they are exposed, and what is counted month by month. */
export function checkTiming(plan: StudyPlan, names: PlanNames): PlanProblem[] {
  return [
    ...checkRunChart(plan, names),
    ...checkThroughput(plan),
    ...checkExposure("landmarks", plan, names),
    ...checkExposure("exposure", plan, names),
    ...checkPseudoStarts(plan, names),
  ];
}

function checkRunChart({ cohort, outcomes }: StudyPlan, names: PlanNames): PlanProblem[] {
  const { runChart } = cohort;
  if (runChart === undefined) return [];
  const path = "cohort.runChart";
  const usable = outcomes.filter(
    ({ from = "events", basis }) => from === "events" && (basis === "recorded-crime" || basis === "incident"),
  );
  const what = "an outcome of recorded crime or incidents from events";
  const known = usable.map(({ id }) => id);
  return [
    ...needsTable(path, "events", names),
    ...(runChart.entry === undefined && cohort.indexDate == null
      ? [{ path, message: "expected entry, or cohort.indexDate to enter at, found neither" }]
      : []),
    ...(runChart.entry !== undefined || runChart.exits !== undefined ? needsTable(path, "stages", names) : []),
    ...(runChart.outcome !== undefined
      ? unknownName(`${path}.outcome`, what, runChart.outcome, known)
      : known.length === 0
        ? [{ path, message: `expected ${what}, found none` }]
        : []),
  ];
}

function checkThroughput({ cohort: { throughput = [] } }: StudyPlan): PlanProblem[] {
  return throughput.flatMap(({ from, to }, index) => {
    const path = `cohort.throughput[${index}]`;
    const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
    return [
      ...(first === null ? [{ path: `${path}.from`, message: `expected a day as 2024-01-31, found "${from}"` }] : []),
      ...(last === null ? [{ path: `${path}.to`, message: `expected a day as 2024-01-31, found "${to}"` }] : []),
      ...(first !== null && last !== null && first > last
        ? [{ path: `${path}.to`, message: `expected a day on or after from (${from}), found "${to}"` }]
        : []),
    ];
  });
}

/** A day after the index date can be said only of an outcome with times, and of dated stages. */
function checkExposure(
  key: "landmarks" | "exposure",
  { cohort, outcomes }: StudyPlan,
  names: PlanNames,
): PlanProblem[] {
  const asked = cohort[key] ?? [];
  if (asked.length === 0) return [];
  const timed = outcomes.filter(({ kind }) => kind === "time-to-event").map(({ id }) => id);
  return [
    ...needsTable(`cohort.${key}`, "stages", names),
    ...needsIndexDate(`cohort.${key}`, cohort),
    ...asked.flatMap(({ outcome }, index) =>
      unknownName(`cohort.${key}[${index}].outcome`, "an outcome of kind time-to-event", outcome, timed),
    ),
  ];
}

function checkPseudoStarts({ cohort }: StudyPlan, names: PlanNames): PlanProblem[] {
  if (cohort.pseudoStarts === undefined) return [];
  const path = "cohort.pseudoStarts";
  const needs = [...needsTable(path, "stages", names), ...needsIndexDate(path, cohort)];
  if (cohort.arms !== undefined) return needs;
  return [
    ...needs,
    { path, message: "expected cohort.arms, whose treated people's delays are drawn from, found none" },
  ];
}

function needsIndexDate(path: string, { indexDate }: StudyPlan["cohort"]): PlanProblem[] {
  return indexDate == null ? [{ path, message: "expected cohort.indexDate, found none" }] : [];
}

function needsTable(path: string, table: string, names: PlanNames): PlanProblem[] {
  return names.fields.has(table) ? [] : [{ path, message: `expected a table ${table}, found none` }];
}
