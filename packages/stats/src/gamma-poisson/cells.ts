import { finiteVector, weightVector } from "../linear-algebra/finite-vector.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import { sortedOrder } from "../ordering/sorted-order.ts";
import { countTails } from "../regression/negative-binomial-dispersion.ts";
import { LARGEST_COUNT } from "../regression/negative-binomial-family.ts";
import { logGamma } from "../special-functions/log-gamma.ts";

/** Counts by exposure: units that agree in both are one cell, so a million units over one window are a few dozen. */
export interface Cells {
  readonly counts: Float64Array;
  readonly exposures: Float64Array;
  /** units in each cell */
  readonly weights: Float64Array;
  readonly tails: Float64Array;
  readonly units: number;
  readonly events: number;
  /** summed over units */
  readonly exposure: number;
  /** part of the log-likelihood that no parameter moves */
  readonly constant: number;
}

export interface CountsInput {
  /** events of each unit, whole numbers >= 0, length n */
  readonly counts: ArrayLike<number>;
  /** time at risk of each unit, > 0, any unit of time, length n; ones when left out */
  readonly exposures?: ArrayLike<number>;
  /** >= 0, length n: a row of weight 2 is two units; ones when left out */
  readonly weights?: ArrayLike<number>;
}

export function cellsOf(caller: string, input: CountsInput): Cells {
  const n = input.counts.length;
  if (n === 0) throw new RangeError(`${caller}: counts must hold at least one unit, got 0`);
  const counts = finiteVector(caller, "counts", input.counts, n);
  const exposures = exposureVector(caller, "exposures", input.exposures, n);
  const weights = weightVector(caller, input.weights, n);
  for (let i = 0; i < n; i++) {
    const count = counts[i]!;
    if (!Number.isInteger(count) || count < 0 || count > LARGEST_COUNT)
      throw new RangeError(
        `${caller}: counts must be whole numbers from 0 to ${LARGEST_COUNT} (events), row ${i} (from 0) is not`,
      );
  }
  return summed(merged(counts, exposures, weights));
}

/** Ones when left out; refuses anything not > 0. */
export function exposureVector(
  caller: string,
  name: string,
  values: ArrayLike<number> | undefined,
  n: number,
): Float64Array {
  if (values === undefined) return new Float64Array(n).fill(1);
  const exposures = finiteVector(caller, name, values, n);
  for (let i = 0; i < n; i++) {
    if (!(exposures[i]! > 0))
      throw new RangeError(`${caller}: ${name} must be > 0 (time at risk), row ${i} (from 0) is not`);
  }
  return exposures;
}

function merged(counts: Float64Array, exposures: Float64Array, weights: Float64Array) {
  const times = distinctCodes(exposures);
  const cells = counts.map((count, i) => times.codes[i]! * (LARGEST_COUNT + 1) + count);
  const columns = { counts: [] as number[], exposures: [] as number[], weights: [] as number[] };
  let last = -1;
  for (const i of sortedOrder(cells)) {
    if (weights[i] === 0) continue;
    if (cells[i] === last) {
      const at = columns.weights.length - 1;
      columns.weights[at] = columns.weights[at]! + weights[i]!;
      continue;
    }
    last = cells[i]!;
    columns.counts.push(counts[i]!);
    columns.exposures.push(exposures[i]!);
    columns.weights.push(weights[i]!);
  }
  return {
    counts: Float64Array.from(columns.counts),
    exposures: Float64Array.from(columns.exposures),
    weights: Float64Array.from(columns.weights),
  };
}

function summed(columns: Pick<Cells, "counts" | "exposures" | "weights">): Cells {
  const { counts, exposures, weights } = columns;
  let units = 0;
  let events = 0;
  let exposure = 0;
  let constant = 0;
  for (let c = 0; c < counts.length; c++) {
    units += weights[c]!;
    events += weights[c]! * counts[c]!;
    exposure += weights[c]! * exposures[c]!;
    constant += weights[c]! * (counts[c]! * Math.log(exposures[c]!) - logGamma(counts[c]! + 1));
  }
  return { ...columns, tails: countTails(counts, weights), units, events, exposure, constant };
}
