/** Weights as whole numbers of one small part of their unit, so that sums of them are exact in whatever order. */
export interface WholeWeights {
  /** In tenths, hundredths … of the unit: digits of any length; null without a weight. */
  readonly digits: readonly (string | null)[];
  /** Parts of a unit: a power of ten. */
  readonly parts: number;
}

/**
 * Weights by all the decimals they are written with.
 *
 * @param weights >= 0; null without one
 * @throws RangeError when a weight has more than 20 decimals
 */
export function wholeWeights(weights: readonly (number | null)[]): WholeWeights {
  const written = weights.map((weight) => (weight === null ? null : decimalsOf(weight)));
  const places = written.reduce((most, one) => Math.max(most, one?.places ?? 0), 0);
  if (places > 20) throw new RangeError(`wholeWeights: weights must have at most 20 decimals, got ${places}`);
  return {
    digits: written.map((one) => (one === null ? null : String(one.digits * 10n ** BigInt(places - one.places)))),
    parts: 10 ** places,
  };
}

/** The decimals JavaScript writes a number with, the fewest that stand for no other: 2.5 is 25 and one place. */
function decimalsOf(weight: number): { readonly digits: bigint; readonly places: number } {
  const [mantissa, exponent] = weight.toExponential().split("e") as [string, string];
  const [whole, fraction = ""] = mantissa.split(".") as [string, string?];
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}
