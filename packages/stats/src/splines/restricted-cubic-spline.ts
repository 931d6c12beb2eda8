/**
 * Restricted cubic spline of a number: curves that join smoothly at the knots and are straight lines outside the outer
 * ones. With the number itself as the first column, k knots take k − 1 columns.
 *
 * @param values length n, any unit
 * @param knots  at least three, ascending and different, in the unit of the values
 * @returns k − 2 columns beside the number itself, each length n, in the unit of the values (divided by the squared distance
 *          of the outer knots)
 * @throws RangeError when knots are fewer than three, not finite or not ascending
 * @source Harrell (2015), Regression Modeling Strategies, section 2.4.5
 * @example
 * Array.from(restrictedCubicSpline([0, 1, 2, 3], [0, 1, 2])[0]); // [0, 0.25, 1.5, 3]
 */
export function restrictedCubicSpline(values: ArrayLike<number>, knots: readonly number[]): Float64Array[] {
  const k = knots.length;
  if (k < 3) throw new RangeError(`restrictedCubicSpline: knots must be at least 3, got ${k}`);
  knots.forEach((knot, j) => {
    if (Number.isFinite(knot) && (j === 0 || knot > knots[j - 1]!)) return;
    throw new RangeError(`restrictedCubicSpline: knots must be finite and ascend, got ${knot} at index ${j}`);
  });
  const last = knots[k - 1]!;
  const before = knots[k - 2]!;
  const unit = (last - knots[0]!) ** 2;
  return knots.slice(0, k - 2).map((knot) => {
    const column = new Float64Array(values.length);
    for (let i = 0; i < column.length; i++) {
      const x = values[i]!;
      const outer = cubeAbove(x - before) * (last - knot) - cubeAbove(x - last) * (before - knot);
      column[i] = (cubeAbove(x - knot) - outer / (last - before)) / unit;
    }
    return column;
  });
}

function cubeAbove(x: number): number {
  return x > 0 ? x * x * x : 0;
}
