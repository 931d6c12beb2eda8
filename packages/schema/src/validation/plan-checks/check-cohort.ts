import type { Cohort, StudyPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { checkWindow } from "./check-window.ts";
import { repeatedIds, unknownName, unknownNames } from "./name-problems.ts";
import { declaredField, type PlanNames, splitReference } from "./plan-names.ts";

/** Arms, index date and eligibility name fields the plan maps; baseline windows end at or before the index date. */
export function checkCohort(plan: StudyPlan, names: PlanNames): PlanProblem[] {
  const { cohort } = plan;
  return [
    ...checkArms(cohort, names),
    ...checkIndexDate(cohort, names),
    ...checkEligibility(cohort, names),
    ...checkFunnel(cohort, names),
    ...checkBaseline(cohort, names),
  ];
}

function checkArms({ arms }: Cohort, names: PlanNames): PlanProblem[] {
  if (arms === undefined) return [];
  const path = "cohort.arms";
  const values = declaredField(names, arms.from)?.values;
  const shared = arms.treated.filter((value) => arms.comparison.includes(value));
  return [
    ...mappedReference(`${path}.from`, arms.from, names),
    ...(values ? unknownNames(`${path}.treated`, `a value of ${arms.from}`, arms.treated, values) : []),
    ...(values ? unknownNames(`${path}.comparison`, `a value of ${arms.from}`, arms.comparison, values) : []),
    ...shared.map((value) => ({
      path: `${path}.comparison`,
      message: `expected values that are not treated ones, found "${value}" in both`,
    })),
  ];
}

function checkIndexDate({ indexDate }: Cohort, names: PlanNames): PlanProblem[] {
  if (indexDate === undefined || indexDate === null) return [];
  const path = "cohort.indexDate";
  const field = declaredField(names, indexDate);
  if (field === null || field.type === "date") return mappedReference(path, indexDate, names);
  return [{ path, message: `expected a field that is a date, found ${indexDate}, a ${field.type}` }];
}

function checkEligibility({ eligibility, baseline }: Cohort, names: PlanNames): PlanProblem[] {
  const baselineIds = (baseline ?? []).map(({ id }) => id);
  return (eligibility ?? []).flatMap((rule, index) => {
    const path = `cohort.eligibility[${index}]`;
    const field = rule.field.includes(".")
      ? mappedReference(`${path}.field`, rule.field, names)
      : unknownName(`${path}.field`, "table.field or a baseline id", rule.field, baselineIds);
    const condition =
      rule.in === undefined && rule.min === undefined && rule.max === undefined
        ? [{ path, message: "expected a condition (in, min or max), found none" }]
        : [];
    const empty =
      rule.min !== undefined && rule.max !== undefined && rule.min > rule.max
        ? [{ path: `${path}.max`, message: `expected a number of min (${rule.min}) or more, found ${rule.max}` }]
        : [];
    return [...field, ...condition, ...empty];
  });
}

function checkFunnel({ funnel }: Cohort, names: PlanNames): PlanProblem[] {
  if (funnel === undefined) return [];
  const stages = (funnel.steps ?? []).map(({ stage }) => stage);
  const repeated = stages.flatMap((stage, index) =>
    stages.indexOf(stage) === index
      ? []
      : [{ path: `cohort.funnel.steps[${index}].stage`, message: `expected each stage once, found "${stage}" again` }],
  );
  if (funnel.from === undefined || funnel.from === "treated" || funnel.from === "comparison") return repeated;
  return [
    ...repeated,
    ...unknownName("cohort.funnel.from", "an arm or a table the plan brings", funnel.from, [...names.fields.keys()]),
  ];
}

function checkBaseline({ baseline }: Cohort, names: PlanNames): PlanProblem[] {
  const rows = baseline ?? [];
  const events = names.fields.get("events");
  const missing =
    rows.length > 0 && events === undefined
      ? [{ path: "cohort.baseline", message: "expected a table events to work these out from, found none" }]
      : [];
  return [
    ...missing,
    ...repeatedIds(
      "cohort.baseline",
      rows.map(({ id }) => id),
    ),
    ...rows.flatMap((row, index) => {
      const path = `cohort.baseline[${index}]`;
      return [
        ...checkWindow(`${path}.window`, row.window, "before"),
        ...(events === undefined ? [] : needsDomesticFlag(`${path}.events`, row.events, events)),
        ...(names.fields.get("people")?.includes(row.id)
          ? [{ path: `${path}.id`, message: `expected an id that is not a field of people, found "${row.id}"` }]
          : []),
      ];
    }),
  ];
}

function needsDomesticFlag(path: string, events: string, mapped: readonly string[]): PlanProblem[] {
  if (events !== "domestic" || mapped.includes("domestic")) return [];
  return [
    { path, message: "expected data.tables.events to map domestic, which tells these events, found it unmapped" },
  ];
}

function mappedReference(path: string, reference: string, names: PlanNames): PlanProblem[] {
  const [table, field] = splitReference(reference);
  const fields = names.fields.get(table);
  if (fields === undefined) {
    return unknownName(path, "table.field with a table the plan brings", table, [...names.fields.keys()]);
  }
  return unknownName(path, `table.field with a field mapped for ${table}`, field, fields);
}
