import { countingOrder } from "./counting-order.ts";

/** Below this many rows a comparison sort is as quick as counting. */
const COUNTING_ROWS = 2048;

/** Rows in order of value, and where each distinct value ends. */
export interface SortedRuns {
  /** row numbers, length n */
  readonly order: Int32Array;
  /** 1 at the last place of each distinct value, length n */
  readonly isLast: Uint8Array;
}

/**
 * Rows in ascending order of their values; equal values keep the order of the
 * rows. Many rows are sorted by counting, several times faster than comparing.
 *
 * @param values any finite numbers, length n; not changed
 * @returns row numbers, length n
 * @example
 * Array.from(sortedOrder(Float64Array.of(3, 1, 3, 2))); // [1, 3, 0, 2]
 */
export function sortedOrder(values: Float64Array): Int32Array {
  return values.length >= COUNTING_ROWS ? rowsOf(countingOrder(values)) : comparedOrder(values);
}

/**
 * As `sortedOrder`, with the end of each run of equal values, for which the
 * values then need not be gone over in their order again.
 *
 * @param values any finite numbers, length n; not changed
 * @example
 * Array.from(sortedRuns(Float64Array.of(3, 1, 3, 2)).isLast); // [1, 1, 0, 1]
 */
export function sortedRuns(values: Float64Array): SortedRuns {
  const n = values.length;
  const keyed = n >= COUNTING_ROWS ? countingOrder(values) : null;
  const order = keyed === null ? comparedOrder(values) : rowsOf(keyed);
  const isLast = new Uint8Array(n);
  for (let place = 0; place < n; place++) {
    const isRun =
      place + 1 < n &&
      (keyed === null || keyed[2 * place] === keyed[2 * place + 2]) &&
      values[order[place]!] === values[order[place + 1]!];
    isLast[place] = isRun ? 0 : 1;
  }
  return { order, isLast };
}

function comparedOrder(values: Float64Array): Int32Array {
  const order = new Int32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  return order.sort((a, b) => values[a]! - values[b]! || a - b);
}

function rowsOf(keyed: Uint32Array): Int32Array {
  const order = new Int32Array(keyed.length / 2);
  for (let place = 0; place < order.length; place++) order[place] = keyed[2 * place + 1]!;
  return order;
}
