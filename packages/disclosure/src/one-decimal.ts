/**
 * A number to one decimal, never −0.
 *
 * @example
 * toOneDecimal(-0.137); // -0.1
 */
export function toOneDecimal(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
