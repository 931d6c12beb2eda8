import { namedInWords } from "../covariates/named-in-words.ts";
import { type AdjustedDesign, treatedTerm } from "./adjusted-design.ts";

/** The covariates and levels that separate, in words for a reader: no intercept, at most three. */
export function separatingWords({ names }: AdjustedDesign, columns: readonly number[]): string {
  return namedInWords(columns.map((j) => (names[j] === treatedTerm ? "the arm" : names[j]!)));
}
