import { closest } from "../validation/closest.ts";
import { isUnbounded, isWithheld } from "./figures.ts";

/**
 * What a key of a result leads to: a number, a withheld or unbounded one, null, text or a whole part.
 *
 * A key is a path of segments joined by "/": names of keys, and entries of lists by what identifies them (the table
 * below), else by index. A "/" or "~" inside a segment is written `~1` or `~0`. What lies below a withheld number is
 * withheld.
 *
 * @param document results, or one comparison
 * @param key      for example `comparisons/headline/estimates/da-recorded-12m:riskDifference:matched/interval/0`
 * @throws RangeError when the key leads nowhere, with what it may have meant, or to more than one entry
 * @example
 * resultAt({ funnel: [{ step: "started", count: 240 }] }, "funnel/started/count"); // 240
 */
export function resultAt(document: object, key: string): unknown {
  let value: unknown = document;
  let list = "";
  for (const segment of key.split("/").map(plainText)) {
    if (isWithheld(value)) return value;
    value = Array.isArray(value) ? entryOf(value, list, segment, key) : keyOf(value, segment, key);
    list = segment;
  }
  return value;
}

/**
 * Every key that leads to a number, withheld ones included, in the order of the document.
 *
 * @param document results, or one comparison
 * @example
 * listKeys({ funnel: [{ step: "started", label: "Started", count: 240 }] }); // ["funnel/started/count"]
 */
export function listKeys(document: object): string[] {
  const keys: string[] = [];
  const visit = (value: unknown, list: string, path: readonly string[]): void => {
    if (typeof value === "number" || isWithheld(value) || isUnbounded(value)) keys.push(resultKey(...path));
    else if (Array.isArray(value)) {
      const names = entryNames(value, list);
      value.forEach((entry, index) => void visit(entry, "", [...path, names[index]!]));
    } else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, name, [...path, name]);
    }
  };
  visit(document, "", []);
  return keys;
}

/**
 * A key put together from segments, which may hold any text.
 *
 * @example
 * resultKey("comparisons", "re78/1000", "arms", "treated"); // "comparisons/re78~11000/arms/treated"
 */
export function resultKey(...segments: readonly (string | number)[]): string {
  return segments.map((segment) => String(segment).replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
}

/** What identifies an entry of each list, joined by ":"; an `id` alone serves wherever it is enough. */
const identities: ReadonlyMap<string, readonly string[]> = new Map([
  ["funnel", ["step"]],
  ["accounts", ["stage", "table"]],
  ["analysisSets", ["id", "arm"]],
  ["coverage", ["outcome", "arm"]],
  ["blocks", ["outcome", "group", "block"]],
  ["balance", ["covariate", "level"]],
  ["lost", ["covariate", "level"]],
  ["tests", ["outcome", "test"]],
  ["curves", ["outcome", "arm"]],
  ["models", ["outcome", "model"]],
  ["terms", ["term"]],
  ["leaving", ["code"]],
  ["missing", ["code"]],
  ["reasons", ["code"]],
  ["notes", ["code"]],
  ["excluded", ["reason"]],
  ["inputs", ["file"]],
]);

/** The name of each entry: the shortest that tells it from the others, else its index. */
function entryNames(list: readonly unknown[], name: string): string[] {
  const byId = uniqueNames(list, ["id"]);
  const byIdentity = uniqueNames(list, identities.get(name) ?? []);
  return list.map((_, index) => byId[index] ?? byIdentity[index] ?? String(index));
}

/** The name of each entry by these fields, null where it has none or shares it. */
function uniqueNames(list: readonly unknown[], fields: readonly string[]): (string | null)[] {
  const names = list.map((entry) => nameBy(entry, fields));
  const counts = new Map<string | null, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.map((name) => (counts.get(name) === 1 ? name : null));
}

function nameBy(entry: unknown, fields: readonly string[]): string | null {
  if (typeof entry !== "object" || entry === null) return null;
  const parts = fields.map((field) => (entry as Readonly<Record<string, unknown>>)[field]);
  const present = parts.filter((part) => typeof part === "string" || typeof part === "number");
  return present.length === 0 ? null : present.join(":");
}

function entryOf(list: readonly unknown[], name: string, segment: string, key: string): unknown {
  const names = entryNames(list, name);
  const named = names.indexOf(segment);
  if (named >= 0) return list[named];
  if (/^\d+$/.test(segment) && Number(segment) < list.length) return list[Number(segment)];
  const alike = list.filter((entry) => nameBy(entry, ["id"]) === segment).length;
  if (alike > 1)
    throw new RangeError(`resultAt: key must lead to one entry, got ${key}, where "${segment}" is ${alike}`);
  throw leadsNowhere(segment, names, key);
}

function keyOf(value: unknown, segment: string, key: string): unknown {
  if (typeof value !== "object" || value === null) throw leadsNowhere(segment, [], key);
  if (!Object.hasOwn(value, segment)) throw leadsNowhere(segment, Object.keys(value), key);
  return (value as Readonly<Record<string, unknown>>)[segment];
}

function leadsNowhere(segment: string, known: readonly string[], key: string): RangeError {
  const meant = closest(segment, known);
  const hint = meant === null ? "" : `; did you mean "${meant}"?`;
  return new RangeError(`resultAt: key must lead to a result, got ${key}, where "${segment}" is not found${hint}`);
}

function plainText(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}
