import { householderQr } from "../linear-algebra/householder-qr.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { column, product, transposedProduct } from "../linear-algebra/product.ts";
import {
  columnScaling,
  scaledColumns,
  scaledContrast,
  unscaledCoefficients,
  unscaledCovariance,
} from "../regression/column-scaling.ts";
import { orthogonalColumns } from "./orthogonal-columns.ts";

/** The columns of a design that say something of their own, scaled and made orthogonal, with the way back. */
export interface FixedColumns {
  /** n by p, of mean square 1 */
  readonly columns: Matrix;
  /** columns of the design that repeat others or do not vary */
  readonly aliased: readonly number[];
  /** the first column is a constant */
  readonly hasIntercept: boolean;
  /** of the determinant of crossproducts, what the columns of the design have beyond these */
  readonly logDeterminant: number;
  /** on the columns of the design; null where aliased */
  readonly coefficientsOf: (solution: Float64Array) => (number | null)[];
  readonly covarianceOf: (own: Matrix) => number[][];
  /** what a combination of the design's coefficients is of these */
  readonly contrastOf: (weights: readonly number[]) => Float64Array;
}

/** So that years near 2020, alone or times a group, cost no digits. */
export function fixedColumns(design: Matrix): FixedColumns {
  const scaling = columnScaling(design, new Float64Array(design.rows).fill(1));
  const all = Array.from({ length: design.columns }, (_, j) => j);
  const varying = all.filter((j) => scaling.inverseScales[j] !== 0);
  const kept = householderQr(scaledColumns(design, scaling, varying)).kept.map((c) => varying[c]!);
  const { columns, back } = orthogonalColumns(scaledColumns(design, scaling, kept));
  const logDeterminant = kept.reduce(
    (sum, j, c) => sum - 2 * Math.log(scaling.inverseScales[j]! * back.values[c * kept.length + c]!),
    0,
  );
  const scaledSolution = (solution: Float64Array) => product(back, column(solution)).values;
  return {
    columns,
    aliased: all.filter((j) => !kept.includes(j)),
    hasIntercept: scaling.hasIntercept,
    logDeterminant,
    coefficientsOf: (solution) => unscaledCoefficients(scaling, kept, scaledSolution(solution)),
    covarianceOf: (own) => unscaledCovariance(scaling, kept, product(product(back, own), transposed(back))),
    contrastOf: (weights) => transposedProduct(back, column(scaledContrast(scaling, kept, weights))).values,
  };
}

function transposed({ rows, columns, values }: Matrix): Matrix {
  return {
    rows: columns,
    columns: rows,
    values: Float64Array.from(values, (_, at) => values[(at % columns) * rows + Math.floor(at / columns)]!),
  };
}
