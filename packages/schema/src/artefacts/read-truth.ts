const truths: ReadonlyMap<string, boolean> = new Map([
  ["1", true],
  ["true", true],
  ["yes", true],
  ["t", true],
  ["y", true],
  ["0", false],
  ["false", false],
  ["no", false],
  ["f", false],
  ["n", false],
]);

/**
 * What a value says about whether something is so: 1 and 0, true and false, yes and no, or their first letters, in any
 * case.
 *
 * @returns null when it says neither; 1 and 2 as some packages code yes and no are not guessed at
 * @example
 * readTruth("Yes"); // true
 */
export function readTruth(value: string | number | boolean): boolean | null {
  return truths.get(String(value).trim().toLowerCase()) ?? null;
}
