/**
 * Natural order of ids: runs of digits compare as numbers, so NSW2 comes before NSW10. Used for every ordinal and
 * every tie, so that no result depends on the order of rows. Ids that differ only in leading zeros are ordered by text;
 * the order is total: 0 only for identical text.
 *
 * @param a an id as received
 * @param b an id as received
 * @returns negative, 0 or positive
 * @example
 * ["NSW10", "NSW2", "NSW1"].sort(naturalOrder); // ["NSW1", "NSW2", "NSW10"]
 */
export function naturalOrder(a: string, b: string): number {
  const left = parts(a);
  const right = parts(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = compareParts(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return left.length - right.length || compareText(a, b);
}

/**
 * Ordinals of ids by natural order, before any pseudonym: 0 for the first.
 *
 * @param ids length n, repeats share the ordinal of their first
 * @returns ordinals, length n
 * @example
 * Array.from(naturalOrdinals(["b10", "b9", "b10"])); // [1, 0, 1]
 */
export function naturalOrdinals(ids: readonly string[]): Int32Array {
  const distinct = [...new Set(ids)].sort(naturalOrder);
  const ordinal = new Map(distinct.map((id, index) => [id, index]));
  return Int32Array.from(ids, (id) => ordinal.get(id)!);
}

function parts(id: string): string[] {
  return id.match(/\d+|\D+/g) ?? [];
}

function compareParts(a: string, b: string): number {
  const digits = /^\d/;
  if (!digits.test(a) || !digits.test(b)) return compareText(a, b);
  const left = a.replace(/^0+(?=\d)/, "");
  const right = b.replace(/^0+(?=\d)/, "");
  return left.length - right.length || compareText(left, right);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
