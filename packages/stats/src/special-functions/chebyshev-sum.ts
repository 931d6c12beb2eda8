/**
 * Chebyshev series c₀ + c₁T₁(t) + … at t in [-1, 1], by Clenshaw's backward recurrence: one multiplication
 * and two additions a term, and rounding errors that do not grow with the number of terms.
 */
export function chebyshevSum(coefficients: readonly number[], t: number): number {
  let next = 0;
  let afterNext = 0;
  for (let k = coefficients.length - 1; k > 0; k--) {
    const current = coefficients[k]! + 2 * t * next - afterNext;
    afterNext = next;
    next = current;
  }
  return coefficients[0]! + t * next - afterNext;
}
