import { cholesky } from "../linear-algebra/cholesky.ts";
import { addCrossproduct, CHUNK_ROWS } from "../linear-algebra/chunk.ts";
import { mirrorLower } from "../linear-algebra/crossproduct.ts";
import { householderQr } from "../linear-algebra/householder-qr.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { type ColumnScaling, fillScaledChunk, scaledColumns } from "./column-scaling.ts";

/**
 * The columns that can be estimated, in order: of columns that say the same,
 * the later one goes (as in R), and a column without variation goes.
 *
 * The crossproduct settles the clear cases in one pass; it has only half the
 * digits, so a close call is decided by QR, where a column is dropped when
 * less than 1e-6 of its (centred) length is new: Newton's method could not
 * tell it from rounding.
 */
export function independentColumns(design: Matrix, scaling: ColumnScaling, weights: Float64Array): number[] {
  const varying: number[] = [];
  for (let j = 0; j < design.columns; j++) if (scaling.inverseScales[j] !== 0) varying.push(j);
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i]!;
  // Columns that differ in some of the rows differ in all of them: a pivot only grows with more rows. On the scaled
  // columns each has the total weight as its square.
  if (design.rows > SAMPLED_ROWS) {
    const some = scaledCrossproduct(design, scaling, varying, weights, SAMPLED_EVERY);
    const references = new Float64Array(varying.length).fill(total);
    if (cholesky(some, { tolerance: 1e-8, references }).dropped.length === 0) return varying;
  }
  const gram = cholesky(scaledCrossproduct(design, scaling, varying, weights), { tolerance: 1e-8 });
  if (gram.dropped.length === 0) return varying;
  const roots = weights.map(Math.sqrt);
  const { kept } = householderQr(scaledColumns(design, scaling, varying, roots), { tolerance: 1e-6 });
  return kept.map((c) => varying[c]!);
}

/** From this many rows on, every so-manieth chunk of them is looked at first. */
const SAMPLED_ROWS = 50_000;
const SAMPLED_EVERY = 16;

/** X'WX of the chosen columns, scaled; over every so-manieth chunk of rows. */
export function scaledCrossproduct(
  design: Matrix,
  scaling: ColumnScaling,
  columns: readonly number[],
  weights: Float64Array,
  every = 1,
): Matrix {
  const product = zeroMatrix(columns.length, columns.length);
  const chunk = new Float64Array(CHUNK_ROWS * columns.length);
  for (let from = 0; from < design.rows; from += every * CHUNK_ROWS) {
    const size = Math.min(CHUNK_ROWS, design.rows - from);
    fillScaledChunk(chunk, design, scaling, columns, from, size);
    addCrossproduct(product.values, chunk, columns.length, size, weights.subarray(from, from + size));
  }
  mirrorLower(product);
  return product;
}
