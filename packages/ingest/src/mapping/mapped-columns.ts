import {
  type ColumnPlan,
  calendarDate,
  closest,
  Failure,
  type RecordField,
  type RecordSchema,
  reservedNames,
  type TableSource,
} from "@likewise/schema";
import { dateFormat } from "../values/date-formats.ts";
import type { Century } from "../values/read-date.ts";
import { holdsDates, type MappedColumn, type ReaderName, undeclared } from "./mapped-column.ts";

/**
 * The columns a table's plan asks for, joined with what the schema says of them: mapped fields, constants, covariates,
 * and the row number where people have no id. What is not here is not read.
 *
 * @param asAt   the extract date, whole days since 1970-01-01: the years of two digits hang on it
 * @param linked whether a linkage gives the table its person
 * @throws Failure `usage` when the plan names what does not exist, leaves out what is required, or declares a type that
 *   does not suit
 */
export function mappedColumns(
  schema: RecordSchema,
  source: TableSource,
  asAt: number | null = null,
  linked = false,
): readonly MappedColumn[] {
  const names = schema.fields.map(({ name }) => name);
  const constants = source.constants ?? {};
  const columns: MappedColumn[] = [];
  for (const name of [...Object.keys(source.columns), ...Object.keys(constants)]) {
    if (!names.includes(name)) throw new Failure("usage", unknownField(schema.table, name, names));
  }
  for (const field of schema.fields) {
    const mapped = source.columns[field.name];
    const constant = constants[field.name];
    if (mapped !== undefined && constant !== undefined) {
      throw new Failure("usage", `${schema.table}: ${field.name} is both mapped and constant; keep one`);
    }
    if (linked && field.name === "person") columns.push({ ...rowNumber(field), source: { kind: "linkage" } });
    else if (mapped !== undefined) columns.push(fieldColumn(schema, source, field, mapped));
    else if (constant !== undefined) columns.push(constantColumn(schema, source, field, String(constant)));
    else if (field.name === "person" && field.required) columns.push(rowNumber(field));
    else if (field.required) {
      throw new Failure("usage", `${schema.table}: ${field.name} is required and not mapped`);
    }
  }
  for (const [name, plan] of Object.entries(source.covariates ?? {})) {
    if (schema.table !== "people") throw new Failure("usage", `${schema.table}: only people can have covariates`);
    if (reservedNames.includes(name)) {
      throw new Failure("usage", `people: no covariate can have the name ${name}, which says who or when; rename it`);
    }
    if (Object.hasOwn(source.columns, name) || Object.hasOwn(constants, name)) {
      throw new Failure("usage", `people: covariate ${name} is mapped as a field already; rename it`);
    }
    columns.push(covariateColumn(source, name, plan));
  }
  return columns.map((column) => withCentury(schema, column, asAt));
}

function unknownField(table: string, name: string, names: readonly string[]): string {
  const near = closest(name, names);
  const hint = near === null ? `it can map ${names.join(", ")}` : `did you mean ${near}?`;
  return `${table} has no field ${name}; ${hint}`;
}

function fieldColumn(schema: RecordSchema, source: TableSource, field: RecordField, plan: ColumnPlan): MappedColumn {
  const details = detailsOf(plan);
  const declared = details.type;
  if (declared !== undefined && details.use !== "age" && !suitable(field, declared)) {
    throw new Failure(
      "usage",
      `${schema.table}: ${field.name} holds ${typeWords[field.type]}; type ${declared} does not suit it`,
    );
  }
  const heldAsDeclared = field.type === "text" && declared !== undefined && !field.isId;
  const reduced = reducedReader(schema.table, source, field.name, details.use);
  return {
    ...shared(source, field.name, plan),
    reader: reduced ?? declared ?? (field.name.endsWith("_pounds") ? "money" : field.type),
    type: heldAsDeclared ? heldType(declared) : field.type,
    required: field.required,
    isId: field.isId,
    isCovariate: false,
    values: field.values ?? null,
    ...limits(details, field),
  };
}

function covariateColumn(source: TableSource, name: string, plan: ColumnPlan): MappedColumn {
  const { type: declared, use } = detailsOf(plan);
  const reduced = use === "district" ? use : reducedReader("people", source, name, use);
  const type = reduced === null ? declared : "category";
  return {
    ...shared(source, name, plan),
    reader: reduced ?? (type === "text" ? "category" : (type ?? null)),
    type: type === undefined ? null : type === "text" ? "category" : heldType(type),
    required: false,
    isId: false,
    isCovariate: true,
    values: null,
    ...limits(detailsOf(plan), {}),
  };
}

