import { normalQuantile } from "../distributions/normal.ts";

/** How many standard errors a two-sided normal interval of this level reaches either way: 1.96 for 0.95. */
export function twoSidedQuantile(caller: string, level: number): number {
  checkLevel(caller, level);
  return normalQuantile((1 - level) / 2, { upper: true });
}

/** Refuses a confidence level outside 0 to 1. */
export function checkLevel(caller: string, level: number): void {
  if (!(level > 0 && level < 1))
    throw new RangeError(`${caller}: level must lie between 0 and 1 (confidence level), got ${level}`);
}
