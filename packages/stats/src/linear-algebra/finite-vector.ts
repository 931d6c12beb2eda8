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
  for (let i = 0; i < length; i++) {
    // A finite number minus itself is 0; NaN and the infinities give NaN.
    const value = vector[i]!;
    if (value - value !== 0) {
      throw new RangeError(`${caller}: ${name} must be finite with none missing, row ${i} (from 0) is not`);
    }
  }
  return vector;
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
