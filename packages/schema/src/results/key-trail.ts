import { schemas } from "../generated/schemas.ts";
import type { SchemaJson } from "../validation/schema-json.ts";
import { entryNames } from "./entry-names.ts";
import { isWithheld } from "./figures.ts";
import { keySegments } from "./result-key.ts";

/** One step along a key of results, from the document down. */
export interface KeyStep {
  readonly segment: string;
  readonly value: unknown;
  /** What data-schemas/ says this is; null where they describe only what holds it. */
  readonly description: string | null;
}

/**
 * What stands along a key of results, each step with what the schema of results says it is. The plan, under `options`,
 * is described by the schema of plans.
 *
 * @param results results of either edition
 * @param key     as `resultAt` takes it
 * @returns a step for each segment; fewer where the key leads nowhere or below something withheld
 */
export function keyTrail(results: object, key: string): KeyStep[] {
  const steps: KeyStep[] = [];
  let value: unknown = results;
  let list = "";
  let places = placesOf("results", schemas.results as SchemaJson);
  for (const segment of keySegments(key)) {
    if (isWithheld(value)) return steps;
    const name = Array.isArray(value) ? indexOf(value, list, segment) : segment;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return steps;
    const inside = Array.isArray(value) ? null : segment;
    value = (value as Readonly<Record<string, unknown>>)[name];
    const next = places.flatMap((place) => inner(place, inside));
    places = next.flatMap(({ document, schema }) => placesOf(document, schema));
    if (steps.length === 0 && segment === "options") places = placesOf("study", schemas.study as SchemaJson);
    const described = [...next, ...places].find(({ schema }) => isTelling(schema.description));
    steps.push({ segment, value, description: described?.schema.description ?? null });
    list = segment;
  }
  return steps;
}

interface Place {
  readonly document: string;
  readonly schema: SchemaJson;
}

/** What a reference says of every number, or of every interval, tells nothing of this one. */
const general = new Set(
  ["Figure", "Limit", "Interval", "Withheld", "Unbounded"].map((name) => definition("comparison", name).description),
);

function isTelling(description: string | undefined): boolean {
  return description !== undefined && !general.has(description);
}

/** A schema as its alternatives, references followed. */
function placesOf(document: string, schema: SchemaJson): Place[] {
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((branch) => placesOf(document, branch));
  if (schema.$ref === undefined) return [{ document, schema }];
  const [file, pointer] = schema.$ref.split("#") as [string, string?];
  const target = file === "" ? document : file.replace(".schema.json", "");
  const name = pointer?.replace("/$defs/", "");
  return placesOf(target, name === undefined ? (schemas[target] as SchemaJson) : definition(target, name));
}

function definition(document: string, name: string): SchemaJson {
  return (schemas[document] as SchemaJson).$defs![name]!;
}

/** The schema of an entry (null) or of the value under a name. */
function inner({ document, schema }: Place, name: string | null): Place[] {
  if (name === null) return schema.items === undefined ? [] : [{ document, schema: schema.items }];
  const { properties, additionalProperties } = schema;
  if (properties !== undefined && Object.hasOwn(properties, name)) return [{ document, schema: properties[name]! }];
  return typeof additionalProperties === "object" ? [{ document, schema: additionalProperties }] : [];
}

function indexOf(entries: readonly unknown[], list: string, segment: string): string {
  const named = entryNames(entries, list).indexOf(segment);
  return named >= 0 ? String(named) : segment;
}
