import type { Linkage, StudyPlan, TableSource } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { unknownName, unknownNames } from "./name-problems.ts";
import type { PlanNames } from "./plan-names.ts";

/** Each linkage is of a table the plan brings, by identifiers that both sides have, and blocks leave something to compare. */
export function checkLinkage(plan: StudyPlan, names: PlanNames): PlanProblem[] {
  const { tables, linkage = [] } = plan.data;
  return linkage.flatMap((one, index) => {
    const path = `data.linkage[${index}]`;
    const others = Object.keys(tables).filter((table) => table !== "people");
    const unknown = unknownName(`${path}.table`, "a table the plan brings, other than people", one.table, others);
    if (unknown.length > 0) return unknown;
    if (linkage.findIndex(({ table }) => table === one.table) !== index) {
      return [{ path: `${path}.table`, message: `expected each table once, found "${one.table}" again` }];
    }
    return [
      ...checkPerson(path, one, tables[one.table]!),
      ...checkIdentifiers(path, one, tables),
      ...checkProbabilistic(path, one),
      ...checkGroups(path, one, plan, names),
    ];
  });
}

/** A table with ids of its own needs no linkage, and a linkage without a rule links nothing. */
function checkPerson(path: string, { rules, probabilistic, table }: Linkage, source: TableSource): PlanProblem[] {
  const problems: PlanProblem[] = [];
  if (Object.hasOwn(source.columns, "person") || Object.hasOwn(source.constants ?? {}, "person")) {
    const message = "expected no person, which the linkage gives, found one";
    problems.push({ path: `data.tables.${table}.columns.person`, message });
  }
  if ((rules ?? []).length === 0 && probabilistic === undefined) {
    problems.push({ path, message: "expected rules or probabilistic, found neither" });
  }
  return problems;
}

function checkIdentifiers(path: string, one: Linkage, tables: StudyPlan["data"]["tables"]): PlanProblem[] {
  const has = (table: string) => Object.keys(tables[table]!.identifiers ?? {});
  const both = has(one.table).filter((role) => has("people").includes(role));
  const what = `an identifier that both people and ${one.table} map under identifiers`;
  const { probabilistic, rules } = one;
  return [
    ...(rules ?? []).flatMap((rule, at) => unknownNames(`${path}.rules[${at}]`, what, rule, both)),
    ...unknownNames(`${path}.probabilistic.compare`, what, probabilistic?.compare, both),
    ...(probabilistic?.blocks ?? []).flatMap((block, at) =>
      unknownNames(`${path}.probabilistic.blocks[${at}]`, what, block, both),
    ),
  ];
}

function checkProbabilistic(path: string, { probabilistic }: Linkage): PlanProblem[] {
  if (probabilistic === undefined) return [];
  const at = `${path}.probabilistic`;
  const { compare, blocks, accept, review } = probabilistic;
  const repeated = compare.findIndex((role, index) => compare.indexOf(role) !== index);
  return [
    ...(review > accept
      ? [{ path: `${at}.review`, message: `expected a probability of accept (${accept}) or less, found ${review}` }]
      : []),
    ...(repeated === -1
      ? []
      : [
          {
            path: `${at}.compare[${repeated}]`,
            message: `expected each identifier once, found ${compare[repeated]} again`,
          },
        ]),
    ...blocks.flatMap((block, index) => {
      const left = compare.filter((role) => !block.includes(role));
      if (left.length >= 3) return [];
      const message = `expected a block that leaves at least three identifiers to compare, found one that leaves ${left.length}`;
      return [{ path: `${at}.blocks[${index}]`, message }];
    }),
  ];
}

/** Match rates are shown by codes: a rate for each day or amount would be about single people. */
function checkGroups(path: string, { groups }: Linkage, plan: StudyPlan, names: PlanNames): PlanProblem[] {
  const fields = (names.fields.get("people") ?? []).filter((field) => field !== "person");
  return [
    ...unknownNames(`${path}.groups`, "a field of people", groups, fields),
    ...(groups ?? []).flatMap((field, index) => {
      const column = plan.data.tables.people!.covariates?.[field];
      const type = typeof column === "object" ? column.type : undefined;
      if (type !== "date" && type !== "money" && type !== "number" && type !== "percent") return [];
      return [
        { path: `${path}.groups[${index}]`, message: `expected a field that holds codes, found ${field}, a ${type}` },
      ];
    }),
  ];
}
