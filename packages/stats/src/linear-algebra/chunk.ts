import { type CrossproductTile, columnAt, crossproductTile, TILE_ROWS } from "./crossproduct-tile.ts";

/**
 * A chunk is a run of up to CHUNK_ROWS rows of a matrix, copied so that its
 * columns lie CHUNK_ROWS apart: small enough for the cache, and always summed
 * the same way. Chunks are added in row order, so the bits of a result depend
 * on the order of rows alone.
 */
export const CHUNK_ROWS = 512;

/** Made at the first product; null where only the plain loop will do. */
let tile: CrossproductTile | null | undefined;
/** Fewer products than this are done before they are copied to the tile. */
const TILED_COLUMNS = 4;

const weighted = new Float64Array(CHUNK_ROWS);
const weightedNext = new Float64Array(CHUNK_ROWS);

/**
 * Adds X'WX of one chunk to the columns of `product` (k by k), at and below
 * the diagonal; what lies above is not to be read.
 */
export function addCrossproduct(
  product: Float64Array,
  chunk: Float64Array,
  columns: number,
  size: number,
  weights: Float64Array,
): void {
  if (tile === undefined) tile = crossproductTile();
  if (tile === null || columns < TILED_COLUMNS) addPlainCrossproduct(product, chunk, columns, size, weights);
  else addTiledCrossproduct(tile, product, chunk, columns, size, weights);
}

/** Sixteen sums at a time; where four columns are not full, what lies behind the last is summed with them and never read. */
function addTiledCrossproduct(
  { reserve, weights: weightRoom, sums, columns: columnRoom, run }: CrossproductTile,
  product: Float64Array,
  chunk: Float64Array,
  columns: number,
  size: number,
  weights: Float64Array,
): void {
  const most = (columns + 3) & ~3;
  reserve(most);
  const weightsThere = weightRoom();
  for (let i = 0; i < size; i++) weightsThere[i] = weights[i]!;
  const there = columnRoom();
  for (let j = 0; j < columns; j++) there.set(chunk.subarray(j * CHUNK_ROWS, j * CHUNK_ROWS + size), j * TILE_ROWS);
  const found = sums();
  for (let j = 0; j < columns; j += 4) {
    for (let k = j; k < columns; k += 4) {
      run(columnAt(j), columnAt(k), size);
      for (let a = j; a < Math.min(j + 4, columns); a++) {
        for (let b = Math.max(a, k); b < Math.min(k + 4, columns); b++) {
          product[a * columns + b] = product[a * columns + b]! + found[(a - j) * 4 + b - k]!;
        }
      }
    }
  }
}

/** Two columns meet four at a time, so that each number loaded is used several times. */
function addPlainCrossproduct(
  product: Float64Array,
  chunk: Float64Array,
  columns: number,
  size: number,
  weights: Float64Array,
): void {
  let j = 0;
  for (; j + 1 < columns; j += 2) {
    const left = j * CHUNK_ROWS;
    const right = left + CHUNK_ROWS;
    for (let i = 0; i < size; i++) {
      const w = weights[i]!;
      weighted[i] = w * chunk[left + i]!;
      weightedNext[i] = w * chunk[right + i]!;
    }
    let k = j;
    for (; k + 3 < columns; k += 4) {
      const at = k * CHUNK_ROWS;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let t0 = 0;
      let t1 = 0;
      let t2 = 0;
      let t3 = 0;
      for (let i = 0; i < size; i++) {
        const v = weighted[i]!;
        const w = weightedNext[i]!;
        const a = chunk[at + i]!;
        const b = chunk[at + CHUNK_ROWS + i]!;
        const c = chunk[at + 2 * CHUNK_ROWS + i]!;
        const d = chunk[at + 3 * CHUNK_ROWS + i]!;
        s0 += v * a;
        s1 += v * b;
        s2 += v * c;
        s3 += v * d;
        t0 += w * a;
        t1 += w * b;
        t2 += w * c;
        t3 += w * d;
      }
      const to = j * columns + k;
      const next = to + columns;
      product[to] = product[to]! + s0;
      product[to + 1] = product[to + 1]! + s1;
      product[to + 2] = product[to + 2]! + s2;
      product[to + 3] = product[to + 3]! + s3;
      product[next] = product[next]! + t0;
      product[next + 1] = product[next + 1]! + t1;
      product[next + 2] = product[next + 2]! + t2;
      product[next + 3] = product[next + 3]! + t3;
    }
    for (; k < columns; k++) {
      const at = k * CHUNK_ROWS;
      let s = 0;
      let t = 0;
      for (let i = 0; i < size; i++) {
        const a = chunk[at + i]!;
        s += weighted[i]! * a;
        t += weightedNext[i]! * a;
      }
      const to = j * columns + k;
      product[to] = product[to]! + s;
      product[to + columns] = product[to + columns]! + t;
    }
  }
  if (j < columns) {
    const at = j * CHUNK_ROWS;
    let s = 0;
    for (let i = 0; i < size; i++) s += weights[i]! * chunk[at + i]! * chunk[at + i]!;
    product[j * columns + j] = product[j * columns + j]! + s;
  }
}

/** Adds Xb of one chunk to result[from], result[from + 1], … */
export function addProduct(
  result: Float64Array,
  from: number,
  chunk: Float64Array,
  coefficients: Float64Array,
  size: number,
): void {
  const columns = coefficients.length;
  let j = 0;
  for (; j + 3 < columns; j += 4) {
    const at = j * CHUNK_ROWS;
    const b0 = coefficients[j]!;
    const b1 = coefficients[j + 1]!;
    const b2 = coefficients[j + 2]!;
    const b3 = coefficients[j + 3]!;
    for (let i = 0; i < size; i++) {
      result[from + i] =
        result[from + i]! +
        b0 * chunk[at + i]! +
        b1 * chunk[at + CHUNK_ROWS + i]! +
        b2 * chunk[at + 2 * CHUNK_ROWS + i]! +
        b3 * chunk[at + 3 * CHUNK_ROWS + i]!;
    }
  }
  for (; j < columns; j++) {
    const at = j * CHUNK_ROWS;
    const b = coefficients[j]!;
    for (let i = 0; i < size; i++) result[from + i] = result[from + i]! + b * chunk[at + i]!;
  }
}

/** Adds X'r of one chunk to `sums`, r being residuals[from], residuals[from + 1], … */
export function addTransposedProduct(
  sums: Float64Array,
  residuals: Float64Array,
  from: number,
  chunk: Float64Array,
  size: number,
): void {
  const columns = sums.length;
  let j = 0;
  for (; j + 3 < columns; j += 4) {
    const at = j * CHUNK_ROWS;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let i = 0; i < size; i++) {
      const r = residuals[from + i]!;
      s0 += r * chunk[at + i]!;
      s1 += r * chunk[at + CHUNK_ROWS + i]!;
      s2 += r * chunk[at + 2 * CHUNK_ROWS + i]!;
      s3 += r * chunk[at + 3 * CHUNK_ROWS + i]!;
    }
    sums[j] = sums[j]! + s0;
    sums[j + 1] = sums[j + 1]! + s1;
    sums[j + 2] = sums[j + 2]! + s2;
    sums[j + 3] = sums[j + 3]! + s3;
  }
  for (; j < columns; j++) {
    const at = j * CHUNK_ROWS;
    let s = 0;
    for (let i = 0; i < size; i++) s += residuals[from + i]! * chunk[at + i]!;
    sums[j] = sums[j]! + s;
  }
}
