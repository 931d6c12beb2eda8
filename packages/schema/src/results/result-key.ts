/**
 * A key put together from segments, which may hold any text.
 *
 * @example
 * resultKey("comparisons", "re78/1000", "arms", "treated"); // "comparisons/re78~11000/arms/treated"
 */
export function resultKey(...segments: readonly (string | number)[]): string {
  return segments.map((segment) => String(segment).replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
}

/** The segments of a key. */
export function keySegments(key: string): string[] {
  return key.split("/").map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
