import { CHUNK_ROWS } from "../linear-algebra/chunk.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";

/**
 * How each column is centred and scaled before any arithmetic, so that dollars
 * beside 0/1, or years near 2020, cost no digits. Coefficients are found on
 * the scaled columns and taken back at the end.
 */
export interface ColumnScaling {
  /** the first column is a constant, so the others may be centred */
  readonly hasIntercept: boolean;
  readonly centres: Float64Array;
  /** one over each column's standard deviation (or root mean square when not centred); 0 for a column with nothing in it */
  readonly inverseScales: Float64Array;
}

/**
 * Weighted means and deviations of the columns; rows of weight 0 play no part.
 * Columns are centred when the first is constant, or when the model has a free
 * level without a column for it, as the Cox model has.
 */
export function columnScaling(
  design: Matrix,
  weights: Float64Array,
  { freeLevel = false }: { freeLevel?: boolean } = {},
): ColumnScaling {
  const { rows: n, columns: k, values } = design;
  const hasIntercept = !freeLevel && isConstant(values, n);
  const centred = hasIntercept || freeLevel;
  const centres = new Float64Array(k);
  const inverseScales = new Float64Array(k);
  let total = 0;
  for (let i = 0; i < n; i++) total += weights[i]!;
  for (let j = 0; j < k; j++) {
    if (hasIntercept && j === 0) {
      inverseScales[0] = 1 / values[0]!;
      continue;
    }
    const column = values.subarray(j * n, (j + 1) * n);
    const guess = centred ? meanOfFirst(column, weights) : 0;
    let spread = spreadAbout(guess, column, weights, total);
    // The guess was no centre: what is left of a difference of large squares would have few digits.
    if (centred && spread.shift ** 2 > spread.variance) {
      spread = spreadAbout(guess + spread.shift, column, weights, total);
    }
    const scale = Math.sqrt(Math.max(0, centred ? spread.variance : spread.square));
    centres[j] = centred ? spread.centre : 0;
    // A constant column may leave a deviation of rounding size.
    inverseScales[j] = scale > 1e-14 * (Math.abs(centres[j]!) + scale) ? 1 / scale : 0;
  }
  return { hasIntercept, centres, inverseScales };
}

/** Rows whose mean stands for that of all until it is known. */
const FIRST_ROWS = 4096;

function meanOfFirst(column: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < Math.min(FIRST_ROWS, column.length); i++) {
    sum += weights[i]! * column[i]!;
    total += weights[i]!;
  }
  return total > 0 ? sum / total : 0;
}

interface Spread {
  /** how far the mean is from the guess */
  readonly shift: number;
  readonly centre: number;
  /** mean square about the guess */
  readonly square: number;
  /** mean square about the mean */
  readonly variance: number;
}

/** One pass about a guess of the mean; even and odd rows are added up side by side. */
function spreadAbout(guess: number, column: Float64Array, weights: Float64Array, total: number): Spread {
  const n = column.length;
  let sum = 0;
  let sumNext = 0;
  let squares = 0;
  let squaresNext = 0;
  let i = 0;
  for (; i + 1 < n; i += 2) {
    const deviation = column[i]! - guess;
    const next = column[i + 1]! - guess;
    const weighted = weights[i]! * deviation;
    const weightedNext = weights[i + 1]! * next;
    sum += weighted;
    sumNext += weightedNext;
    squares += weighted * deviation;
    squaresNext += weightedNext * next;
  }
  if (i < n) {
    const deviation = column[i]! - guess;
    sum += weights[i]! * deviation;
    squares += weights[i]! * deviation * deviation;
  }
  const shift = (sum + sumNext) / total;
  const square = (squares + squaresNext) / total;
  return { shift, centre: guess + shift, square, variance: square - shift * shift };
}

/** Puts rows from..from+size of the chosen columns, scaled, into `chunk`, CHUNK_ROWS apart. */
export function fillScaledChunk(
  chunk: Float64Array,
  design: Matrix,
  { centres, inverseScales }: ColumnScaling,
  columns: readonly number[],
  from: number,
  size: number,
): void {
  const { rows: n, values } = design;
  for (let c = 0; c < columns.length; c++) {
    const j = columns[c]!;
    const at = j * n + from;
    const centre = centres[j]!;
    const inverse = inverseScales[j]!;
    const to = c * CHUNK_ROWS;
    for (let i = 0; i < size; i++) chunk[to + i] = (values[at + i]! - centre) * inverse;
  }
}

