import type { Model } from "@likewise/schema";
import type { AdjustedDesign } from "./adjusted-design.ts";

/** A fitted model as an entry of `models`, the treatment first, what was left out in the notes. */
export function modelOf(
  name: string,
  { names, references, treatedColumn, constant }: AdjustedDesign,
  coefficients: readonly (number | null)[],
  standardErrors: readonly (number | null)[],
  notes: readonly string[],
): Omit<Model, "outcome"> {
  const order = [treatedColumn, ...names.map((_, j) => j).filter((j) => j !== treatedColumn)];
  return {
    model: name,
    terms: order
      .filter((j) => coefficients[j] !== null)
      .map((j) => ({
        term: names[j]!,
        reference: references[j]!,
        estimate: coefficients[j]!,
        standardError: standardErrors[j]!,
      })),
    notes: [
      ...notes,
      ...constant.map((covariate) => `${covariate} left out: it does not vary`),
      ...names.filter((_, j) => coefficients[j] === null).map((term) => `${term} left out: it repeats other columns`),
    ],
  };
}
