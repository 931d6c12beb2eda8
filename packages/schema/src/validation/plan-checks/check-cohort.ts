import type { Cohort, StudyPlan } from "../../generated/types.ts";
import { covariatesOfPeople, reservedNames } from "../../records/covariate-names.ts";
import { recordSchema, recordTables } from "../../records/record-schema.ts";
import type { PlanProblem } from "../check-shape.ts";
import { checkLabelWindow } from "./check-label-window.ts";
import { checkPathway } from "./check-pathway.ts";
import { checkSelection } from "./check-selection.ts";
import { checkWindow } from "./check-window.ts";
import { checkWork } from "./check-work.ts";
import { repeatedIds, unknownName, unknownNames } from "./name-problems.ts";
import { declaredField, type PlanNames, splitReference } from "./plan-names.ts";

/** Arms, index date and eligibility name fields the plan maps; baseline windows end at or before the index date. */
export function checkCohort(plan: StudyPlan, names: PlanNames): PlanProblem[] {
  const { cohort } = plan;
  return [
    ...checkUnit(cohort),
    ...checkArms(cohort, names),
    ...checkIndexDate(cohort, names),
    ...checkEligibility(cohort, names),
    ...checkFunnel(cohort),
    ...checkBaseline(cohort, names),
    ...checkPathway(cohort, names),
    ...checkSelection(plan, names),
    ...checkWork(cohort),
  ];
}

function checkUnit({ unit }: Cohort): PlanProblem[] {
  if (unit === undefined || unit === "person") return [];
  return [
    { path: "cohort.unit", message: `expected person, the only unit that can be followed so far, found "${unit}"` },
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

function checkEligibility(cohort: Cohort, names: PlanNames): PlanProblem[] {
  const { eligibility } = cohort;
  return (eligibility ?? []).flatMap((rule, index) => {
    const path = `cohort.eligibility[${index}]`;
    const field = rule.field.includes(".")
      ? [
          ...mappedReference(`${path}.field`, rule.field, names),
          ...knownAtIndex(`${path}.field`, rule.field, cohort, names),
        ]
      : unknownName(`${path}.field`, "table.field or a covariate", rule.field, names.covariates);
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

/** Eligibility reads what was known at the index date, which only dated rows can show. */
function knownAtIndex(path: string, reference: string, { arms, indexDate }: Cohort, names: PlanNames): PlanProblem[] {
  const [table] = splitReference(reference);
  if (table === "people" || !recordTables.includes(table) || !names.fields.has(table)) return [];
  if (indexDate === undefined || indexDate === null) {
    if (arms?.from.startsWith(`${table}.`)) return [];
    return [
      { path, message: `expected cohort.indexDate, by which rows of ${table} count as known before, found none` },
    ];
  }
  const { date } = recordSchema(table);
  const datedByIndex = indexDate.startsWith(`${table}.`);
  if (datedByIndex || (date !== null && names.fields.get(table)!.includes(date))) return [];
  const why = date === null ? `rows of ${table} have no date` : `${date} of ${table} is not mapped`;
  return [{ path, message: `expected a table whose rows are dated, found ${reference}: ${why}` }];
}

function checkFunnel({ funnel }: Cohort): PlanProblem[] {
  if (funnel === undefined) return [];
  const stages = (funnel.steps ?? []).map(({ stage }) => stage);
  return stages.flatMap((stage, index) =>
    stages.indexOf(stage) === index
      ? []
      : [{ path: `cohort.funnel.steps[${index}].stage`, message: `expected each stage once, found "${stage}" again` }],
  );
}

function checkBaseline(cohort: Cohort, names: PlanNames): PlanProblem[] {
  const rows = cohort.baseline ?? [];
  const events = names.fields.get("events");
  const ofPeople = names.fields.get("people") ?? [];
  const taken = [...reservedNames, ...ofPeople, ...covariatesOfPeople(ofPeople, cohort).derived];
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
        ...checkLabelWindow(path, row.label, row.window, "before"),
        ...(events === undefined ? [] : needsDomesticFlag(`${path}.events`, row.events, events)),
        ...(taken.includes(row.id)
          ? [
              {
                path: `${path}.id`,
                message: `expected an id that is not a field of people or worked out from one, found "${row.id}"`,
              },
            ]
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
