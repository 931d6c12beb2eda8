import { chiSquareCdf } from "../distributions/chi-square.ts";
import { cholesky } from "../linear-algebra/cholesky.ts";
import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import { solveCholesky } from "../linear-algebra/solve-cholesky.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import { firstAfter } from "./first-after.ts";
import { type CheckedFollowUp, checkedFollowUp, type FollowUp } from "./survival-data.ts";

export interface LogRank {
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
  /** ascending by code */
  readonly groups: readonly LogRankGroup[];
  /** covariance of observed minus expected, k by k */
  readonly variance: readonly (readonly number[])[];
  readonly weighting: LogRankWeighting;
  readonly rho: number;
  readonly gamma: number;
}

/** How much an event time counts; Y at risk, S the share still without the event just before it. */
export type LogRankWeighting =
  /** S^rho (1 − S)^gamma; with both 0 the log-rank test itself */
  | "fleming-harrington"
  /** Y: generalised Wilcoxon */
  | "gehan-breslow"
  /** √Y */
  | "tarone-ware"
  /** Π (1 − d / (Y + 1)) up to and including the time */
  | "peto-peto";

export interface LogRankGroup {
  readonly group: number;
  readonly rows: number;
  /** events, each times the weight of its time */
  readonly observed: number;
  /** what would have been seen had the groups shared one hazard */
  readonly expected: number;
}

/**
 * Log-rank test: do two or more groups share one hazard?
 *
 * At each event time the events are compared with what the shares at risk
 * would give, with the hypergeometric variance, which is exact for ties. With
 * `rho` 0 every event counts the same; with `rho` 1 early events count more
 * (Harrington and Fleming's form of Peto and Peto's test, as in R's survdiff),
 * with `gamma` 1 late ones. Gehan and Breslow's weights depend on when people
 * were censored. Choose before looking. With strata the comparison is made
 * within each and summed.
 *
 * @param time   end of follow-up, length n, any unit; tied only when exactly equal
 * @param event  1 = event at `time`, 0 = censored, length n
 * @param group  any number per row, equal within a group, length n
 * @param entry  start of being at risk, length n, for delayed entry
 * @param strata any number per row, equal within a stratum, length n
 * @param weighting default "fleming-harrington"
 * @param rho    default 0
 * @param gamma  default 0
 * @returns chi-square statistic, its degrees of freedom and p-value, observed and expected per group
 * @throws RangeError when lengths differ, a value is missing, or no event happens while two groups are at risk
 * @source Mantel (1966); Harrington and Fleming (1982), doi:10.1093/biomet/69.3.553; Gehan (1965), Tarone and Ware (1977),
 *   Peto and Peto (1972), as in Klein and Moeschberger (2003), section 7.3
 * @example
 * logRank({ time: [1, 2, 3, 4], event: [1, 1, 1, 1], group: [1, 1, 2, 2] }).statistic; // 2.882352941176471
 */
export function logRank({
  group,
  strata,
  weighting = "fleming-harrington",
  rho = 0,
  gamma = 0,
  ...followUp
}: FollowUp & {
  group: ArrayLike<number>;
  strata?: ArrayLike<number>;
  weighting?: LogRankWeighting;
  rho?: number;
  gamma?: number;
}): LogRank {
  const caller = "logRank";
  const checked = checkedFollowUp(caller, followUp);
  const weight = weights[weighting]?.(rho, gamma);
  if (weight === undefined)
    throw new RangeError(`${caller}: weighting must be one of ${Object.keys(weights).join(", ")}, got ${weighting}`);
  if (!Number.isFinite(rho)) throw new RangeError(`${caller}: rho must be a number, got ${rho}`);
  if (!(gamma >= 0) || gamma === Number.POSITIVE_INFINITY)
    throw new RangeError(`${caller}: gamma must be a number >= 0, got ${gamma}`);
  const groups = distinctCodes(finiteVector(caller, "group", group, checked.rows));
  const k = groups.count;
  const totals: Totals = { observed: new Float64Array(k), expected: new Float64Array(k), variance: zeroMatrix(k, k) };
  for (const rows of rowsByStratum(caller, strata, checked.rows)) {
    addStratum(totals, checked, groups.codes, k, rows, weight);
  }

  // The variance has at most rank k − 1; groups never at risk at an event lower it further.
  const factor = cholesky(totals.variance, { tolerance: 1e-10 });
  if (factor.rank === 0) {
    throw new RangeError(`${caller}: at least one event must happen while two groups are at risk, got none`);
  }
  const difference = totals.observed.map((o, g) => o - totals.expected[g]!);
  const solved = solveCholesky(factor, difference);
  const statistic = difference.reduce((sum, d, g) => sum + d * solved[g]!, 0);
  const rowsOf = new Int32Array(k);
  for (const code of groups.codes) rowsOf[code] = rowsOf[code]! + 1;
  return {
    statistic,
    df: factor.rank,
    pValue: chiSquareCdf(statistic, factor.rank, { upper: true }),
    groups: Array.from(groups.distinct, (label, g) => ({
      group: label,
      rows: rowsOf[g]!,
      observed: totals.observed[g]!,
      expected: totals.expected[g]!,
    })),
    variance: Array.from({ length: k }, (_, a) =>
      Array.from({ length: k }, (_, b) => totals.variance.values[b * k + a]!),
    ),
    weighting,
    rho,
    gamma,
  };
}

