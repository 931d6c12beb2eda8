import type { ColumnScaling } from "../regression/column-scaling.ts";
import type { CoxHazard } from "./cox-likelihood.ts";
import type { RiskSets } from "./risk-sets.ts";

export interface BaselineHazard {
  readonly stratum: number;
  readonly times: readonly number[];
  readonly cumulativeHazard: readonly number[];
}

/** Cumulative hazard with every covariate and offset 0; null when that is so far from the data that it is no number. */
export function baselineHazard(
  sets: RiskSets,
  { cumulative, shift }: CoxHazard,
  { centres }: ColumnScaling,
  coefficients: readonly (number | null)[],
): BaselineHazard[] | null {
  const atCentres = coefficients.reduce<number>((sum, b, j) => sum + (b ?? 0) * centres[j]!, 0);
  const factor = Math.exp(-shift - atCentres);
  if (factor === 0 || !Number.isFinite(factor)) return null;
  return Array.from(sets.strata, (stratum, s) => {
    const from = sets.stratumStarts[s]!;
    const to = sets.stratumStarts[s + 1]!;
    return {
      stratum,
      times: Array.from(sets.times.subarray(from, to)),
      cumulativeHazard: Array.from(cumulative.through.subarray(from, to), (hazard) => hazard * factor),
    };
  });
}
