import { quantileSorted } from "simple-statistics";
import { mean } from "./mean.ts";
import { sampleStandardDeviation } from "./sample-variance.ts";

/** What a column of numbers looks like. A figure that does not exist (the mean of none, the spread of one) is null. */
export interface Description {
  /** Values present. */
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  /** Sample standard deviation, divisor n − 1. */
  readonly sd: number | null;
  readonly min: number | null;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  readonly max: number | null;
}

/**
 * Describes a column: counts, mean, standard deviation, and the five-number summary with type 7 quartiles.
 *
 * @param values any unit, length n
 * @param valid 1 = present, 0 = missing, length n; leave out when nothing is missing
 * @returns figures in the unit of the values
 * @throws RangeError when the lengths differ or a value that is present is not finite
 * @example
 * describe([4, 1, 99, 3], [1, 1, 0, 1]).median; // 3
 */
export function describe(values: ArrayLike<number>, valid?: ArrayLike<number>): Description {
  const present = presentValues(values, valid);
  const n = present.length;
  const sorted = Array.from(present.toSorted());
  const at = (p: number): number | null => (n > 0 ? quantileSorted(sorted, p) : null);
  return {
    n,
    missing: values.length - n,
    mean: n > 0 ? mean(present) : null,
    sd: n > 1 ? sampleStandardDeviation(present) : null,
    min: at(0),
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    max: at(1),
  };
}

function presentValues(values: ArrayLike<number>, valid: ArrayLike<number> | undefined): Float64Array {
  if (valid !== undefined && valid.length !== values.length) {
    throw new RangeError(`describe: valid must be as long as values (${values.length}), got ${valid.length}`);
  }
  const present: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (valid !== undefined && !valid[i]) continue;
    const value = values[i]!;
    if (!Number.isFinite(value)) {
      throw new RangeError(`describe: values must be finite where they are present, got ${value} at index ${i}`);
    }
    present.push(value);
  }
  return Float64Array.from(present);
}
