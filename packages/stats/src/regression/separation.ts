import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { nonnegativeResidual } from "../linear-algebra/nonnegative-residual.ts";
import { transposedProduct } from "../linear-algebra/product.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";
import { type ColumnScaling, scaledRows, unscaledCoefficients } from "./column-scaling.ts";
import type { Family } from "./family.ts";

export interface Separation {
  /** columns of the design that carry the direction, in order */
  readonly columns: readonly number[];
  /** rows whose outcome it determines, in order */
  readonly rows: Int32Array;
}

interface Rows {
  readonly design: Matrix;
  readonly scaling: ColumnScaling;
  /** that are linearly independent */
  readonly columns: readonly number[];
  /** whether each row's likelihood rises for ever with its linear predictor (1), against it (−1), or neither way (0) */
  readonly sides: Int8Array;
}

/**
 * Whether some combination of columns raises the likelihood for ever, so that
 * it has no maximum, decided without fitting; null when none does.
 *
 * A direction d separates when s x'd >= 0 in every row, s its side (x'd = 0 in
 * a row of side 0), and > 0 in one. By Stiemke's theorem there is none exactly
 * when positive multiples of the vectors s x add up to 0, and non-negative
 * least squares decides that: its residual is 0 or such a direction. A few
 * thousand rows settle the usual case, as what they rule out more rows rule
 * out too; a direction they leave is checked on every row, and rows that
 * contradict it are added until none does.
 *
 * @param columns that are linearly independent
 * @param weights rows of weight 0 play no part
 * @source Albert and Anderson (1984), doi:10.1093/biomet/71.1.1; Correia, Guimarães and Zylkin (2019), arXiv:1903.01633
 */
export function separationOf(
  family: Family,
  design: Matrix,
  scaling: ColumnScaling,
  columns: readonly number[],
  outcome: Float64Array,
  weights: Float64Array,
): Separation | null {
  const sides = new Int8Array(design.rows);
  let count = 0;
  const used = new Int32Array(design.rows);
  for (let i = 0; i < design.rows; i++) {
    if (!(weights[i]! > 0)) continue;
    sides[i] = family.sideOf(outcome[i]!);
    used[count++] = i;
  }
  return findSeparation({ design, scaling, columns, sides }, used.subarray(0, count));
}

function findSeparation(rows: Rows, used: Int32Array): Separation | null {
  const carrying = new Set<number>();
  const determined = new Set<number>();
  let remaining = used;
  // Rows that a direction determines no longer hinder others: what is left may be separated in turn.
  while (remaining.length > 0) {
    const direction = separatingDirection(rows, remaining);
    if (direction === null) break;
    const single = singleColumns(rows, remaining);
    const found =
      single.length > 0
        ? single
        : [
            {
              columns: columnsOf(rows, direction),
              beyond: (i: number) => Math.abs(distance(rows, direction, i)) > CONTACT,
            },
          ];
    const before = determined.size;
    for (const { columns, beyond } of found) {
      for (const j of columns) carrying.add(j);
      for (const i of remaining) if (beyond(i)) determined.add(i);
    }
    if (determined.size === before) break;
    remaining = remaining.filter((i) => !determined.has(i));
  }
  if (determined.size === 0) return null;
  return { columns: [...carrying].sort((one, other) => one - other), rows: Int32Array.from(determined).sort() };
}

/** What says most with fewest words: the intercept, or single columns with a threshold, that separate by themselves. */
function singleColumns(
  { design, scaling, columns, sides }: Rows,
  among: Int32Array,
): { columns: number[]; beyond: (i: number) => boolean }[] {
  const first = sides[among[0]!]!;
  if (scaling.hasIntercept && first !== 0 && among.every((i) => sides[i] === first)) {
    return [{ columns: [0], beyond: () => true }];
  }
  return columns.flatMap((j) => {
    if (scaling.hasIntercept && j === 0) return [];
    const x = (i: number) => design.values[j * design.rows + i]!;
    const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    const high = low.map((value) => -value);
    for (const i of among) {
      const side = sides[i]! + 1;
      low[side] = Math.min(low[side]!, x(i));
      high[side] = Math.max(high[side]!, x(i));
    }
    for (const [below, above] of [
      [0, 2],
      [2, 0],
    ] as const) {
      // Rows bounded on neither side must lie on the threshold itself; without an intercept it is 0.
      const least = Math.max(high[below]!, high[1]!, scaling.hasIntercept ? Number.NEGATIVE_INFINITY : 0);
      const most = Math.min(low[above]!, low[1]!, scaling.hasIntercept ? Number.POSITIVE_INFINITY : 0);
      if (!(least <= most) || low[below] === high[above]) continue;
      const threshold =
        least === Number.NEGATIVE_INFINITY ? most : most === Number.POSITIVE_INFINITY ? least : (least + most) / 2;
      return [{ columns: threshold === 0 ? [j] : [0, j], beyond: (i: number) => x(i) !== threshold }];
    }
    return [];
  });
}

