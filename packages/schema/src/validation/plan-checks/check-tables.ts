import type { StudyPlan, TableSource } from "../../generated/types.ts";
import { reservedNames } from "../../records/covariate-names.ts";
import { type RecordField, recordFields, recordTables } from "../../records/record-schema.ts";
import type { PlanProblem } from "../check-shape.ts";
import { closest } from "../closest.ts";
import { unknownName, unknownNames } from "./name-problems.ts";

/** Tables are records, their fields are fields of the record, and what a record requires is there. */
export function checkTables(plan: StudyPlan): PlanProblem[] {
  const { tables, linkage = [] } = plan.data;
  return Object.entries(tables).flatMap(([table, source]) => {
    const isLinked = linkage.some((one) => one.table === table);
    const path = `data.tables.${table}`;
    if (!recordTables.includes(table)) return unknownName(path, "a table of data-schemas", table, recordTables);
    return [
      ...checkFields(path, table, source),
      ...checkRequired(path, table, source, tables.people!, isLinked),
      ...checkKey(path, source, isLinked),
      ...checkReading(path, table, source),
      ...checkCovariates(path, table, source),
      ...checkCoverage(path, source),
    ];
  });
}

function checkFields(path: string, table: string, source: TableSource): PlanProblem[] {
  const fields = recordFields(table);
  const known = fields.map(({ name }) => name);
  const mapped = Object.keys(source.columns);
  const constants = Object.entries(source.constants ?? {});
  return [
    ...mapped.flatMap((field) => unknownField(`${path}.columns.${field}`, table, field, known)),
    ...constants.flatMap(([field]) => unknownField(`${path}.constants.${field}`, table, field, known)),
    ...constants.flatMap(([field, value]) => {
      const at = `${path}.constants.${field}`;
      if (mapped.includes(field)) {
        return [{ path: at, message: "expected a field that is not mapped to a column too, found it in both" }];
      }
      return constantFits(
        at,
        fields.find(({ name }) => name === field),
        value,
      );
    }),
  ];
}

function unknownField(path: string, table: string, field: string, known: readonly string[]): PlanProblem[] {
  if (known.includes(field)) return [];
  const hint = table === "people" && closest(field, known) === null ? "; map other covariates under covariates" : "";
  return unknownName(path, `a field of ${table}`, field, known).map((problem) => ({
    ...problem,
    message: problem.message + hint,
  }));
}

function constantFits(path: string, field: RecordField | undefined, value: string | number | boolean): PlanProblem[] {
  if (field?.values === undefined || typeof value !== "string") return [];
  return unknownName(path, `one of ${field.values.join(", ")}`, value, field.values);
}

/** Without a person column a linkage gives it, or the row number is the id, which only tables of the files of people can share. */
function checkRequired(
  path: string,
  table: string,
  source: TableSource,
  people: TableSource,
  isLinked: boolean,
): PlanProblem[] {
  const given = (field: string, of: TableSource) =>
    Object.hasOwn(of.columns, field) || Object.hasOwn(of.constants ?? {}, field);
  const fields = recordFields(table);
  const known = fields.map(({ name }) => name);
  // A misspelt field is one mistake: its suggestion is enough.
  const meant = Object.keys(source.columns).flatMap((field) => (known.includes(field) ? [] : [closest(field, known)]));
  return fields.flatMap(({ name, required, description }) => {
    if (!required || given(name, source) || meant.includes(name)) return [];
    if (name !== "person") {
      return [{ path: `${path}.columns.${name}`, message: `expected a column (${description}), found nothing` }];
    }
    if (table === "people" || isLinked) return [];
    const sameRows = source.files.join("\n") === people.files.join("\n");
    if (!given("person", people) && sameRows) return [];
    const why = "row numbers serve as ids only where people has none either and the files are the same";
    return [{ path: `${path}.columns.person`, message: `expected a column of person ids, found nothing; ${why}` }];
  });
}

/** Ids alone can be evened out, only what a row can do without may be missing, and numbers alone have limits. */
function checkReading(path: string, table: string, source: TableSource): PlanProblem[] {
  const fields = new Map(recordFields(table).map((field) => [field.name, field]));
  const columns = [
    ...Object.entries(source.columns).map(([name, plan]) => ({
      at: `${path}.columns.${name}`,
      plan,
      field: fields.get(name),
    })),
    ...Object.entries(source.covariates ?? {}).map(([name, plan]) => ({
      at: `${path}.covariates.${name}`,
      plan,
      field: null,
    })),
  ];
  return columns.flatMap(({ at, plan, field }) => {
    if (typeof plan === "string" || field === undefined) return [];
    const problems: PlanProblem[] = [];
    if (plan.normalise !== undefined && field?.isId !== true) {
      problems.push({
        path: `${at}.normalise`,
        message: "expected a column of ids, which alone are evened out, found another",
      });
    }
    if (plan.unreadable === "missing" && (field?.required === true || field?.isId === true)) {
      problems.push({
        path: `${at}.unreadable`,
        message: "expected a column a row can do without, found one that is required or an id",
      });
    }
    const type = plan.type ?? field?.type;
    const counts = type === undefined || ["integer", "number", "money", "percent"].includes(type);
    if (!counts && (plan.minimum !== undefined || plan.maximum !== undefined)) {
      problems.push({
        path: `${at}.${plan.minimum === undefined ? "maximum" : "minimum"}`,
        message: `expected a column of numbers, found ${type}`,
      });
    }
    if (plan.minimum !== undefined && plan.maximum !== undefined && plan.minimum > plan.maximum) {
      problems.push({
        path: `${at}.maximum`,
        message: `expected a number of minimum (${plan.minimum}) or more, found ${plan.maximum}`,
      });
    }
    return problems;
  });
}

function checkKey(path: string, source: TableSource, isLinked: boolean): PlanProblem[] {
  const given = isLinked ? ["person"] : [];
  const mapped = [...given, ...Object.keys(source.columns), ...Object.keys(source.constants ?? {})];
  return unknownNames(`${path}.key`, "a field this table maps", source.key, mapped);
}

/** Further covariates may be called like a field of people that is not mapped, so that new fields break no plan. */
function checkCovariates(path: string, table: string, source: TableSource): PlanProblem[] {
  const names = Object.keys(source.covariates ?? {});
  if (names.length > 0 && table !== "people") {
    return [
      { path: `${path}.covariates`, message: `expected covariates under people only, found them under ${table}` },
    ];
  }
  const mapped = [...Object.keys(source.columns), ...Object.keys(source.constants ?? {})];
  return names.flatMap((name) => {
    const at = `${path}.covariates.${name}`;
    if (name.trim() === "" || name.includes("\0")) {
      return [{ path: `${path}.covariates`, message: "expected a name for each covariate, found a blank one" }];
    }
    if (reservedNames.includes(name)) {
      return [{ path: at, message: `expected a name other than ${reservedNames.join(", ")}, found "${name}"` }];
    }
    return mapped.includes(name)
      ? [{ path: at, message: `expected a name that is not mapped already, found "${name}"` }]
      : [];
  });
}

function checkCoverage(path: string, { coverage }: TableSource): PlanProblem[] {
  if (coverage?.from === undefined || coverage.to === undefined || coverage.from <= coverage.to) return [];
  return [
    { path: `${path}.coverage.to`, message: `expected a day on or after ${coverage.from}, found ${coverage.to}` },
  ];
}
