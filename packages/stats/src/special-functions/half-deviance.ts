/**
 * Half the deviance of one cell: observed · log(observed / expected) − (observed − expected), always >= 0.
 *
 * Near observed = expected the two parts cancel; there log(o/e) = 2 artanh(v), v = (o − e)/(o + e), is
 * expanded so that the first order drops out on paper.
 *
 * @param observed >= 0
 * @param expected > 0
 * @param difference observed − expected; passed in because the caller often knows it more exactly
 * @source Loader (2000), section 2 (his `bd0`)
 */
export function halfDeviance(observed: number, expected: number, difference: number): number {
  if (observed === 0) return expected;
  const v = difference / (observed + expected);
  if (Math.abs(v) > 0.25) return observed * Math.log(observed / expected) - difference;
  const square = v * v;
  let power = 2 * observed * v;
  let sum = difference * v;
  // v² <= 1/16, so fourteen terms fall below a rounding.
  for (let k = 3; k <= 29; k += 2) {
    power *= square;
    sum += power / k;
  }
  return sum;
}
