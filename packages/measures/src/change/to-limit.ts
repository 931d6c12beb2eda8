/**
 * A number that is a limit but for what adding decimals in binary leaves over, as that limit: 0.3 − 0.1 is a change of 0.2.
 * No score is told to a thousand-millionth of a point.
 */
export function toLimit(value: number, limit: number): number {
  return Math.abs(value - limit) <= 1e-9 ? limit : value;
}
