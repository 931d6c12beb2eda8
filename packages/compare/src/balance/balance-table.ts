import type { Balance } from "@likewise/schema";
import type { Covariate } from "../covariates/covariate.ts";
import { covariateColumns } from "../covariates/covariate-columns.ts";
import { armMoments, type WeighedArm, weighedArm } from "./arm-moments.ts";
import {
  type ColumnMoments,
  covariateSummary,
  type Standardiser,
  standardisingDeviation,
} from "./covariate-summary.ts";
import { distributionDifferences, opposedWeights } from "./distribution-difference.ts";

/**
 * How alike the arms are on every covariate and every level, before and after matching or weighting.
 *
 * @param covariates of the people compared, length n each
 * @param treated    1 = treated, 0 = comparison, length n, both arms present
 * @param weights    balancing weights, length n; null when there is no "after"
 * @param marks      names of the covariates that are essential, and of those the adjusted estimate includes
 * @param by         standard deviation differences are in, raw throughout: the treated's (default), or that pooled over
 *                   both arms, which also stands in where the treated do not vary
 * @param sampling how many people of the population each one stands for, length n; null where nobody was sampled
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
  sampling: Float64Array | null = null,
): Balance[] {
  const raw = armsOf(treated, sampling);
  const weighed = weights === null ? null : armsOf(treated, weights);
  const opposed = opposedWeights(treated, sampling, weights);
  return covariateColumns(covariates).map(({ covariate, level, values, binary }) => {
    const before = momentsOf(values, raw, binary);
    const deviation = standardisingDeviation(before, binary, by);
    const apart = binary ? null : distributionDifferences(values, opposed);
    return {
      covariate,
      level,
      essential: marks.essential.includes(covariate),
      adjusted: marks.adjusted.includes(covariate),
      before: covariateSummary(before, deviation, apart?.[0] ?? null),
      after:
        weighed === null ? null : covariateSummary(momentsOf(values, weighed, binary), deviation, apart?.[1] ?? null),
    };
  });
}

interface Arms {
  readonly treated: WeighedArm;
  readonly comparison: WeighedArm;
}

function armsOf(treated: Uint8Array, weights: Float64Array | null): Arms {
  return { treated: weighedArm(treated, 1, weights), comparison: weighedArm(treated, 0, weights) };
}

function momentsOf(values: Float64Array, { treated, comparison }: Arms, binary: boolean): ColumnMoments {
  return { treated: armMoments(values, treated, binary), comparison: armMoments(values, comparison, binary) };
}
