import type { Balance } from "@likewise/schema";
import { sortedOrder } from "@likewise/stats";
import type { Covariate } from "../covariates/covariate.ts";
import { covariateColumns } from "../covariates/covariate-columns.ts";
import { covariateSummary, type Standardiser, standardisingDeviation } from "./covariate-summary.ts";

/**
 * How alike the arms are on every covariate and every level, before and after matching or weighting.
 *
 * @param covariates of the people compared, length n each
 * @param treated    1 = treated, 0 = comparison, length n, both arms present
 * @param weights    balancing weights, length n; null when there is no "after"
 * @param marks      names of the covariates that are essential, and of those the adjusted estimate includes
 * @param by         standard deviation differences are in, raw throughout: the treated's (default), or that pooled over
 *                   both arms, which also stands in where the treated do not vary
 * @returns a row per number and per factor level
 * @example
 * const age = { kind: "number", name: "age", values: Float64Array.of(20, 30, 40, 60) };
 * const [row] = balanceTable([age], Uint8Array.of(1, 1, 0, 0), null, { essential: [], adjusted: [] });
 * row.before.standardisedMeanDifference; // -3.5355339059327378
 */
export function balanceTable(
  covariates: readonly Covariate[],
  treated: Uint8Array,
  weights: Float64Array | null,
  marks: { readonly essential: readonly string[]; readonly adjusted: readonly string[] },
  by: Standardiser = "treated",
): Balance[] {
  const unweighted = new Float64Array(treated.length).fill(1);
  return covariateColumns(covariates).map((column) => {
    const deviation = standardisingDeviation(column, treated, by);
    // Before and after are sorted once.
    const order = column.binary ? new Int32Array(0) : sortedOrder(column.values);
    return {
      covariate: column.covariate,
      level: column.level,
      essential: marks.essential.includes(column.covariate),
      adjusted: marks.adjusted.includes(column.covariate),
      before: covariateSummary(column, treated, unweighted, deviation, order),
      after: weights === null ? null : covariateSummary(column, treated, weights, deviation, order),
    };
  });
}
