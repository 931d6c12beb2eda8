import { Failure } from "@likewise/schema";

/**
 * An option that must be a whole number above zero.
 *
 * @throws Failure usage when it is not
 * @example
 * wholeNumber("threads", "4", 2); // 4
 */
export function wholeNumber(name: string, text: string | undefined, byDefault: number): number {
  if (text === undefined) return byDefault;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new Failure("usage", `--${name}: expected a whole number above 0, found something else`);
  }
  return value;
}