function constantColumn(schema: RecordSchema, source: TableSource, field: RecordField, text: string): MappedColumn {
  return { ...fieldColumn(schema, source, field, {}), source: { kind: "constant", text } };
}

function rowNumber(field: RecordField): MappedColumn {
  const source = { kind: "row-number" } as const;
  return { ...undeclared, name: field.name, source, reader: "text", type: "text", required: true, isId: true };
}

function suitable(field: RecordField, declared: DeclaredType): boolean {
  const numeric: readonly DeclaredType[] = ["number", "integer", "money", "percent"];
  switch (field.type) {
    case "number":
      return numeric.includes(declared);
    case "integer":
      return declared === "integer" || declared === "number";
    case "text":
      return declared === "text" || !field.isId;
    case "category":
      return declared === "category" || declared === "text";
    default:
      return declared === field.type;
  }
}

const typeWords: Readonly<Record<RecordField["type"], string>> = {
  text: "text",
  category: "codes",
  number: "numbers",
  integer: "whole numbers",
  boolean: "yes or no",
  date: "dates",
};

type DeclaredType = NonNullable<ColumnDetails["type"]>;

function heldType(declared: DeclaredType): RecordField["type"] {
  return declared === "money" || declared === "percent" ? "number" : declared;
}

/**
 * What is kept of a column that identifies people and is read for one thing only; null where nothing of the kind is
 * asked for. Linking keeps ids, which are turned into pseudonyms elsewhere.
 */
function reducedReader(table: string, source: TableSource, name: string, use: ColumnDetails["use"]): ReaderName | null {
  if (use === undefined || use === "linking") return null;
  if (table === "people" && use === "district" && name === "area") return "district";
  if (table === "people" && use === "age" && name === "birth_year") return "birth-year";
  if (table === "people" && use === "age" && name === "age") {
    if (Object.hasOwn(source.columns, "index_date") || Object.hasOwn(source.constants ?? {}, "index_date")) {
      return "birth-date";
    }
    throw new Failure("usage", "people: an age is worked out at index_date of the same row; map that, or birth_year");
  }
  const fits = use === "age" ? "birth_year and age of people" : "area of people and covariates";
  throw new Failure("usage", `${table}: use ${use} suits ${fits}, not ${name}`);
}

function withCentury(schema: RecordSchema, column: MappedColumn, asAt: number | null): MappedColumn {
  if (!holdsDates(column.reader)) return column;
  const kind = column.use === "age" ? "birth" : schema.mayLieAhead.includes(column.name) ? "ahead" : "past";
  const century: Century | null = asAt === null ? null : { year: calendarDate(asAt).year, kind };
  requireCentury(schema.table, { ...column, century });
  return { ...column, century };
}

/** Years of two digits cannot be read without the extract date, whether declared or proven. */
export function requireCentury(table: string, { name, dateFormats, century }: MappedColumn): void {
  const short = dateFormats?.find((format) => dateFormat(format).shortYear);
  if (short === undefined || century !== null) return;
  throw new Failure(
    "usage",
    `${table}: the dates of ${name} are written ${short}, and years of two digits need the extract date; declare data.asAt`,
  );
}

type ColumnDetails = Exclude<ColumnPlan, string>;

function detailsOf(plan: ColumnPlan): ColumnDetails {
  return typeof plan === "string" ? { column: plan } : plan;
}

function shared(source: TableSource, name: string, plan: ColumnPlan) {
  const details = detailsOf(plan);
  return {
    name,
    source: { kind: "column", header: details.column ?? name } as const,
    recodes: new Map(Object.entries(details.values ?? {}).map(([theirs, ours]) => [theirs.trim(), String(ours)])),
    missingCodes: new Set((details.missing ?? source.missing ?? []).map((code) => code.trim())),
    dateFormats: declaredFormats(details.dateFormat ?? source.dateFormat),
    century: null,
    use: details.use ?? null,
    notIdentifying: details.notIdentifying ?? null,
    normalise: details.normalise ?? [],
    unreadableIsMissing: details.unreadable === "missing",
  };
}

/** The narrower of what the record and the plan say. */
function limits(plan: ColumnDetails, field: Pick<RecordField, "minimum" | "maximum">) {
  const least = [field.minimum, plan.minimum].filter((limit) => limit !== undefined);
  const greatest = [field.maximum, plan.maximum].filter((limit) => limit !== undefined);
  return {
    minimum: least.length === 0 ? null : Math.max(...least),
    maximum: greatest.length === 0 ? null : Math.min(...greatest),
  };
}

function declaredFormats(declared: TableSource["dateFormat"]): MappedColumn["dateFormats"] {
  return declared === undefined ? null : [declared].flat();
}
