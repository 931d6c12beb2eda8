import { addCrossproduct, addProduct, addTransposedProduct, CHUNK_ROWS } from "../linear-algebra/chunk.ts";
import { mirrorLower } from "../linear-algebra/crossproduct.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { type ColumnScaling, fillScaledChunk } from "./column-scaling.ts";
import type { Family, FamilyRows } from "./family.ts";
import type { Evaluation } from "./maximise.ts";
import { scaledProducts } from "./scaled-products.ts";

/** One pass over the rows, or over every so-manieth chunk of them: linear predictor, family, score, and information unless known. */
export function rowEvaluator(
  family: Family,
  design: Matrix,
  scaling: ColumnScaling,
  columns: readonly number[],
  offset: Float64Array,
  rows: FamilyRows,
  every = 1,
): (point: Float64Array, known?: Matrix) => Evaluation {
  const n = design.rows;
  const p = columns.length;
  const chunk = new Float64Array(CHUNK_ROWS * p);
  const { linearPredictor, scoreResiduals, curvatures } = rows;
  const products = scaledProducts(design, scaling, columns);
  return (point, known) => {
    const gradient = new Float64Array(p);
    let value = 0;
    if (known !== undefined) {
      for (let from = 0; from < n; from += every * CHUNK_ROWS) {
        const size = Math.min(CHUNK_ROWS, n - from);
        linearPredictor.set(offset.subarray(from, from + size), from);
        products.addProduct(linearPredictor, point, from, size);
        value += family.evaluate(rows, from, size);
        products.addTransposedProduct(gradient, scoreResiduals, from, size);
      }
      return { value, gradient, information: known };
    }
    const information = zeroMatrix(p, p);
    for (let from = 0; from < n; from += every * CHUNK_ROWS) {
      const size = Math.min(CHUNK_ROWS, n - from);
      fillScaledChunk(chunk, design, scaling, columns, from, size);
      linearPredictor.set(offset.subarray(from, from + size), from);
      addProduct(linearPredictor, from, chunk, point, size);
      value += family.evaluate(rows, from, size);
      addTransposedProduct(gradient, scoreResiduals, from, chunk, size);
      addCrossproduct(information.values, chunk, p, size, curvatures.subarray(from, from + size));
    }
    mirrorLower(information);
    return { value, gradient, information };
  };
}
