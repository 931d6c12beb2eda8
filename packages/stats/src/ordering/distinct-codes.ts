import { sortedOrder } from "./sorted-order.ts";

export interface DistinctCodes {
  /** the distinct values, ascending */
  readonly distinct: Float64Array;
  /** position of each row's value in `distinct` */
  readonly codes: Int32Array;
  readonly count: number;
}

/** Widest range of whole numbers that is counted in a table rather than sorted, per row. */
const TABLE_CELLS_PER_ROW = 4;

/**
 * The distinct values in ascending order and each row's place among them.
 * Values are the same only when exactly equal.
 *
 * Days and weeks are whole numbers in a narrow range and are counted in a
 * table; anything else is sorted.
 */
export function distinctCodes(values: Float64Array): DistinctCodes {
  const n = values.length;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let whole = true;
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
    whole &&= Number.isInteger(value);
  }
  if (n === 0) return { distinct: new Float64Array(0), codes: new Int32Array(0), count: 0 };
  return whole && most - least < TABLE_CELLS_PER_ROW * n + 1024
    ? countedCodes(values, least, most)
    : sortedCodes(values);
}

function countedCodes(values: Float64Array, least: number, most: number): DistinctCodes {
  const table = new Int32Array(most - least + 1);
  for (let i = 0; i < values.length; i++) table[values[i]! - least] = 1;
  let count = 0;
  for (let cell = 0; cell < table.length; cell++) if (table[cell] === 1) table[cell] = ++count;
  const distinct = new Float64Array(count);
  for (let cell = 0; cell < table.length; cell++) if (table[cell]! > 0) distinct[table[cell]! - 1] = least + cell;
  const codes = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) codes[i] = table[values[i]! - least]! - 1;
  return { distinct, codes, count };
}

function sortedCodes(values: Float64Array): DistinctCodes {
  const order = sortedOrder(values);
  const codes = new Int32Array(values.length);
  const distinct = new Float64Array(values.length);
  let count = 0;
  for (const i of order) {
    const value = values[i]!;
    if (count === 0 || value !== distinct[count - 1]) distinct[count++] = value;
    codes[i] = count - 1;
  }
  return { distinct: distinct.slice(0, count), codes, count };
}
