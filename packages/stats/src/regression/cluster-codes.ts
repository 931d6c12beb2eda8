import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import type { RegressionFit } from "./regression-fit.ts";

export interface ClusterCodes {
  /** cluster of each row, 0 to count − 1, length n */
  readonly codes: Int32Array;
  readonly count: number;
  /** clusters with at least one row of weight above 0 */
  readonly used: number;
}

/** Numbers the clusters; at least two of them must have rows that were fitted. */
export function clusterCodes(
  caller: string,
  clusters: ArrayLike<number>,
  fit: RegressionFit,
  name = "clusters",
): ClusterCodes {
  const { codes, count } = distinctCodes(finiteVector(caller, name, clusters, fit.scoreResiduals.length));
  const inUse = new Uint8Array(count);
  for (let i = 0; i < codes.length; i++) if (fit.informationWeights[i]! > 0) inUse[codes[i]!] = 1;
  const used = inUse.reduce((sum, flag) => sum + flag, 0);
  if (used < 2) throw new RangeError(`${caller}: ${name} must number at least 2, got ${used}`);
  return { codes, count, used };
}

/** The rows of each cluster that were fitted, in row order. */
export function rowsByCluster({ codes, count }: ClusterCodes, fit: RegressionFit): Int32Array[] {
  const sizes = new Int32Array(count);
  for (let i = 0; i < codes.length; i++) if (fit.informationWeights[i]! > 0) sizes[codes[i]!]!++;
  const rows = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let i = 0; i < codes.length; i++) {
    if (fit.informationWeights[i]! > 0) rows[codes[i]!]![sizes[codes[i]!]!++] = i;
  }
  return rows.filter((members) => members.length > 0);
}
