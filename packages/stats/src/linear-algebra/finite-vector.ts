/**
 * The values as a Float64Array of the length expected, or a RangeError naming
 * the argument. Never copies what is already a Float64Array, so callers must
 * not write to it. The message gives the row, not the value: values of people
 * stay out of messages.
 */
export function finiteVector(
  caller: string,
  name: string,
  values: ArrayLike<number>,
  length: number = values.length,
): Float64Array {
  if (values.length !== length) {
    throw new RangeError(`${caller}: ${name} must have length ${length}, got ${values.length}`);
  }
  const vector = values instanceof Float64Array ? values : Float64Array.from(values);
  if (!allFinite(vector)) {
    const row = vector.findIndex((value) => !Number.isFinite(value));
    throw new RangeError(`${caller}: ${name} must be finite with none missing, row ${row} (from 0) is not`);
  }
  return vector;
}

/** A finite number minus itself is 0, anything else NaN, and NaN stays in a sum; four sums wait for nothing but memory. */
function allFinite(vector: Float64Array): boolean {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < vector.length; i += 4) {
    a += vector[i]! - vector[i]!;
    b += vector[i + 1]! - vector[i + 1]!;
    c += vector[i + 2]! - vector[i + 2]!;
    d += vector[i + 3]! - vector[i + 3]!;
  }
  for (; i < vector.length; i++) a += vector[i]! - vector[i]!;
  return a + b + c + d === 0;
}

/** Weights >= 0, not all 0; ones when left out. */
export function weightVector(caller: string, weights: ArrayLike<number> | undefined, length: number): Float64Array {
  if (weights === undefined) return new Float64Array(length).fill(1);
  const vector = finiteVector(caller, "weights", weights, length);
  let positive = false;
  for (let i = 0; i < length; i++) {
    if (vector[i]! < 0) throw new RangeError(`${caller}: weights must be >= 0, row ${i} (from 0) is not`);
    positive ||= vector[i]! > 0;
  }
  if (!positive) throw new RangeError(`${caller}: weights must not all be 0`);
  return vector;
}
