import type { Lost } from "@likewise/schema";
import { mean } from "@likewise/stats";
import type { Covariate } from "../covariates/covariate.ts";
import { covariateColumns } from "../covariates/covariate-columns.ts";

/**
 * Who was lost: covariate means of the treated people kept and of those dropped. Empty when nobody was dropped, or
 * everybody.
 *
 * @param weights balancing weights, length n: a treated person of weight 0 was dropped
 */
export function lostTable(covariates: readonly Covariate[], treated: Uint8Array, weights: Float64Array): Lost[] {
  const isKept = (row: number) => treated[row] === 1 && weights[row]! > 0;
  const isLost = (row: number) => treated[row] === 1 && weights[row] === 0;
  const rows = Array.from(treated, (_, row) => row);
  if (!rows.some(isLost) || !rows.some(isKept)) return [];
  return covariateColumns(covariates).map(({ covariate, level, values }) => ({
    covariate,
    level,
    kept: mean(values.filter((_, row) => isKept(row))),
    lost: mean(values.filter((_, row) => isLost(row))),
  }));
}
