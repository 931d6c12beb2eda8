import type { Covariate } from "../covariates/covariate.ts";

/**
 * The people compared, in natural order of their ids, with nothing missing: everything a method may use to form a
 * comparison group. There is no outcome here, and no way to reach one.
 */
export interface People {
  readonly numRows: number;
  /** Ordinals by natural order of id, ascending. */
  readonly units: Int32Array;
  readonly ids: readonly string[];
  /** 1 = treated, 0 = comparison. */
  readonly treated: Uint8Array;
  readonly covariates: readonly Covariate[];
  /** Columns that must be equal inside a matched set. */
  readonly exact: readonly Covariate[];
  /** Columns on which matched people must differ; none when left out. */
  readonly antiExact?: readonly Covariate[];
  /** How many people of the population each one stands for, > 0; null or left out where nobody was sampled. */
  readonly samplingWeights?: Float64Array | null;
  /** Cluster of each person as a code from 0; null when the plan names none. */
  readonly clusters: Int32Array | null;
}
