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
  readonly rho: number;
}

export interface LogRankGroup {
  readonly group: number;
  readonly rows: number;
  /** events, weighted by S(t)^rho when rho is not 0 */
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
 * (Peto and Peto). With strata the comparison is made within each and summed.
 *
 * @param time   end of follow-up, length n, any unit; tied only when exactly equal
 * @param event  1 = event at `time`, 0 = censored, length n
 * @param group  any number per row, equal within a group, length n
 * @param entry  start of being at risk, length n, for delayed entry
 * @param strata any number per row, equal within a stratum, length n
 * @param rho    default 0
 * @returns chi-square statistic, its degrees of freedom and p-value, observed and expected per group
 * @throws RangeError when lengths differ, a value is missing, or no event happens while two groups are at risk
 * @source Mantel (1966); Harrington and Fleming (1982), doi:10.1093/biomet/69.3.553
 * @example
 * logRank({ time: [1, 2, 3, 4], event: [1, 1, 1, 1], group: [1, 1, 2, 2] }).statistic; // 2.882352941176471
 */
export function logRank({
  group,
  strata,
  rho = 0,
  ...followUp
}: FollowUp & { group: ArrayLike<number>; strata?: ArrayLike<number>; rho?: number }): LogRank {
  const caller = "logRank";
  const checked = checkedFollowUp(caller, followUp);
  if (!Number.isFinite(rho)) throw new RangeError(`${caller}: rho must be a number, got ${rho}`);
  const groups = distinctCodes(finiteVector(caller, "group", group, checked.rows));
  const k = groups.count;
  const totals: Totals = { observed: new Float64Array(k), expected: new Float64Array(k), variance: zeroMatrix(k, k) };
  for (const rows of rowsByStratum(caller, strata, checked.rows)) {
    addStratum(totals, checked, groups.codes, k, rows, rho);
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
    rho,
  };
}

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
  rho: number,
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
  for (let t = 0; t < count; t++) {
    let d = 0;
    let y = 0;
    for (let g = 0; g < k; g++) {
      d += events[t * k + g]!;
      y += atRisk[t * k + g]!;
    }
    if (d === 0) continue;
    const weight = survival ** rho;
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
