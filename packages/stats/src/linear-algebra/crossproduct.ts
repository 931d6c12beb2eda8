import { addCrossproduct, CHUNK_ROWS } from "./chunk.ts";
import { type Matrix, zeroMatrix } from "./matrix.ts";

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
  const { rows, columns } = matrix;
  const product = zeroMatrix(columns, columns);
  const chunk = new Float64Array(CHUNK_ROWS * columns);
  const ones = new Float64Array(CHUNK_ROWS).fill(1);
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    const size = Math.min(CHUNK_ROWS, rows - from);
    fillChunk(chunk, matrix, from, size);
    addCrossproduct(product.values, chunk, columns, size, weights?.subarray(from, from + size) ?? ones);
  }
  mirrorLower(product);
  return product;
}

/** Copies rows from..from+size into `chunk`. */
function fillChunk(chunk: Float64Array, { rows, columns, values }: Matrix, from: number, size: number): void {
  for (let j = 0; j < columns; j++) {
    chunk.set(values.subarray(j * rows + from, j * rows + from + size), j * CHUNK_ROWS);
  }
}

/** Copies the lower triangle onto the upper. */
export function mirrorLower({ columns, values }: Matrix): void {
  for (let j = 0; j < columns; j++) {
    for (let i = j + 1; i < columns; i++) values[i * columns + j] = values[j * columns + i]!;
  }
}
