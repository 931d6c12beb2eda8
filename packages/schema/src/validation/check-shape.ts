import { parseIsoDate } from "../calendar/days.ts";
import { schemas } from "../generated/schemas.ts";
import { closest } from "./closest.ts";
import { expectedValue, foundValue, typeMatches } from "./describe-value.ts";
import type { SchemaJson } from "./schema-json.ts";

/** What is wrong at one place of a plan or a result. */
export interface PlanProblem {
  /** Where, as one would write it: `outcomes[0].direction`; empty for the whole. */
  readonly path: string;
  /** What was expected, then what was found. */
  readonly message: string;
}

/**
 * Checks data against one of the documents of data-schemas/, with messages for the person who wrote the data.
 *
 * Ours rather than a validator library's: one would take a quarter of a second to load and compile, and its messages
 * name keywords. It knows the keywords data-schemas/ use; tests hold the schemas to those, and its verdicts against ajv's.
 *
 * @param document name of a document: "study", "results" …
 * @returns every problem found, in the order of the data; empty when the data fit
 * @throws RangeError when there is no such document
 * @example
 * checkShape("comparison", "a")[0].message; // "expected keys and values, found \"a\""
 */
export function checkShape(document: string, data: unknown): PlanProblem[] {
  if (!Object.hasOwn(schemas, document)) {
    throw new RangeError(`checkShape: document must be one of ${Object.keys(schemas).join(", ")}, got ${document}`);
  }
  return check({ document, path: "" }, schemas[document] as SchemaJson, data);
}

/** As `checkShape`, against one definition: `study.schema.json#/$defs/Facts`. */
export function checkReference(reference: string, data: unknown): PlanProblem[] {
  const { document, schema } = resolve("", reference);
  return check({ document, path: "" }, schema, data);
}

interface Place {
  /** The document a local `$ref` is about. */
  readonly document: string;
  readonly path: string;
}

function check(place: Place, schema: SchemaJson, data: unknown): PlanProblem[] {
  if (schema.$ref !== undefined) {
    const target = resolve(place.document, schema.$ref);
    return check({ ...place, document: target.document }, target.schema, data);
  }
  if (schema.anyOf) return checkAnyOf(place, schema, data);
  const simple = checkValue(schema, data);
  if (simple !== null) return [{ path: place.path, message: simple }];
  if (Array.isArray(data) && schema.items) {
    return data.flatMap((item, index) => check(at(place, `[${index}]`), schema.items!, item));
  }
  if (isObject(data)) return checkObject(place, schema, data);
  return [];
}

/** The problems of the one alternative the data were meant for, when their type tells; else all alternatives by name. */
function checkAnyOf(place: Place, schema: SchemaJson, data: unknown): PlanProblem[] {
  const branches = schema.anyOf!.map((branch) => resolved(place.document, branch));
  const problems = branches.map((branch) => check({ ...place, document: branch.document }, branch.schema, data));
  if (problems.some((found) => found.length === 0)) return [];
  const meant = branches.flatMap((branch, index) => (typeMatches(branch.schema, data) ? [problems[index]!] : []));
  if (meant.length === 1) return meant[0]!;
  return [{ path: place.path, message: `expected ${expectedHere(place, schema)}, found ${foundValue(data)}` }];
}

/** What is wrong with the value itself, apart from its items and keys. */
function checkValue(schema: SchemaJson, data: unknown): string | null {
  const expected = `expected ${expectedValue(schema)}, found ${foundValue(data)}`;
  if (schema.enum) {
    if (schema.enum.includes(data as string)) return null;
    const meant = typeof data === "string" ? closest(data, schema.enum.map(String)) : null;
    return meant === null ? expected : `${expected}; did you mean "${meant}"?`;
  }
  if (schema.const !== undefined) return data === schema.const ? null : expected;
  if (!typeMatches(schema, data)) {
    const unquoted = schema.type === "string" && (typeof data === "number" || typeof data === "boolean");
    return unquoted ? `${expected}; put it in quotes` : expected;
  }
  if (typeof data === "string" && !textFits(schema, data)) return expected;
  if (typeof data === "number" && !numberFits(schema, data)) return expected;
  if (Array.isArray(data) && !lengthFits(schema, data.length)) return expected;
  return null;
}

