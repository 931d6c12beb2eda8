import { schemas } from "../generated/schemas.ts";
import { closest } from "../validation/closest.ts";

/** How a field is held in `Columns`. */
export type FieldType = "text" | "category" | "number" | "integer" | "boolean" | "date";

/** One field of a record. */
export interface RecordField {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** Text that names a person, event or family: kept letter by letter, and never grouped. */
  readonly isId: boolean;
  readonly description: string;
  /** The codes there are, where they are fixed. */
  readonly values?: readonly string[];
  /** Codes the plan may map to, where a study may have its own. */
  readonly suggested?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What a record is, from its file in data-schemas/. */
export interface RecordSchema {
  readonly table: string;
  readonly title: string;
  readonly description: string;
  /** A draft may change without a new version. */
  readonly status: "stable" | "draft";
  /** Fields that identify a row where the plan maps all of them and declares no other key; none for most draft tables. */
  readonly key: readonly string[];
  /** The field that says from which day a row was known; null for tables whose rows have no day of their own. */
  readonly date: string | null;
  /** Field to `table.field` it must be found in. */
  readonly references: Readonly<Record<string, string>>;
  /** Pairs of date fields; the first must not be after the second. */
  readonly dateOrder: readonly (readonly [string, string])[];
  /** Date fields that may lie after the extract: planned, not impossible. */
  readonly mayLieAhead: readonly string[];
  /** Whether rows are spells of one kind, first and last day included, of which a person has one at a time. */
  readonly spells: boolean;
  readonly fields: readonly RecordField[];
}

/** The tables a study may bring, in alphabetical order. */
export const recordTables: readonly string[] = Object.keys(schemas).filter((name) => isRecord(schemas[name]));

/**
 * What a record is: its fields, key, references and order of dates.
 *
 * @param table one of `recordTables`
 * @throws RangeError when there is no such record
 * @example
 * recordSchema("events").dateOrder; // [["event_date", "recorded_date"], ["event_date", "proven_date"]]
 */
export function recordSchema(table: string): RecordSchema {
  const schema = Object.hasOwn(schemas, table) ? schemas[table] : undefined;
  if (!isRecord(schema)) {
    const meant = closest(table, recordTables);
    throw new RangeError(
      `recordSchema: table must be ${meant === null ? "a record of data-schemas/" : `"${meant}" or another record`}, got ${table}`,
    );
  }
  const { title, description, properties, required } = schema;
  return {
    table,
    title,
    description,
    ...schema["x-likewise"],
    fields: Object.entries(properties).map(([name, property]) => recordField(name, property, required.includes(name))),
  };
}

/**
 * The fields of a record, in the order of its schema.
 *
 * @param table one of `recordTables`
 * @throws RangeError when there is no such record
 * @example
 * recordFields("events").find((field) => field.name === "event_date").type; // "date"
 */
export function recordFields(table: string): readonly RecordField[] {
  return recordSchema(table).fields;
}

/** The part of JSON Schema that records use. */
interface RecordJson {
  readonly title: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, PropertyJson>>;
  readonly required: readonly string[];
  readonly "x-likewise": Omit<RecordSchema, "table" | "title" | "description" | "fields">;
}
interface PropertyJson {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description: string;
  readonly "x-likewise"?: "category" | "label";
}

function isRecord(schema: unknown): schema is RecordJson {
  return typeof schema === "object" && schema !== null && "x-likewise" in schema;
}

function recordField(name: string, property: PropertyJson, required: boolean): RecordField {
  const { description, enum: values, examples: suggested, minimum, maximum } = property;
  const type = fieldType(property);
  return {
    name,
    type,
    required,
    isId: type === "text" && property["x-likewise"] !== "label",
    description,
    ...(values && { values }),
    ...(suggested && { suggested }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
}

/**
 * Fixed codes and text marked `"x-likewise": "category"` are categories; other text is text, an id unless it is marked
 * `"x-likewise": "label"`; a field that may be a number or text by turns (a response, an outcome's value) is text until
 * the plan says what it is.
 */
function fieldType(property: PropertyJson): FieldType {
  if (property.enum || property["x-likewise"] === "category") return "category";
  if (property.format === "date") return "date";
  if (property.type === "number" || property.type === "integer" || property.type === "boolean") return property.type;
  return "text";
}
