import { finiteVector, weightVector } from "../linear-algebra/finite-vector.ts";

/** How often each row counts, and in which sense. */
export interface RowWeights {
  /** what each row's part of the likelihood is multiplied by: weight times frequency, length n */
  readonly weights: Float64Array;
  /** people each row stands for, length n; null where every row is one */
  readonly frequencies: Float64Array | null;
  /** people in rows of weight above 0 */
  readonly rows: number;
}

/** Checks both kinds of weights and multiplies them. */
export function rowWeights(
  caller: string,
  input: { readonly weights?: ArrayLike<number>; readonly frequencies?: ArrayLike<number> },
  length: number,
): RowWeights {
  const weights = weightVector(caller, input.weights, length);
  if (input.frequencies === undefined) return { weights, frequencies: null, rows: positive(weights) };
  const frequencies = finiteVector(caller, "frequencies", input.frequencies, length);
  let rows = 0;
  let product = 0;
  const both = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const times = frequencies[i]!;
    if (!Number.isInteger(times) || times < 0) {
      throw new RangeError(`${caller}: frequencies must be whole numbers from 0 (rows), row ${i} (from 0) is not`);
    }
    both[i] = weights[i]! * times;
    product += both[i]!;
    if (weights[i]! > 0) rows += times;
  }
  if (!(product > 0)) throw new RangeError(`${caller}: frequencies must not all be 0 where weights are above 0`);
  return { weights: both, frequencies: frequencies.slice(), rows };
}

function positive(weights: Float64Array): number {
  let count = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) count++;
  return count;
}
