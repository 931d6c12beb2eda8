/** What the numbers of events stand for, in parts whose sums are exact in doubles for as many events as there can be. */
export interface WholeNumbers {
  /** Parts of what a number stands for, the smallest first, each worth 2^bits of the one before. */
  readonly parts: readonly ((number: number) => number)[];
  readonly bits: number;
}

/** Whole numbers of 32 bits, each standing for itself. */
export const plainIntegers: WholeNumbers = {
  bits: 16,
  parts: [(number) => number & 0xffff, (number) => number >> 16],
};

/**
 * Lines of a table, each standing for its whole number; -1 for none.
 *
 * @param digits whole numbers of any size, as text; null for none. Those below 2^24, which most weights are, are one part
 */
export function linesOf(digits: readonly (string | null)[]): WholeNumbers {
  const bits = 24;
  const numbers = digits.map((text) => BigInt(text ?? 0));
  const parts: Float64Array[] = [];
  for (let rest = numbers; parts.length === 0 || rest.some((one) => one !== 0n); ) {
    // Of a negative number all parts are negative, or none would ever be left.
    parts.push(Float64Array.from(rest, (one) => Number(one % (1n << BigInt(bits)))));
    rest = rest.map((one) => one / (1n << BigInt(bits)));
  }
  return { bits, parts: parts.map((part) => (line) => (line < 0 ? 0 : part[line]!)) };
}

/** The nearest double to the sum of sums of parts, rounded once. */
export function sumOfParts({ bits }: WholeNumbers, sums: readonly number[]): number {
  if (sums.length <= 2) return (sums[1] ?? 0) * 2 ** bits + sums[0]!;
  return Number(sums.reduceRight((total, sum) => (total << BigInt(bits)) + BigInt(sum), 0n));
}
