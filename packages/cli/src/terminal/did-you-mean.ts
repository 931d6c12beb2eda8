import { closest } from "@likewise/schema";

/**
 * The end of a message that names the nearest known word, or nothing when none is near.
 *
 * @example
 * didYouMean("covariate", ["covariates", "caliper"]); // "; did you mean covariates?"
 */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = closest(word, known);
  return near === null ? "" : `; did you mean ${near}?`;
}
