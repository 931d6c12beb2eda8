import { CHUNK_ROWS } from "../linear-algebra/chunk.ts";
import { crossproduct } from "../linear-algebra/crossproduct.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { product } from "../linear-algebra/product.ts";
import { type ColumnScaling, columnScaling, fillScaledChunk, unscaledCovariance } from "./column-scaling.ts";
import { scaledCrossproduct } from "./independent-columns.ts";
import { inverseInformation } from "./inverse-information.ts";
import type { RegressionFit } from "./regression-fit.ts";

/** The parts every sandwich covariance is made of, on the scaled columns. */
export interface SandwichParts {
  readonly scaling: ColumnScaling;
  /** columns in the model */
  readonly columns: readonly number[];
  /** (X'WX)⁻¹ */
  readonly bread: Matrix;
}

export function sandwichParts(caller: string, design: Matrix, fit: RegressionFit): SandwichParts {
  if (design.rows !== fit.scoreResiduals.length || design.columns !== fit.terms.length) {
    throw new RangeError(
      `${caller}: design must be the one that was fitted (${fit.scoreResiduals.length} by ${fit.terms.length}), got ${design.rows} by ${design.columns}`,
    );
  }
  if (!fit.converged) throw new RangeError(`${caller}: fit must have converged, this one has no maximum`);
  const weights = fit.informationWeights;
  const columns = fit.terms.map((_, j) => j).filter((j) => !fit.aliased.includes(j));
  const scaling = columnScaling(design, weights);
  const information = scaledCrossproduct(design, scaling, columns, weights);
  return { scaling, columns, bread: inverseInformation(information, design, scaling, columns, weights) };
}

/** bread · meat · bread, times `factor`, on the original columns. */
export function sandwich({ scaling, columns, bread }: SandwichParts, meat: Matrix, factor: number): number[][] {
  const covariance = product(product(bread, meat), bread);
  return unscaledCovariance(scaling, columns, {
    ...covariance,
    values: covariance.values.map((value) => value * factor),
  });
}

/** Leverage of each row: its information weight times x'(X'WX)⁻¹x. */
export function leverages(design: Matrix, parts: SandwichParts, weights: Float64Array): Float64Array {
  const p = parts.columns.length;
  const chunk = new Float64Array(CHUNK_ROWS * p);
  const result = new Float64Array(design.rows);
  for (let from = 0; from < design.rows; from += CHUNK_ROWS) {
    const size = Math.min(CHUNK_ROWS, design.rows - from);
    fillScaledChunk(chunk, design, parts.scaling, parts.columns, from, size);
    for (let i = 0; i < size; i++) {
      let form = 0;
      for (let a = 0; a < p; a++) {
        let sum = 0;
        for (let b = 0; b < p; b++) sum += parts.bread.values[a * p + b]! * chunk[b * CHUNK_ROWS + i]!;
        form += sum * chunk[a * CHUNK_ROWS + i]!;
      }
      result[from + i] = weights[from + i]! * form;
    }
  }
  return result;
}

/** Σ over clusters of (Σ u x)(Σ u x)', on the scaled columns; clusters numbered 0 to count − 1. */
export function clusterScores(
  design: Matrix,
  { scaling, columns }: SandwichParts,
  scoreResiduals: Float64Array,
  clusters: Int32Array,
  count: number,
): Matrix {
  const p = columns.length;
  const sums = new Float64Array(count * p);
  const chunk = new Float64Array(CHUNK_ROWS * p);
  for (let from = 0; from < design.rows; from += CHUNK_ROWS) {
    const size = Math.min(CHUNK_ROWS, design.rows - from);
    fillScaledChunk(chunk, design, scaling, columns, from, size);
    for (let c = 0; c < p; c++) {
      for (let i = 0; i < size; i++) {
        const at = c * count + clusters[from + i]!;
        sums[at] = sums[at]! + scoreResiduals[from + i]! * chunk[c * CHUNK_ROWS + i]!;
      }
    }
  }
  return crossproduct({ rows: count, columns: p, values: sums });
}
