/**
 * People compared with each other, by row. A set may hold several treated (full matching) and a row may stand in
 * several sets (matching with replacement); nearest-neighbour sets hold one treated person each, first choice first.
 */
export interface MatchedSet {
  readonly treated: readonly number[];
  readonly comparison: readonly number[];
}

/** Set of each row, numbered from 0 in the order of the sets; -1 for rows in none. */
export function setCodes(sets: readonly MatchedSet[], numRows: number): Int32Array {
  const codes = new Int32Array(numRows).fill(-1);
  sets.forEach(({ treated, comparison }, code) => {
    for (const row of treated) codes[row] = code;
    for (const row of comparison) codes[row] = code;
  });
  return codes;
}
