import { isWithheld, resultAt } from "@likewise/schema";

/** Where a key of the results points: the object or list that holds the value, and the name it has there. */
export interface Place {
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

/**
 * Finds the place of a key, so that what stands there can be replaced. The last segment is a name or a position.
 *
 * @param results results of either edition
 * @param key     a key in the grammar of `resultAt`
 * @returns null when nothing stands there, or when it lies below something withheld or missing
 */
export function placeOf(results: object, key: string): Place | null {
  const end = key.lastIndexOf("/");
  const holder = partAt(results, key.slice(0, end));
  const name = key
    .slice(end + 1)
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
  if (typeof holder !== "object" || holder === null || isWithheld(holder) || !Object.hasOwn(holder, name)) return null;
  return { holder: holder as Record<string, unknown>, name };
}

/** The part of the results a key leads to; undefined when an edition has no such part. */
function partAt(results: object, key: string): unknown {
  try {
    return resultAt(results, key);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
