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
      const endOfA = endOfDigits(a, i);
      const endOfB = endOfDigits(b, j);
      const order = compareNumbers(a, i, endOfA, b, j, endOfB);
      if (order !== 0) return order;
      i = endOfA;
      j = endOfB;
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

/** Compared as text, not as numbers: an id may have more digits than a number holds. */
function compareNumbers(a: string, i: number, endOfA: number, b: string, j: number, endOfB: number): number {
  const startOfA = skipZeros(a, i, endOfA);
  const startOfB = skipZeros(b, j, endOfB);
  const order = endOfA - startOfA - (endOfB - startOfB);
  return order || compareText(a.slice(startOfA, endOfA), b.slice(startOfB, endOfB));
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigit(text, end)) end++;
  return end;
}

function skipZeros(text: string, start: number, end: number): number {
  let first = start;
  while (first < end && text[first] === "0") first++;
  return first;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
