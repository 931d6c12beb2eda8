import { addCrossproduct, addTransposedProduct, CHUNK_ROWS } from "../linear-algebra/chunk.ts";
import { mirrorLower } from "../linear-algebra/crossproduct.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import type { ColumnScaling } from "./column-scaling.ts";

/** The rows a resample drew, put together once so that every pass over them reads in order. */
export interface PackedRows {
  /** Takes the rows of frequency above 0. */
  pack(frequencies: Float64Array): void;
  /** rows taken */
  readonly count: () => number;
  /** which rows they are, ascending; entries from `count` on mean nothing */
  readonly taken: Int32Array;
  /** Of the chunk that begins at a row taken: its columns, CHUNK_ROWS apart, as kernels of chunks read them. */
  chunkAt(from: number): Float64Array;
  /** X'WX of the rows taken, weights by place among them. */
  crossproduct(weights: Float64Array): Matrix;
  /** X'r of the rows taken, residuals by place among them. */
  transposedProduct(residuals: Float64Array): Float64Array;
}

/** Rows of the chosen columns, scaled once for all resamples; a person drawn twice stands here once. */
export function packedRows(
  design: Matrix,
  { centres, inverseScales }: ColumnScaling,
  columns: readonly number[],
): PackedRows {
  const n = design.rows;
  const p = columns.length;
  // Row by row, because a resample takes whole rows.
  const scaled = new Float64Array(n * p);
  columns.forEach((j, c) => {
    for (let i = 0; i < n; i++) scaled[i * p + c] = (design.values[j * n + i]! - centres[j]!) * inverseScales[j]!;
  });
  const chunks = Math.max(1, Math.ceil(n / CHUNK_ROWS));
  const packed = new Float64Array(chunks * CHUNK_ROWS * p);
  const views = Array.from({ length: chunks }, (_, chunk) =>
    packed.subarray(chunk * CHUNK_ROWS * p, (chunk + 1) * CHUNK_ROWS * p),
  );
  const taken = new Int32Array(n);
  let count = 0;
  const chunkAt = (from: number) => views[from / CHUNK_ROWS]!;
  return {
    taken,
    count: () => count,
    chunkAt,
    crossproduct(weights) {
      const product = zeroMatrix(p, p);
      for (let from = 0; from < count; from += CHUNK_ROWS) {
        const size = Math.min(CHUNK_ROWS, count - from);
        addCrossproduct(product.values, chunkAt(from), p, size, weights.subarray(from, from + size));
      }
      mirrorLower(product);
      return product;
    },
    transposedProduct(residuals) {
      const sums = new Float64Array(p);
      for (let from = 0; from < count; from += CHUNK_ROWS) {
        addTransposedProduct(sums, residuals, from, chunkAt(from), Math.min(CHUNK_ROWS, count - from));
      }
      return sums;
    },
    pack(frequencies) {
      count = 0;
      for (let i = 0; i < n; i++) if (frequencies[i]! > 0) taken[count++] = i;
      for (let from = 0; from < count; from += CHUNK_ROWS) {
        const chunk = views[from / CHUNK_ROWS]!;
        const size = Math.min(CHUNK_ROWS, count - from);
        for (let at = 0; at < size; at++) {
          const row = taken[from + at]! * p;
          for (let c = 0; c < p; c++) chunk[c * CHUNK_ROWS + at] = scaled[row + c]!;
        }
      }
    },
  };
}
