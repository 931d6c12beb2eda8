import type { Matrix } from "../linear-algebra/matrix.ts";
import type { OccasionProducts } from "./occasion-products.ts";

/** What people of one pattern of occasions add to the derivatives; W is the inverse of their covariance, R their residuals. */
export interface PatternTerms {
  readonly occasions: readonly number[];
  readonly people: number;
  /** W, m by m */
  readonly inverse: Float64Array;
  /** ΣWX(X'V⁻¹X)⁻¹X'W, m by m: what the coefficients took up */
  readonly leverage: Float64Array;
  /** ΣWRR'W and the leverage, m by m */
  readonly spread: Float64Array;
  /** of every two occasions (a, b), block a·m + b: Σ(WX)ₐ'(WX)ᵦ, k by k */
  readonly fixed: readonly Float64Array[];
  /** and Σ(WX)ₐ'(WR)ᵦ, length k */
  readonly mixed: readonly Float64Array[];
}

/**
 * @param inverse      of the covariance of these occasions
 * @param coefficients length k
 * @param unit         (X'V⁻¹X)⁻¹ over everybody
 */
export function patternTerms(
  { occasions, people, blocks }: OccasionProducts,
  inverse: Matrix,
  coefficients: Float64Array,
  unit: Matrix,
): PatternTerms {
  const m = occasions.length;
  const k = coefficients.length;
  const weighted = weightedBlocks(blocks, inverse, (k + 1) ** 2);
  const fixed: Float64Array[] = [];
  const mixed: Float64Array[] = [];
  const leverage = new Float64Array(m * m);
  const spread = new Float64Array(m * m);
  for (let block = 0; block < m * m; block++) {
    const own = weighted.subarray(block * (k + 1) ** 2, (block + 1) * (k + 1) ** 2);
    const ofFixed = new Float64Array(k * k);
    for (let i = 0; i < k; i++) ofFixed.set(own.subarray(i * (k + 1), i * (k + 1) + k), i * k);
    const residuals = againstResiduals(own, coefficients);
    fixed.push(ofFixed);
    mixed.push(residuals.subarray(0, k));
    leverage[block] = dot(ofFixed, unit.values);
    spread[block] = residuals[k]! - dot(coefficients, residuals) + leverage[block]!;
  }
  return { occasions, people, inverse: inverse.values, leverage, spread, fixed, mixed };
}

/** (W ⊗ W) applied to the blocks, one side after the other. */
function weightedBlocks(blocks: Float64Array, { rows: m, values: w }: Matrix, length: number): Float64Array {
  const half = new Float64Array(blocks.length);
  const whole = new Float64Array(blocks.length);
  for (let a = 0; a < m; a++) {
    for (let b = 0; b < m; b++) {
      for (let s = 0; s < m; s++) add(half, (a * m + b) * length, w[s * m + b]!, blocks, (a * m + s) * length, length);
    }
  }
  for (let a = 0; a < m; a++) {
    for (let s = 0; s < m; s++) add(whole, a * m * length, w[s * m + a]!, half, s * m * length, m * length);
  }
  return whole;
}

function add(to: Float64Array, at: number, weight: number, from: Float64Array, start: number, length: number): void {
  for (let i = 0; i < length; i++) to[at + i]! += weight * from[start + i]!;
}

/** The block's columns of the design and of the outcome against outcome less design times coefficients. */
function againstResiduals(block: Float64Array, coefficients: Float64Array): Float64Array {
  const k = coefficients.length;
  return Float64Array.from({ length: k + 1 }, (_, i) => {
    const from = i * (k + 1);
    return block[from + k]! - dot(coefficients, block.subarray(from, from + k));
  });
}

/** Over the length of the first. */
function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