/** What a time's weight is made of: survival just before, Peto's survival through, at risk. */
interface Moment {
  readonly survival: number;
  readonly petoSurvival: number;
  readonly atRisk: number;
}

const weights: Record<LogRankWeighting, (rho: number, gamma: number) => (moment: Moment) => number> = {
  "fleming-harrington":
    (rho, gamma) =>
    ({ survival }) =>
      survival ** rho * (1 - survival) ** gamma,
  "gehan-breslow":
    () =>
    ({ atRisk }) =>
      atRisk,
  "tarone-ware":
    () =>
    ({ atRisk }) =>
      Math.sqrt(atRisk),
  "peto-peto":
    () =>
    ({ petoSurvival }) =>
      petoSurvival,
};

interface Totals {
  observed: Float64Array;
  expected: Float64Array;
  variance: { rows: number; columns: number; values: Float64Array };
}

function rowsByStratum(caller: string, strata: ArrayLike<number> | undefined, n: number): Int32Array[] {
  if (strata === undefined) return [Int32Array.from({ length: n }, (_, i) => i)];
  const { codes, count } = distinctCodes(finiteVector(caller, "strata", strata, n));
  const sizes = new Int32Array(count);
  for (const code of codes) sizes[code] = sizes[code]! + 1;
  const rows = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(count);
  codes.forEach((code, i) => {
    rows[code]![filled[code]!] = i;
    filled[code] = filled[code]! + 1;
  });
  return rows;
}

function addStratum(
  { observed, expected, variance }: Totals,
  { time, event, entry }: CheckedFollowUp,
  group: Int32Array,
  k: number,
  rows: Int32Array,
  weightOf: (moment: Moment) => number,
): void {
  const { distinct, codes, count } = distinctCodes(Float64Array.from(rows, (i) => time[i]!));
  const ended = new Int32Array(count * k);
  const events = new Int32Array(count * k);
  const entered = new Int32Array(count * k);
  rows.forEach((i, at) => {
    const cell = codes[at]! * k + group[i]!;
    ended[cell] = ended[cell]! + 1;
    if (event[i] === 1) events[cell] = events[cell]! + 1;
    if (entry) {
      const first = firstAfter(distinct, entry[i]!) * k + group[i]!;
      entered[first] = entered[first]! + 1;
    }
  });
  // At risk just before each time, counted from the end; whole numbers, so exact.
  const atRisk = new Int32Array(count * k);
  for (let g = 0; g < k; g++) {
    let present = 0;
    for (let t = count - 1; t >= 0; t--) {
      present += ended[t * k + g]!;
      atRisk[t * k + g] = present;
      if (entry) present -= entered[t * k + g]!;
    }
  }

  let survival = 1;
  let petoSurvival = 1;
  for (let t = 0; t < count; t++) {
    let d = 0;
    let y = 0;
    for (let g = 0; g < k; g++) {
      d += events[t * k + g]!;
      y += atRisk[t * k + g]!;
    }
    if (d === 0) continue;
    petoSurvival *= 1 - d / (y + 1);
    const weight = weightOf({ survival, petoSurvival, atRisk: y });
    const spread = y > 1 ? (weight * weight * d * (y - d)) / (y - 1) : 0;
    for (let a = 0; a < k; a++) {
      const share = atRisk[t * k + a]! / y;
      observed[a] = observed[a]! + weight * events[t * k + a]!;
      expected[a] = expected[a]! + weight * d * share;
      for (let b = 0; b < k; b++) {
        const other = atRisk[t * k + b]! / y;
        const cell = b * k + a;
        variance.values[cell] = variance.values[cell]! + spread * share * ((a === b ? 1 : 0) - other);
      }
    }
    survival *= (y - d) / y;
  }
}
