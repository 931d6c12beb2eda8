import type { Model } from "@likewise/schema";
import { poolImputations } from "@likewise/stats";
import { averaged } from "./averaged.ts";

/**
 * Models of imputed data sets as one: coefficients by Rubin's rules, in large samples. A model whose terms are not the same in
 * every data set is left out.
 *
 * @param each the models of each data set
 */
export function pooledModels(each: readonly (readonly Model[])[]): Model[] {
  return (each[0] ?? []).flatMap((first, at) => {
    const same = each.flatMap((models) => (models[at] === undefined ? [] : [models[at]]));
    const isSame = same.length === each.length && same.every((one) => shapeOf(one) === shapeOf(first));
    return isSame ? [pooled(first, same)] : [];
  });
}

function shapeOf({ outcome, model, terms }: Model): string {
  return JSON.stringify([outcome, model, terms.map(({ term, reference }) => [term, reference])]);
}

function pooled(first: Model, same: readonly Model[]): Model {
  if (same.every((one) => JSON.stringify(one) === JSON.stringify(first))) return first;
  const notes = [...new Set(same.flatMap((one) => one.notes))];
  return {
    ...first,
    ...(first.concordance === undefined ? {} : { concordance: averaged(same.map((one) => one.concordance!)) }),
    terms: first.terms.map((term, j) => {
      const estimates = same.map(({ terms }) => terms[j]!.estimate as number);
      const errors = same.map(({ terms }) => terms[j]!.standardError as number);
      const { estimate, standardError } = poolImputations(
        estimates,
        errors.map((error) => error ** 2),
      );
      return { ...term, estimate, standardError };
    }),
    notes: [...notes, `coefficients over ${same.length} imputed data sets by Rubin's rules`],
  };
}
