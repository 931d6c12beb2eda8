import { chiSquareCdf, cholesky, fCdf, solveCholesky, sumOf } from "@likewise/stats";
import { clusterTotals } from "../estimators/cluster-totals.ts";
import { wald } from "../estimators/wald.ts";

/** The effect in one level, on the scale it is a difference on. */
export interface LevelEffect {
  readonly level: string;
  /** The difference, or the log of the ratio. */
  readonly value: number;
  readonly standardError: number;
  /** Null refers to the normal. */
  readonly df: number | null;
  /** How much each person compared moves the value, length n; null where that is not known. */
  readonly influence: Float64Array | null;
  /** 1 for the people it rests on, length n. */
  readonly people: Uint8Array;
}

export interface Interaction {
  /** Every level against the first: difference of the values. */
  readonly contrasts: readonly {
    readonly level: string;
    readonly against: string;
    readonly value: number;
    readonly standardError: number;
    readonly df: number | null;
    readonly interval: readonly [number, number];
    readonly pValue: number;
  }[];
  /** That all levels have one effect. */
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
  /** Reference distribution of the statistic. */
  readonly test: "Wald F" | "Wald chi-square";
}

/**
 * Whether an effect differs between levels: every level against the first, and all at once by Wald's test. Levels that share
 * people (comparisons of one matched set), clusters, or a model of the weights are not independent; their covariance is the
 * sum over people, or clusters, of the products of influences.
 *
 * @param clusters cluster of each person compared, -1 for nobody; null when people are independent
 * @returns null when levels share people or clusters and it is not known how those move the effects
 * @source Altman and Bland (2003), doi:10.1136/bmj.326.7382.219
 */
export function interaction(
  levels: readonly LevelEffect[],
  clusters: Int32Array | null,
  level: number,
): Interaction | null {
  const covariances = levels.map((a, i) =>
    levels.map((b, j) => (i === j ? a.standardError ** 2 : covariance(a, b, clusters))),
  );
  if (covariances.flat().includes(null)) return null;
  const v = covariances as number[][];
  const [first, ...others] = levels as [LevelEffect, ...LevelEffect[]];
  const contrasts = others.map((other, index) => {
    const j = index + 1;
    const value = other.value - first.value;
    const standardError = Math.sqrt(Math.max(0, v[j]![j]! + v[0]![0]! - 2 * v[0]![j]!));
    const df = satterthwaite([first, other]);
    const { interval, pValue } = wald(value, standardError, df, level);
    return { level: other.level, against: first.level, value, standardError, df, interval, pValue };
  });
  const k = others.length;
  const differences = Float64Array.from(contrasts, ({ value }) => value);
  const values = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < k; b++) {
      values[b * k + a] = v[a + 1]![b + 1]! - v[a + 1]![0]! - v[0]![b + 1]! + v[0]![0]!;
    }
  }
  const solved = solveCholesky(cholesky({ rows: k, columns: k, values }, { tolerance: 1e-14 }), differences);
  const squared = sumOf(k, (a) => differences[a]! * solved[a]!);
  const df = satterthwaite(levels);
  return {
    contrasts,
    statistic: df === null ? squared : squared / k,
    df: k,
    pValue: df === null ? chiSquareCdf(squared, k, { upper: true }) : fCdf(squared / k, k, df, { upper: true }),
    test: df === null ? "Wald chi-square" : "Wald F",
  };
}

/** Degrees of freedom of a sum of variances estimated each with its own; the normal's are without bound. */
function satterthwaite(levels: readonly LevelEffect[]): number | null {
  if (levels.every(({ df }) => df === null)) return null;
  const total = sumOf(levels.length, (i) => levels[i]!.standardError ** 2);
  const spread = sumOf(levels.length, (i) => {
    const { standardError, df } = levels[i]!;
    return df === null ? 0 : standardError ** 4 / df;
  });
  return total ** 2 / spread;
}

function covariance(a: LevelEffect, b: LevelEffect, clusters: Int32Array | null): number | null {
  if (a.influence === null || b.influence === null) return areApart(a, b, clusters) ? 0 : null;
  if (clusters === null) return sumOf(a.influence.length, (i) => a.influence![i]! * b.influence![i]!);
  // People in no cluster are clusters of their own.
  const most = clusters.reduce((highest, code) => Math.max(highest, code + 1), 0);
  const own = clusters.map((code, row) => (code < 0 ? most + row : code));
  const size = most + clusters.length;
  const [x, y] = [clusterTotals(a.influence, own, size), clusterTotals(b.influence, own, size)];
  return sumOf(size, (g) => x[g]! * y[g]!);
}

function areApart(a: LevelEffect, b: LevelEffect, clusters: Int32Array | null): boolean {
  if (a.people.some((one, row) => one === 1 && b.people[row] === 1)) return false;
  if (clusters === null) return true;
  const inA = new Set(clusters.filter((_, row) => a.people[row] === 1));
  return !clusters.some((code, row) => b.people[row] === 1 && inA.has(code));
}
