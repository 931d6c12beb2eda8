import type { Cohort, StudyPlan } from "../../generated/types.ts";
import { protectedCharacteristicNamed } from "../../records/protected-characteristics.ts";
import type { PlanProblem } from "../check-shape.ts";
import { repeatedIds, unknownName, unknownNames } from "./name-problems.ts";
import { type PlanNames, splitReference } from "./plan-names.ts";

/** Scores that select use no protected characteristic; the log, reach, services and types of abuse name what is mapped. */
export function checkSelection(plan: StudyPlan, names: PlanNames): PlanProblem[] {
  const { cohort } = plan;
  return [
    ...checkScores(plan),
    ...checkLog(cohort, names),
    ...checkReach(cohort, names),
    ...checkServices(cohort, names),
    ...(cohort.typology === undefined ? [] : ofCase("cohort.typology.from", cohort.typology.from, names)),
    ...(cohort.delivered === undefined ? [] : mapped("cohort.delivered.from", cohort.delivered.from, names)),
  ];
}

function checkScores(plan: StudyPlan): PlanProblem[] {
  const scores = plan.cohort.scores ?? [];
  return [
    ...repeatedIds(
      "cohort.scores",
      scores.map(({ id }) => id),
    ),
    ...scores.flatMap(({ use = "selection", inputs = [] }, index) =>
      inputs.flatMap((input, at) => {
        const characteristic = protectedOf(plan, input);
        if (use !== "selection" || characteristic === null) return [];
        const found = `found "${input}" (${characteristic}), a protected characteristic`;
        return [
          {
            path: `cohort.scores[${index}].inputs[${at}]`,
            message: `expected no input people may not be selected by, ${found}`,
          },
        ];
      }),
    ),
  ];
}

/** By its own name, or by the header it is mapped from: another name does not make it another thing. */
function protectedOf({ data }: StudyPlan, input: string): string | null {
  const own = protectedCharacteristicNamed(input);
  if (own !== null) return own;
  const [table, field] = input.includes(".") ? splitReference(input) : ["people", input];
  const source = data.tables[table];
  const column = source?.covariates?.[field] ?? source?.columns[field];
  const header = typeof column === "string" ? column : column?.column;
  return header === undefined ? null : protectedCharacteristicNamed(header);
}

function checkLog({ selection, scores = [] }: Cohort, names: PlanNames): PlanProblem[] {
  if (selection === undefined) return [];
  const path = "cohort.selection";
  const known = scores.map(({ id }) => id);
  const score = scores.find(({ id }) => id === selection.score);
  return [
    ...(names.fields.has("selections")
      ? []
      : [{ path, message: "expected a table selections, the log it is about, found none" }]),
    ...(selection.score === undefined
      ? []
      : unknownName(`${path}.score`, "an id of cohort.scores", selection.score, known)),
    ...(score?.use === "description"
      ? [
          {
            path: `${path}.score`,
            message: `expected a score used to select, found "${score.id}", which only describes`,
          },
        ]
      : []),
    ...(selection.side !== undefined && selection.threshold === undefined
      ? [{ path: `${path}.threshold`, message: "expected the score the side is of, found none" }]
      : []),
  ];
}

function checkReach({ reach }: Cohort, names: PlanNames): PlanProblem[] {
  const fields = [...(names.fields.get("people") ?? [])];
  const known = fields.includes("birth_year") ? [...fields, "age"] : fields;
  const path = "cohort.reach";
  return [
    ...unknownNames(`${path}.characteristics`, "a field mapped for people", reach?.characteristics, known),
    ...Object.keys(reach?.references ?? {}).flatMap((field) =>
      unknownName(`${path}.references`, "a field mapped for people", field, known),
    ),
  ];
}

function checkServices({ services }: Cohort, names: PlanNames): PlanProblem[] {
  if (services === undefined) return [];
  const path = "cohort.services";
  return [
    ...ofCase(`${path}.offered`, services.offered, names),
    ...ofCase(`${path}.risk`, services.risk, names),
    ...repeatedIds(
      `${path}.list`,
      services.list.map(({ id }) => id),
    ),
    ...services.list.flatMap(({ rules = [] }, index) =>
      rules.flatMap((rule, at) => ofCase(`${path}.list[${index}].rules[${at}].field`, rule.field, names)),
    ),
  ];
}

/** A case is known by its person and its referral. */
function ofCase(path: string, reference: string, names: PlanNames): PlanProblem[] {
  const [table] = splitReference(reference);
  if (table === "people" || table === "referrals") return mapped(path, reference, names);
  return [{ path, message: `expected a field of people or referrals, found "${reference}"` }];
}

function mapped(path: string, reference: string, names: PlanNames): PlanProblem[] {
  const [table, field] = splitReference(reference);
  return unknownName(path, `a field mapped for ${table}`, field, names.fields.get(table) ?? []);
}
