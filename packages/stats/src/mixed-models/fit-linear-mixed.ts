import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { householderQr } from "../linear-algebra/householder-qr.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { product } from "../linear-algebra/product.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import { checkedTerms } from "../regression/checked-design.ts";
import { standardErrorsOf } from "../regression/regression-fit.ts";
import { fixedColumns } from "./fixed-columns.ts";
import { groupProducts } from "./group-products.ts";
import { minimiseSmooth } from "./minimise-smooth.ts";
import { contrastOf, type MixedContrast } from "./mixed-contrast.ts";
import { atCovariance, place } from "./mixed-likelihood.ts";
import { orthogonalColumns } from "./orthogonal-columns.ts";
import { satterthwaiteDf } from "./satterthwaite-df.ts";

export interface LinearMixedInput {
  /** n by k; a constant column, if any, first */
  readonly design: Matrix;
  /** length n */
  readonly outcome: ArrayLike<number>;
  /** group (person, site) of each row, any numbers, length n */
  readonly groups: ArrayLike<number>;
  /** n by q, columns whose coefficients differ between groups; a constant alone when left out */
  readonly random?: Matrix;
  /** restricted maximum likelihood, or maximum likelihood; default restricted */
  readonly method?: "restricted" | "full";
  /** names of the columns of `design`; x0, x1, … when left out */
  readonly names?: readonly string[];
}

export interface LinearMixedFit {
  readonly method: "restricted" | "full";
  readonly terms: readonly string[];
  readonly converged: boolean;
  readonly rows: number;
  readonly groups: number;
  /** null where a column repeats others or does not vary */
  readonly coefficients: readonly (number | null)[];
  readonly standardErrors: readonly (number | null)[];
  readonly covariance: readonly (readonly number[])[];
  readonly aliased: readonly number[];
  readonly residualStandardDeviation: number;
  /** covariance of the groups' own deviations, q by q, in units of the outcome per unit of the columns of `random` */
  readonly groupCovariance: readonly (readonly number[])[];
  /** a variance is 0, or deviations are combinations of each other: groups differ by no more than chance */
  readonly singular: boolean;
  /** of the data, with 2π and all constants */
  readonly logLikelihood: number;
  /**
   * A combination of coefficients, such as the difference between arms at one wave.
   *
   * @param weights one a column of the design
   * @param level   of the interval, default 0.95
   */
  contrast(weights: readonly number[], level?: number): MixedContrast;
}

/**
 * A linear model for repeated measurements: people (or sites) share the fixed coefficients and deviate from some of them by
 * amounts with a normal distribution, residuals are independent. People count with every wave they have, so that leavers'
 * earlier scores are used, and estimates are right when leaving depends on scores seen (missing at random).
 *
 * Columns are scaled, those of `random` made orthogonal (so that it does not matter where time is counted from), products taken once by group, the likelihood is minimised over the relative covariance of the deviations
 * with everything else in closed form. Degrees of freedom are Satterthwaite's, from the curvature of the criterion.
 *
 * Missing rule: rows with a missing value are the caller's to leave out, and to count.
 *
 * @param input design n by k, outcome in any unit, groups of at least two members each to be of use
 * @throws RangeError when lengths differ, a value is missing, fewer than two groups have two rows, or rows do not outnumber
 *   coefficients
 * @source Bates, Mächler, Bolker and Walker (2015), doi:10.18637/jss.v067.i01; degrees of freedom: Fai and Cornelius (1996),
 *   doi:10.1080/00949659608811740
 * @example
 * const design = designMatrix([[0, 1, 0, 1, 0, 1, 0, 1]]);
 * const fit = fitLinearMixed({ design, outcome: [10, 13, 20, 22, 31, 33, 41, 46], groups: [1, 1, 2, 2, 3, 3, 4, 4] });
 * fit.contrast([0, 1]).estimate; // 3
 */
