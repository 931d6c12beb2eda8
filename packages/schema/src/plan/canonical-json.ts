/**
 * JSON text that is the same for the same data: keys in code-unit order, no spaces, keys without a value left out.
 *
 * @param data plain data
 * @returns its text, for hashing and for telling whether two values are equal
 *
 * @example
 * canonicalJson({ b: 1, a: [2, { d: 3, c: undefined }] }); // '{"a":[2,{"d":3}],"b":1}'
 */
export function canonicalJson(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
