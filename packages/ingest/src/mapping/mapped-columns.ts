import {
  type ColumnPlan,
  closest,
  Failure,
  type RecordField,
  type RecordSchema,
  reservedNames,
  type TableSource,
} from "@likewise/schema";
import type { MappedColumn, ReaderName } from "./mapped-column.ts";

/**
 * The columns a table's plan asks for, joined with what the schema says of them: mapped fields, constants, covariates,
 * and the row number where people have no id. What is not here is not read.
 *
 * @throws Failure `usage` when the plan names what does not exist, leaves out what is required, or declares a type that
 *   does not suit
 */
export function mappedColumns(schema: RecordSchema, source: TableSource): readonly MappedColumn[] {
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
    if (mapped !== undefined) columns.push(fieldColumn(schema, source, field, mapped));
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
  return columns;
}

function unknownField(table: string, name: string, names: readonly string[]): string {
  const near = closest(name, names);
  const hint = near === null ? `it can map ${names.join(", ")}` : `did you mean ${near}?`;
  return `${table} has no field ${name}; ${hint}`;
}

function fieldColumn(schema: RecordSchema, source: TableSource, field: RecordField, plan: ColumnPlan): MappedColumn {
  const details = detailsOf(plan);
  const declared = details.type;
  if (declared !== undefined && !suitable(field, declared)) {
    throw new Failure(
      "usage",
      `${schema.table}: ${field.name} holds ${typeWords[field.type]}; type ${declared} does not suit it`,
    );
  }
  const heldAsDeclared = field.type === "text" && declared !== undefined && !field.isId;
  return {
    ...shared(source, field.name, plan),
    reader: declared ?? (field.name.endsWith("_pounds") ? "money" : field.type),
    type: heldAsDeclared ? heldType(declared) : field.type,
    required: field.required,
    isId: field.isId,
    isCovariate: false,
    values: field.values ?? null,
    minimum: field.minimum ?? null,
    maximum: field.maximum ?? null,
  };
}

function covariateColumn(source: TableSource, name: string, plan: ColumnPlan): MappedColumn {
  const { type } = detailsOf(plan);
  return {
    ...shared(source, name, plan),
    reader: type === "text" ? "category" : (type ?? null),
    type: type === undefined ? null : type === "text" ? "category" : heldType(type),
    required: false,
    isId: false,
    isCovariate: true,
    values: null,
    minimum: null,
    maximum: null,
  };
}

function constantColumn(schema: RecordSchema, source: TableSource, field: RecordField, text: string): MappedColumn {
  return { ...fieldColumn(schema, source, field, {}), source: { kind: "constant", text } };
}

function rowNumber(field: RecordField): MappedColumn {
  return {
    name: field.name,
    source: { kind: "row-number" },
    reader: "text",
    type: "text",
    required: true,
    isId: true,
    isCovariate: false,
    recodes: new Map(),
    missingCodes: new Set(),
    dateFormats: null,
    use: null,
    values: null,
    minimum: null,
    maximum: null,
  };
}

function suitable(field: RecordField, declared: ReaderName): boolean {
  const numeric: readonly ReaderName[] = ["number", "integer", "money", "percent"];
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

function heldType(reader: ReaderName): RecordField["type"] {
  return reader === "money" || reader === "percent" ? "number" : reader;
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
    use: details.use ?? null,
  };
}

function declaredFormats(declared: TableSource["dateFormat"]): MappedColumn["dateFormats"] {
  return declared === undefined ? null : [declared].flat();
}
