import type { ComparisonPlan } from "@likewise/schema";
import type { CovariateWithGaps } from "./covariate-with-gaps.ts";

/**
 * How many data sets are imputed: as the plan says, else 20, or the percentage of people with a gap where that is more.
 *
 * @source White, Royston and Wood (2011), doi:10.1002/sim.4067, section 7
 */
export function imputationCount(
  { imputations }: Pick<ComparisonPlan, "imputations">,
  covariates: readonly CovariateWithGaps[],
  people: number,
): number {
  if (imputations !== undefined) return imputations;
  let withGap = 0;
  for (let row = 0; row < people; row++) if (covariates.some(({ known }) => known?.[row] === 0)) withGap++;
  return Math.max(20, Math.ceil((100 * withGap) / people));
}
