import type { ComparisonPlan } from "@likewise/schema";
import type { CovariateWithGaps } from "./covariate-with-gaps.ts";

/** What keeping people with a missing covariate takes for granted; nothing where nobody lacks one. */
export function missingAssumptions(
  { missing = "drop" }: Pick<ComparisonPlan, "missing">,
  covariates: readonly CovariateWithGaps[],
): string[] {
  const names = covariates.flatMap(({ covariate, known }) => (known === null ? [] : [covariate.name]));
  if (names.length === 0 || missing === "drop") return [];
  const listed = names.join(", ");
  if (missing === "indicator") {
    return [
      `people without ${listed} are kept and marked: they are taken to be alike given that it is missing and given everything else, so that what is missing would not tell their arms apart`,
    ];
  }
  return [
    `${listed} imputed from the other covariates and the arm, taken to be missing at random given those`,
    "imputed values know nothing of outcomes, as the comparison groups were formed before any was looked at: what a missing covariate has to do with an outcome beyond the covariates known is not in them, so that some of the difference it makes stays in the effect",
  ];
}
