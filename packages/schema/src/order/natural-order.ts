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
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (isDigit(a, i) && isDigit(b, j)) {
      i = skipZeros(a, i);
      j = skipZeros(b, j);
      // The longer number is the larger; of equally long ones the first digit that differs decides.
      let order = 0;
      for (; isDigit(a, i) && isDigit(b, j); i++, j++) order ||= a.charCodeAt(i) - b.charCodeAt(j);
      if (isDigit(a, i) !== isDigit(b, j)) return isDigit(a, i) ? 1 : -1;
      if (order !== 0) return order;
    } else {
      const order = a.charCodeAt(i++) - b.charCodeAt(j++);
      if (order !== 0) return order;
    }
  }
  return a.length - i - (b.length - j) || compareText(a, b);
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

/** False past the end, where there is no character. */
function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}

function skipZeros(text: string, start: number): number {
  let first = start;
  while (text.charCodeAt(first) === 48) first++;
  return first;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
