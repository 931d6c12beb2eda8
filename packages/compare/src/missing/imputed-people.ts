import type { ComparisonPlan } from "@likewise/schema";
import type { People } from "../people/people.ts";
import type { CovariateWithGaps } from "./covariate-with-gaps.ts";
import { imputationCount } from "./imputation-count.ts";
import { imputedCovariates } from "./imputed-covariates.ts";

/** The same people several times over, each time with their covariates imputed anew. */
export function imputedPeople(
  people: People,
  gaps: readonly CovariateWithGaps[],
  plan: ComparisonPlan,
  seed: number,
): People[] {
  const count = imputationCount(plan, gaps, people.numRows);
  return imputedCovariates(gaps, people.treated, { count, seed }).map((covariates) => ({ ...people, covariates }));
}
