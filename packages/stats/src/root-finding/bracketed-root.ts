/**
 * The point between `low` and `high` where a continuous function changes sign: Ridders' method, which never leaves
 * the bracket, to rounding. Equal signs at the ends are the caller's mistake.
 *
 * @param at   a function of one number
 * @param low  one end
 * @param high the other
 * @throws RangeError when the function has the same sign at both ends, or is not finite there
 * @source Ridders (1979), doi:10.1109/TCS.1979.1084580
 * @example
 * bracketedRoot((x) => x - 3, 0, 8); // 3
 */
export function bracketedRoot(at: (x: number) => number, low: number, high: number): number {
  let a = low;
  let b = high;
  let atA = at(a);
  let atB = at(b);
  if (!Number.isFinite(atA) || !Number.isFinite(atB)) {
    throw new RangeError(`bracketedRoot: values must be finite at ${low} and ${high}, got ${atA} and ${atB}`);
  }
  if (atA === 0) return a;
  if (atB === 0) return b;
  if (atA > 0 === atB > 0) throw new RangeError(`bracketedRoot: signs must differ at ${low} and ${high}`);
  let root = Number.POSITIVE_INFINITY;
  for (let iteration = 0; iteration < 200; iteration++) {
    const middle = a + (b - a) / 2;
    const atMiddle = at(middle);
    if (atMiddle === 0) return middle;
    const scale = Math.sqrt(atMiddle * atMiddle - atA * atB);
    const next = middle + ((middle - a) * Math.sign(atA - atB) * atMiddle) / scale;
    if (Math.abs(next - root) <= 4 * Number.EPSILON * Math.abs(next)) return next;
    root = next;
    const atNext = at(next);
    if (atNext === 0) return next;
    if (atNext > 0 !== atMiddle > 0) {
      a = middle;
      atA = atMiddle;
      b = next;
      atB = atNext;
    } else if (atNext > 0 !== atA > 0) {
      b = next;
      atB = atNext;
    } else {
      a = next;
      atA = atNext;
    }
    if (Math.abs(b - a) <= 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b))) return next;
  }
  return root;
}
