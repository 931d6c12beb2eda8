/** Values summed as one block. Part of the result's definition: another length may round differently. */
export const sumChunkLength = 4096;

/**
 * Sum of all values, compensated for rounding (Neumaier) inside chunks of 4096 and across them in order.
 *
 * The chunks are fixed, so the result is the same bits whether one thread adds everything or several
 * threads take whole chunks; the compensation makes it the same as exact arithmetic to one rounding in
 * all but contrived cases.
 *
 * @param values any numbers, any length; the sum of none is 0
 * @source Neumaier (1974), doi:10.1002/zamm.19740540106, method IV
 * @example
 * sum([0.1, 0.2, 0.3, 1e100, -1e100]); // 0.6
 */
export function sum(values: ArrayLike<number>): number {
  return sumOf(values.length, (i) => values[i]!);
}

/**
 * Sum of term(0) … term(length − 1), exactly as {@link sum} would add them, without an array for them.
 *
 * @param length number of terms
 * @param term the i-th term
 * @example
 * sumOf(4, (i) => i * i); // 14
 */
export function sumOf(length: number, term: (index: number) => number): number {
  let total = 0;
  let totalLost = 0;
  for (let start = 0; start < length; start += sumChunkLength) {
    const end = Math.min(start + sumChunkLength, length);
    let chunk = 0;
    let lost = 0;
    for (let i = start; i < end; i++) {
      const value = term(i);
      const next = chunk + value;
      lost += Math.abs(chunk) >= Math.abs(value) ? chunk - next + value : value - next + chunk;
      chunk = next;
    }
    const value = compensated(chunk, lost);
    const next = total + value;
    totalLost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return compensated(total, totalLost);
}

/** An infinite sum has a compensation that is not a number. */
function compensated(total: number, lost: number): number {
  return Number.isFinite(total) ? total + lost : total;
}
