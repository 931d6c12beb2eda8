import { Failure } from "@likewise/schema";

/**
 * A number as typed after a flag.
 *
 * @throws Failure usage where it is none; what was typed is not shown
 */
export function flagNumber(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Failure("usage", `--${flag}: expected a number, found something else`);
  return value;
}