export function fitLinearMixed(input: LinearMixedInput): LinearMixedFit {
  const { design, method = "restricted" } = input;
  const n = design.rows;
  const terms = checkedTerms("fitLinearMixed", design, input.names);
  const outcome = finiteVector("fitLinearMixed", "outcome", input.outcome, n);
  const { codes, count } = distinctCodes(finiteVector("fitLinearMixed", "groups", input.groups, n));
  const random = checkedRandom(input.random, n);
  requireRepeats(codes, count);

  const fixed = fixedColumns(design);
  const p = fixed.columns.columns;
  if (n <= p) throw new RangeError(`fitLinearMixed: rows must outnumber the ${p} coefficients, got ${n}`);
  const centre = fixed.hasIntercept ? outcome.reduce((sum, one) => sum + one, 0) / n : 0;
  const deviations = orthogonalColumns(random);
  const products = groupProducts(
    fixed.columns,
    outcome.map((one) => one - centre),
    deviations.columns,
    codes,
    count,
  );

  const restricted = method === "restricted";
  const degrees = restricted ? n - p : n;
  const profiled = (lambda: Float64Array) => {
    const { squares, logDeterminants } = atCovariance(products, lambda, restricted);
    return logDeterminants + degrees * Math.log(squares / degrees);
  };
  const q = random.columns;
  const found = minimiseSmooth(profiled, startOf(q));
  const best = atCovariance(products, found.point, restricted);
  const variance = best.squares / degrees;
  const solution = Float64Array.from(best.coefficients);
  if (fixed.hasIntercept) solution[0] = solution[0]! + centre;
  const covariance = fixed.covarianceOf(best.unitCovariance).map((row) => row.map((one) => one * variance));
  const { aliased } = fixed;
  const coefficients = fixed.coefficientsOf(solution);
  const contrastOn = fixed.contrastOf;
  const degreesOf = satterthwaiteDf({ products, lambda: found.point, variance, restricted, contrastOn });
  return {
    method,
    terms,
    converged: found.converged,
    rows: n,
    groups: count,
    coefficients,
    standardErrors: standardErrorsOf(covariance, aliased),
    covariance,
    aliased,
    residualStandardDeviation: Math.sqrt(variance),
    groupCovariance: covarianceOf(found.point, deviations.back, variance),
    singular: Array.from({ length: q }, (_, j) => Math.abs(found.point[place(j, j, q)]!)).some((one) => one < 1e-4),
    logLikelihood: -(found.value + (restricted ? fixed.logDeterminant : 0) + degrees * (1 + Math.log(2 * Math.PI))) / 2,
    contrast: (weights, level = 0.95) => contrastOf({ weights, level, coefficients, covariance, aliased, degreesOf }),
  };
}

function checkedRandom(random: Matrix | undefined, n: number): Matrix {
  if (random === undefined) return { rows: n, columns: 1, values: new Float64Array(n).fill(1) };
  if (random.rows !== n || random.columns < 1) {
    throw new RangeError(
      `fitLinearMixed: random must have ${n} rows and a column, got ${random.rows} by ${random.columns}`,
    );
  }
  finiteVector("fitLinearMixed", "random.values", random.values, n * random.columns);
  const [repeated] = householderQr(random).dropped;
  if (repeated !== undefined) {
    throw new RangeError(`fitLinearMixed: column ${repeated} of random must not be 0 throughout or repeat others`);
  }
  return random;
}

/** With one row a group, deviations of groups cannot be told from residuals. */
function requireRepeats(codes: Int32Array, count: number): void {
  const rows = new Int32Array(count);
  for (const code of codes) rows[code]!++;
  const repeated = rows.filter((one) => one > 1).length;
  if (repeated < 2) throw new RangeError(`fitLinearMixed: at least 2 groups must have 2 rows, got ${repeated}`);
}

/** Deviations as large as the residuals. */
function startOf(q: number): Float64Array {
  const start = new Float64Array((q * (q + 1)) / 2);
  for (let j = 0; j < q; j++) start[place(j, j, q)] = 1;
  return start;
}

/** σ²TΛΛ'T', where T takes deviations on the orthogonal columns back to those on the columns of the caller. */
function covarianceOf(lambda: Float64Array, back: Matrix, variance: number): number[][] {
  const q = back.columns;
  const factor = zeroMatrix(q, q);
  for (let j = 0; j < q; j++) for (let i = j; i < q; i++) factor.values[j * q + i] = lambda[place(i, j, q)]!;
  const { values } = product(back, factor);
  return Array.from({ length: q }, (_, a) =>
    Array.from({ length: q }, (_, b) => {
      let sum = 0;
      for (let j = 0; j < q; j++) sum += values[j * q + a]! * values[j * q + b]!;
      return sum * variance;
    }),
  );
}
