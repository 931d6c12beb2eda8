import type { SchemaJson } from "./schema-json.ts";

/** Whether the data are of a type the schema allows; a schema without a type allows any. */
export function typeMatches(schema: SchemaJson, data: unknown): boolean {
  if (schema.enum) return schema.enum.some((value) => typeof value === typeof data);
  if (schema.const !== undefined) return typeof schema.const === typeof data;
  if (schema.type === undefined) return true;
  return typesOf(schema).some((type) => isOfType(type, data));
}

/** What a schema expects, in words: "a whole number of 1 or more". */
export function expectedValue(schema: SchemaJson): string {
  if (schema.enum) return schema.enum.length === 1 ? literal(schema.enum[0]) : `one of ${schema.enum.join(", ")}`;
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.format === "date") return "a date that exists, as yyyy-mm-dd";
  if (schema.pattern === "^[a-z0-9][a-z0-9-]*$") return "an id of lower-case letters, digits and hyphens";
  if (schema.pattern !== undefined) return `text of the form ${schema.pattern}`;
  if (schema.type === undefined) return "a value";
  return `${typesOf(schema)
    .map((type) => typeNames[type] ?? type)
    .join(" or ")}${bounds(schema)}`;
}

/** What the data are, in words, shortened: `"lowr"`, `the number 3`, `a list`. */
export function foundValue(data: unknown): string {
  if (data === undefined || data === null) return "nothing";
  if (Array.isArray(data)) return data.length === 0 ? "an empty list" : `a list of ${data.length}`;
  if (typeof data === "object") return "keys and values";
  if (typeof data === "string")
    return data === "" ? "empty text" : `"${data.length > 40 ? `${data.slice(0, 40)}…` : data}"`;
  return String(data);
}

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "keys and values",
  null: "null",
};

function typesOf(schema: SchemaJson): readonly string[] {
  return typeof schema.type === "string" ? [schema.type] : schema.type!;
}

function isOfType(type: string, data: unknown): boolean {
  switch (type) {
    case "null":
      return data === null;
    case "array":
      return Array.isArray(data);
    case "object":
      return typeof data === "object" && data !== null && !Array.isArray(data);
    case "integer":
      return Number.isInteger(data);
    case "number":
      return Number.isFinite(data);
    default:
      return typeof data === type;
  }
}

function literal(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : String(value);
}

function bounds(schema: SchemaJson): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, minItems, maxItems, minLength } = schema;
  const parts: string[] = [];
  if (minimum !== undefined && maximum !== undefined) parts.push(`from ${minimum} to ${maximum}`);
  else if (minimum !== undefined) parts.push(`of ${minimum} or more`);
  else if (maximum !== undefined) parts.push(`of ${maximum} or less`);
  if (exclusiveMinimum !== undefined) parts.push(`above ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined) parts.push(`below ${exclusiveMaximum}`);
  if (minItems !== undefined && minItems === maxItems) parts.push(`of ${minItems}`);
  else if (minItems !== undefined) parts.push(`of at least ${minItems}`);
  if (minLength !== undefined) parts.push("that is not empty");
  return parts.map((part) => ` ${part}`).join(parts.length > 1 ? " and" : "");
}