/** In a direction of length 1, a row of length 1 that lies this close to the boundary lies on it. */
const CONTACT = 1e-7;
/** Rows of each side to begin with, and rows added at a time. */
const SAMPLE = 2048;

function separatingDirection(rows: Rows, among: Int32Array): Float64Array | null {
  let sample = [-1, 0, 1].flatMap((side) => spread(among.filter((i) => rows.sides[i] === side)));
  for (;;) {
    const vectors = signedVectors(rows, sample);
    const residual = nonnegativeResidual(vectors.values, minusMean(vectors));
    const length = Math.hypot(...residual);
    let missing: Int32Array;
    if (length > 0) {
      const direction = residual.map((value) => -value / length);
      const against = (i: number) => {
        const along = distance(rows, direction, i);
        return rows.sides[i] === 0 ? Math.abs(along) > CONTACT : along * rows.sides[i]! < -CONTACT;
      };
      missing = among.filter(against);
      if (missing.length === 0)
        return among.some((i) => Math.abs(distance(rows, direction, i)) > CONTACT) ? direction : null;
    } else {
      const unseen = unseenDirections(vectors);
      missing = among.filter((i) => unseen.some((direction) => Math.abs(distance(rows, direction, i)) > CONTACT));
      if (missing.length === 0) return null;
    }
    const grown = new Set(sample);
    for (const i of spread(missing)) grown.add(i);
    // Only rounding could contradict a direction in the very rows it was made from.
    if (grown.size === sample.length) return null;
    sample = [...grown];
  }
}

/** At most SAMPLE of the rows, evenly spaced. */
function spread(rows: Int32Array): number[] {
  const count = Math.min(rows.length, SAMPLE);
  return Array.from({ length: count }, (_, at) => rows[Math.floor((at * rows.length) / count)]!);
}

/** s x / |x| of the rows, one after the other; both ways for rows of side 0. */
function signedVectors(rows: Rows, sample: readonly number[]): Matrix {
  const k = rows.columns.length;
  const both = sample.flatMap((i) =>
    rows.sides[i] === 0
      ? [
          [i, 1],
          [i, -1],
        ]
      : [[i, rows.sides[i]!]],
  ) as [number, number][];
  const vectors = zeroMatrix(k, both.length);
  both.forEach(([i, side], at) => {
    const x = scaledRows(rows.design, rows.scaling, rows.columns, Int32Array.of(i)).values;
    const length = Math.hypot(...x) || 1;
    for (let c = 0; c < k; c++) vectors.values[at * k + c] = (side * x[c]!) / length;
  });
  return vectors;
}

function minusMean({ rows: k, columns: count, values }: Matrix): Float64Array {
  const mean = new Float64Array(k);
  for (let at = 0; at < values.length; at++) mean[at % k] = mean[at % k]! - values[at]! / count;
  return mean;
}

/** Directions at right angles to every vector. */
function unseenDirections(vectors: Matrix): Float64Array[] {
  const k = vectors.rows;
  const across = zeroMatrix(vectors.columns, k);
  for (let at = 0; at < vectors.values.length; at++) {
    across.values[(at % k) * vectors.columns + Math.floor(at / k)] = vectors.values[at]!;
  }
  const { values, vectors: directions } = symmetricEigen(transposedProduct(across, across));
  return Array.from({ length: k }, (_, j) => j)
    .filter((j) => !(values[j]! > CONTACT * CONTACT * values[0]!))
    .map((j) => directions.values.slice(j * k, j * k + k));
}

/** How far along the direction a row lies, on the scaled columns, when both are 1 long. */
function distance({ design, scaling, columns }: Rows, direction: Float64Array, i: number): number {
  const { rows: n, values } = design;
  const { centres, inverseScales } = scaling;
  let sum = 0;
  let squares = 0;
  for (let c = 0; c < columns.length; c++) {
    const j = columns[c]!;
    const x = (values[j * n + i]! - centres[j]!) * inverseScales[j]!;
    sum += x * direction[c]!;
    squares += x * x;
  }
  return squares > 0 ? sum / Math.sqrt(squares) : 0;
}

/** Columns in which the direction is not rounding, in standard deviations. */
function columnsOf({ scaling, columns }: Rows, direction: Float64Array): number[] {
  const onOriginal = unscaledCoefficients(scaling, columns, direction);
  const sizes = columns.map((j) => Math.abs(onOriginal[j]! / scaling.inverseScales[j]!));
  const largest = Math.max(...sizes);
  return columns.filter((_, c) => sizes[c]! > 1e-6 * largest);
}
