import { closest } from "../validation/closest.ts";
import { entriesWithId, entryNames } from "./entry-names.ts";
import { isUnbounded, isWithheld } from "./figures.ts";
import { keySegments } from "./result-key.ts";
import { resultLeaves } from "./result-leaves.ts";

/**
 * What a key of a result leads to: a number, a withheld or unbounded one, null, text or a whole part.
 *
 * A key is a path of segments joined by "/": names of keys, and entries of lists by what identifies them (cells of a
 * table by their levels: `cells/area=north,sex=female`), else by index. A "/" or "~" inside a segment is written `~1`
 * or `~0`. What lies below a withheld number is withheld.
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
  for (const segment of keySegments(key)) {
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
  return resultLeaves(document).flatMap(({ key, value }) =>
    typeof value === "number" || isWithheld(value) || isUnbounded(value) ? [key] : [],
  );
}

function entryOf(list: readonly unknown[], name: string, segment: string, key: string): unknown {
  const names = entryNames(list, name);
  const named = names.indexOf(segment);
  if (named >= 0) return list[named];
  if (/^\d+$/.test(segment) && Number(segment) < list.length) return list[Number(segment)];
  const alike = entriesWithId(list, segment);
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