function textFits(schema: SchemaJson, text: string): boolean {
  if (schema.minLength !== undefined && [...text].length < schema.minLength) return false;
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(text)) return false;
  return schema.format !== "date" || parseIsoDate(text) !== null;
}

function numberFits(schema: SchemaJson, value: number): boolean {
  if (schema.minimum !== undefined && value < schema.minimum) return false;
  if (schema.maximum !== undefined && value > schema.maximum) return false;
  if (schema.exclusiveMinimum !== undefined && value <= schema.exclusiveMinimum) return false;
  return schema.exclusiveMaximum === undefined || value < schema.exclusiveMaximum;
}

function lengthFits(schema: SchemaJson, length: number): boolean {
  return length >= (schema.minItems ?? 0) && length <= (schema.maxItems ?? Number.POSITIVE_INFINITY);
}

function checkObject(place: Place, schema: SchemaJson, data: Readonly<Record<string, unknown>>): PlanProblem[] {
  const properties = schema.properties ?? {};
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(data, key));
  const problems: PlanProblem[] = [];
  const meantKeys: string[] = [];
  for (const [key, value] of Object.entries(data)) {
    const inner = at(place, key);
    if (Object.hasOwn(properties, key)) problems.push(...check(inner, properties[key]!, value));
    else if (typeof schema.additionalProperties === "object") {
      problems.push(...check(inner, schema.additionalProperties, value));
    } else if (schema.additionalProperties === false) {
      const open = Object.keys(properties).filter((name) => !Object.hasOwn(data, name));
      const meant = closest(key, open);
      if (meant !== null) meantKeys.push(meant);
      problems.push({ path: inner.path, message: unknownKey(key, meant, open) });
    }
  }
  for (const key of missing) {
    // A misspelt key is one mistake: its suggestion is enough.
    if (meantKeys.includes(key)) continue;
    problems.push({
      path: at(place, key).path,
      message: `expected ${expectedHere(place, properties[key]!)}, found nothing`,
    });
  }
  return problems;
}

function unknownKey(key: string, meant: string | null, open: readonly string[]): string {
  if (meant !== null) return `expected a key that is known here, found "${key}"; did you mean "${meant}"?`;
  return open.length === 0
    ? `expected no further key, found "${key}"`
    : `expected one of the keys ${open.join(", ")}, found "${key}"`;
}

/** What is expected, in words, references and alternatives followed. */
function expectedHere(place: Place, schema: SchemaJson): string {
  const { document, schema: wanted } = resolved(place.document, schema);
  return (
    wanted.anyOf?.map((branch) => expectedHere({ ...place, document }, branch)).join(" or ") ?? expectedValue(wanted)
  );
}

function resolved(document: string, schema: SchemaJson): { document: string; schema: SchemaJson } {
  return schema.$ref === undefined ? { document, schema } : resolve(document, schema.$ref);
}

/** `#/$defs/Name`, `other.schema.json` or `other.schema.json#/$defs/Name`. */
function resolve(document: string, reference: string): { document: string; schema: SchemaJson } {
  const [file, pointer] = reference.split("#") as [string, string?];
  const target = file === "" ? document : file.replace(".schema.json", "");
  const root = schemas[target] as SchemaJson;
  const name = pointer?.replace("/$defs/", "");
  return resolved(target, name === undefined ? root : root.$defs![name]!);
}

function at(place: Place, step: string): Place {
  const plain = /^[A-Za-z_][\w-]*$/.test(step);
  const written = step.startsWith("[")
    ? step
    : plain
      ? `${place.path === "" ? "" : "."}${step}`
      : `[${JSON.stringify(step)}]`;
  return { ...place, path: place.path + written };
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
