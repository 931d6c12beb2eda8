import { type Matrix, zeroMatrix } from "./matrix.ts";

/** Rows per chunk: 16 columns of a chunk fit the second-level cache with room to spare. */
export const CHUNK_ROWS = 512;

/**
 * Crossproduct X'WX, the heart of every least-squares and likelihood step.
 *
 * Sums run over chunks of 512 rows, and the chunks are added in row order, so
 * the bits depend on the order of rows alone, and rounding grows with the
 * number of chunks rather than of rows.
 *
 * @param matrix  n by k
 * @param weights length n; ones when left out
 * @returns k by k, symmetric
 * @example
 * Array.from(crossproduct({ rows: 2, columns: 2, values: Float64Array.of(1, 2, 3, 4) }).values); // [5, 11, 11, 25]
 */
export function crossproduct(matrix: Matrix, weights?: Float64Array): Matrix {
  const { rows, columns, values } = matrix;
  const product = zeroMatrix(columns, columns);
  const chunk = new Float64Array(CHUNK_ROWS * columns);
  const ones = new Float64Array(CHUNK_ROWS).fill(1);
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    const size = Math.min(CHUNK_ROWS, rows - from);
    for (let j = 0; j < columns; j++) {
      chunk.set(values.subarray(j * rows + from, j * rows + from + size), j * CHUNK_ROWS);
    }
    addChunkCrossproduct(product.values, chunk, columns, size, weights?.subarray(from, from + size) ?? ones);
  }
  mirrorLower(product);
  return product;
}

const weighted = new Float64Array(CHUNK_ROWS);

/**
 * Adds one chunk's X'WX to the lower triangle of `product`. The chunk holds its
 * columns CHUNK_ROWS apart. Four columns at a time share each load of the
 * weighted column, which is worth a factor of two.
 */
export function addChunkCrossproduct(
  product: Float64Array,
  chunk: Float64Array,
  columns: number,
  size: number,
  weights: Float64Array,
): void {
  for (let j = 0; j < columns; j++) {
    const offset = j * CHUNK_ROWS;
    for (let i = 0; i < size; i++) weighted[i] = weights[i]! * chunk[offset + i]!;
    let k = j;
    for (; k + 3 < columns; k += 4) {
      const at = k * CHUNK_ROWS;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let i = 0; i < size; i++) {
        const w = weighted[i]!;
        s0 += w * chunk[at + i]!;
        s1 += w * chunk[at + CHUNK_ROWS + i]!;
        s2 += w * chunk[at + 2 * CHUNK_ROWS + i]!;
        s3 += w * chunk[at + 3 * CHUNK_ROWS + i]!;
      }
      const to = j * columns + k;
      product[to] = product[to]! + s0;
      product[to + 1] = product[to + 1]! + s1;
      product[to + 2] = product[to + 2]! + s2;
      product[to + 3] = product[to + 3]! + s3;
    }
    for (; k < columns; k++) {
      const at = k * CHUNK_ROWS;
      let s = 0;
      for (let i = 0; i < size; i++) s += weighted[i]! * chunk[at + i]!;
      product[j * columns + k] = product[j * columns + k]! + s;
    }
  }
}

/** Copies the lower triangle onto the upper. */
export function mirrorLower({ columns, values }: Matrix): void {
  for (let j = 0; j < columns; j++) {
    for (let i = j + 1; i < columns; i++) values[i * columns + j] = values[j * columns + i]!;
  }
}