/** The chosen columns scaled, each row times `rowFactors` when given. */
export function scaledColumns(
  design: Matrix,
  { centres, inverseScales }: ColumnScaling,
  columns: readonly number[],
  rowFactors?: Float64Array,
): Matrix {
  const n = design.rows;
  const scaled = zeroMatrix(n, columns.length);
  columns.forEach((j, c) => {
    const centre = centres[j]!;
    const inverse = inverseScales[j]!;
    for (let i = 0; i < n; i++) {
      const value = (design.values[j * n + i]! - centre) * inverse;
      scaled.values[c * n + i] = rowFactors ? value * rowFactors[i]! : value;
    }
  });
  return scaled;
}

/** The chosen rows and columns, scaled. */
export function scaledRows(
  design: Matrix,
  { centres, inverseScales }: ColumnScaling,
  columns: readonly number[],
  rows: Int32Array,
): Matrix {
  const m = rows.length;
  const scaled = zeroMatrix(m, columns.length);
  columns.forEach((j, c) => {
    for (let i = 0; i < m; i++) {
      scaled.values[c * m + i] = (design.values[j * design.rows + rows[i]!]! - centres[j]!) * inverseScales[j]!;
    }
  });
  return scaled;
}

/** The combination of coefficients on the scaled columns that is this one of those on the original columns. */
export function scaledContrast(
  { hasIntercept, centres, inverseScales }: ColumnScaling,
  columns: readonly number[],
  contrast: readonly number[],
): Float64Array {
  const lead = hasIntercept && columns[0] === 0 ? contrast[0]! * inverseScales[0]! : 0;
  return Float64Array.from(columns, (j) => (contrast[j]! - lead * centres[j]!) * inverseScales[j]!);
}

/** Coefficients on the original columns from those on the scaled ones; null where a column is not in the model. */
export function unscaledCoefficients(
  { hasIntercept, centres, inverseScales }: ColumnScaling,
  columns: readonly number[],
  scaled: Float64Array,
): (number | null)[] {
  const coefficients: (number | null)[] = new Array(centres.length).fill(null);
  let shift = 0;
  columns.forEach((j, c) => {
    const value = scaled[c]! * inverseScales[j]!;
    coefficients[j] = value;
    shift += value * centres[j]!;
  });
  if (hasIntercept && columns[0] === 0) coefficients[0] = (scaled[0]! - shift) * inverseScales[0]!;
  return coefficients;
}

/** Covariance on the original columns, all of them: 0 in the rows and columns of those not in the model. */
export function unscaledCovariance(
  { hasIntercept, centres, inverseScales }: ColumnScaling,
  columns: readonly number[],
  scaled: Matrix,
): number[][] {
  const p = columns.length;
  const withIntercept = hasIntercept && columns[0] === 0;
  // Row c of the transformation takes the scaled coefficients to original coefficient columns[c].
  const transform = zeroMatrix(p, p).values;
  for (let c = 0; c < p; c++) {
    const j = columns[c]!;
    transform[c * p + c] = inverseScales[j]!;
    if (withIntercept && c > 0) transform[c * p] = -centres[j]! * inverseScales[j]! * inverseScales[0]!;
  }
  const half = zeroMatrix(p, p).values;
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) {
      let sum = 0;
      for (let m = 0; m < p; m++) sum += transform[m * p + a]! * scaled.values[b * p + m]!;
      half[b * p + a] = sum;
    }
  }
  const all = centres.length;
  const covariance = Array.from({ length: all }, () => new Array<number>(all).fill(0));
  for (let a = 0; a < p; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let m = 0; m < p; m++) sum += half[m * p + a]! * transform[m * p + b]!;
      covariance[columns[a]!]![columns[b]!] = sum;
      covariance[columns[b]!]![columns[a]!] = sum;
    }
  }
  return covariance;
}

function isConstant(values: Float64Array, n: number): boolean {
  const first = values[0];
  if (first === undefined || first === 0) return false;
  for (let i = 1; i < n; i++) if (values[i] !== first) return false;
  return true;
}
