import {
  cholesky,
  crossproduct,
  designMatrix,
  householderQr,
  inverseCholesky,
  inverseCrossproduct,
  type Matrix,
  solveCholesky,
  solveQr,
  symmetricEigen,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle } from "../support.ts";

const oracle = readOracle<{
  tolerance: number;
  columns: number[][];
  weights: number[];
  right: number[];
  crossproduct: number[][];
  inverse: number[][];
  eigenvalues: number[];
  solution: number[];
  hilbertEigenvalues: number[];
}>("linear-algebra.json");
const { tolerance } = oracle;

const matrix = designMatrix(oracle.columns, { intercept: false });
const weights = Float64Array.from(oracle.weights);
const byRow = ({ rows, columns, values }: Matrix) =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => values[j * rows + i]!));

describe("crossproduct", () => {
  it("agrees with R, over several chunks of rows and an odd number of columns", () => {
    expectClose(byRow(crossproduct(matrix, weights)), oracle.crossproduct, tolerance);
  });

  it("is exactly symmetric", () => {
    const rows = byRow(crossproduct(matrix));
    expect(rows).toEqual(rows[0]!.map((_, j) => rows.map((row) => row[j]!)));
  });

  it("with weight 2 equals the rows twice", () => {
    const twice = designMatrix(
      oracle.columns.map((column) => [...column, ...column]),
      { intercept: false },
    );
    expectClose(byRow(crossproduct(matrix, new Float64Array(matrix.rows).fill(2))), byRow(crossproduct(twice)), 1e-13);
  });
});

describe("Cholesky", () => {
  const product = crossproduct(matrix, weights);

  it("inverts as R's solve does", () => {
    expectClose(byRow(inverseCholesky(cholesky(product))), oracle.inverse, tolerance, 1e-12);
  });

  it("solves what it was given", () => {
    const solution = solveCholesky(cholesky(product), Float64Array.of(1, 2, 3, 4, 5));
    const back = byRow(product).map((row) => row.reduce((sum, value, j) => sum + value * solution[j]!, 0));
    expectClose(back, [1, 2, 3, 4, 5], 1e-11);
  });

  it("drops the later of two columns that say the same", () => {
    const copy = designMatrix([oracle.columns[0]!, oracle.columns[1]!, oracle.columns[0]!], { intercept: false });
    const result = cholesky(crossproduct(copy));
    expect(result.dropped).toEqual([2]);
    expect(result.rank).toBe(2);
  });

  it("refuses a matrix that is not square", () => {
    expect(() => cholesky({ rows: 2, columns: 1, values: Float64Array.of(1, 2) })).toThrow(
      "cholesky: matrix must be square, got 2 rows and 1 columns",
    );
  });
});

describe("Householder QR", () => {
  it("solves least squares as R's qr.solve does", () => {
    expectClose(solveQr(householderQr(matrix), Float64Array.from(oracle.right)), oracle.solution, tolerance);
  });

  it("has the inverse of the crossproduct", () => {
    expectClose(
      byRow(inverseCrossproduct(householderQr(matrix))),
      byRow(inverseCholesky(cholesky(crossproduct(matrix)))),
      1e-10,
      1e-12,
    );
  });

  it("leaves its input untouched", () => {
    const before = matrix.values.slice();
    householderQr(matrix);
    expect(matrix.values).toEqual(before);
  });

  it("keeps columns of very different length and drops a zero column", () => {
    const tiny = designMatrix(
      [
        [1e-100, 2e-100, -1e-100],
        [0, 0, 0],
        [1e100, 1e100, 2e100],
      ],
      { intercept: false },
    );
    const { kept, dropped } = householderQr(tiny);
    expect(kept).toEqual([0, 2]);
    expect(dropped).toEqual([1]);
  });

  it("drops what more columns than rows cannot hold", () => {
    const wide = designMatrix(
      [
        [1, 2],
        [3, 4],
        [5, 7],
      ],
      { intercept: false },
    );
    expect(householderQr(wide).dropped).toEqual([2]);
  });
});

describe("symmetric eigenvalues", () => {
  it("agree with R", () => {
    expectClose(symmetricEigen(crossproduct(matrix, weights)).values, oracle.eigenvalues, tolerance);
  });

  it("agree with R to rounding of the largest where they span thirteen orders of magnitude (Hilbert matrix)", () => {
    const k = 10;
    const values = Float64Array.from({ length: k * k }, (_, at) => 1 / ((at % k) + Math.floor(at / k) + 1));
    const found = symmetricEigen({ rows: k, columns: k, values }).values;
    expectClose(found, oracle.hilbertEigenvalues, 2e-15, found[0]!);
  });

  it("come with vectors of length 1 that rebuild the matrix", () => {
    const product = crossproduct(matrix, weights);
    const { values, vectors } = symmetricEigen(product);
    const v = byRow(vectors);
    const rebuilt = v.map((a) => v.map((b) => a.reduce((sum, entry, j) => sum + entry * values[j]! * b[j]!, 0)));
    expectClose(rebuilt, byRow(product), 1e-12, values[0]!);
    for (let j = 0; j < 5; j++)
      expectClose(
        v.reduce((sum, row) => sum + row[j]! ** 2, 0),
        1,
        1e-14,
      );
  });
});

describe("design matrix", () => {
  it("leads with ones", () => {
    expect(byRow(designMatrix([[2, 3]]))).toEqual([
      [1, 2],
      [1, 3],
    ]);
  });

  it("names the column and the row that is missing, not the value", () => {
    expect(() =>
      designMatrix([
        [1, 2],
        [3, Number.NaN],
      ]),
    ).toThrow("designMatrix: columns[1] must be finite with none missing, row 1 (from 0) is not");
  });
});
