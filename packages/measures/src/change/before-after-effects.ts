import { logGamma, mean, normalQuantile, sampleVariance } from "@likewise/stats";
import { checkPairs } from "./check-pairs.ts";
import { type BetterIs, improvementSign } from "./improvement.ts";

/** What a mean change is divided by. */
export type BeforeAfterStandardiser = "d_z" | "d_av" | "d_rm" | "d_b";

export interface BeforeAfterEffect {
  readonly id: BeforeAfterStandardiser;
  /** in full, for a table */
  readonly name: string;
  /** mean improvement over the standardiser; positive is better */
  readonly estimate: number;
  /** with Hedges' correction for small numbers, exact, on people minus one */
  readonly corrected: number;
  readonly standardError: number;
  readonly interval: readonly [number, number];
}

export interface BeforeAfterEffects {
  readonly kind: "likewise/before-after-effects";
  readonly people: number;
  readonly better: BetterIs;
  readonly pre: { readonly mean: number; readonly sd: number };
  readonly post: { readonly mean: number; readonly sd: number };
  /** later minus first, points */
  readonly change: { readonly mean: number; readonly sd: number };
  /** between first and later scores; null where one of them does not vary */
  readonly correlation: number | null;
  readonly level: number;
  /** in the order d_av, d_b, d_rm, d_z; none where scores or change do not vary, and no d_rm where one score follows from the other */
  readonly effects: readonly BeforeAfterEffect[];
}

/**
 * Standardised mean change of one group, by each of four denominators, which are not comparable with each other or with a
 * difference between groups. Standard errors by the delta method for two normal scores of one person.
 *
 * @param pre   first scores, points
 * @param post  later scores of the same people, points
 * @param level default 0.95
 * @returns positive is better, whichever way the scale runs
 * @throws RangeError when lengths differ, a score is missing, or there are fewer than three people
 * @source Lakens (2013), doi:10.3389/fpsyg.2013.00863; Becker (1988), doi:10.1111/j.2044-8317.1988.tb00901.x; Bonett (2008),
 *         doi:10.1037/1082-989X.13.2.99
 * @example
 * beforeAfterEffects({ pre: [10, 12, 14], post: [8, 7, 12], better: "lower" }).change.mean; // -3
 */
export function beforeAfterEffects({
  pre,
  post,
  better,
  level = 0.95,
}: {
  readonly pre: ArrayLike<number>;
  readonly post: ArrayLike<number>;
  readonly better: BetterIs;
  readonly level?: number;
}): BeforeAfterEffects {
  checkPairs("beforeAfterEffects", pre, post, 3);
  const n = pre.length;
  const difference = Float64Array.from({ length: n }, (_, i) => post[i]! - pre[i]!);
  const moments = {
    first: sampleVariance(pre),
    later: sampleVariance(post),
    difference: sampleVariance(difference),
  };
  const covariance = (moments.first + moments.later - moments.difference) / 2;
  const varies = moments.first > least && moments.later > least;
  const meanChange = mean(difference);
  const improvement = improvementSign(better) * meanChange;
  const z = normalQuantile((1 + level) / 2);
  const effects =
    varies && moments.difference > least
      ? standardisers(moments.first, moments.later, covariance).map(({ id, name, sd, slopes }) => {
          const estimate = improvement / sd;
          const variance =
            moments.difference / (n * sd * sd) +
            estimate ** 2 * spreadOf(slopes, moments.first, moments.later, covariance, n - 1);
          const standardError = Math.sqrt(variance);
          return {
            id,
            name,
            estimate,
            corrected: estimate * hedgesCorrection(n - 1),
            standardError,
            interval: [estimate - z * standardError, estimate + z * standardError] as const,
          };
        })
      : [];
  return {
    kind: "likewise/before-after-effects",
    people: n,
    better,
    pre: { mean: mean(pre), sd: Math.sqrt(moments.first) },
    post: { mean: mean(post), sd: Math.sqrt(moments.later) },
    change: { mean: meanChange, sd: Math.sqrt(moments.difference) },
    correlation: varies ? covariance / Math.sqrt(moments.first * moments.later) : null,
    level,
    effects,
  };
}

/** Variance in which adding decimals in binary may end: no score is told to a thousand-millionth of a point. */
const least = 1e-18;
/** Below so much short of a correlation of 1, one score follows from the other. */
const leastFree = 1e-9;

/**
 * Hedges' correction of a standardised difference for small numbers, exact.
 *
 * @param df degrees of freedom of the standard deviation divided by, >= 2
 * @throws RangeError when df is below 2
 * @source Hedges (1981), doi:10.3102/10769986006002107
 * @example
 * hedgesCorrection(2); // 0.5641895835477563
 */
export function hedgesCorrection(df: number): number {
  if (!(df >= 2)) throw new RangeError(`hedgesCorrection: df must be at least 2, got ${df}`);
  return Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2) - Math.log(df / 2) / 2);
}

/** Each with its derivatives of log sd by the two variances and the covariance. */
function standardisers(v1: number, v2: number, c: number) {
  const [s1, s2] = [Math.sqrt(v1), Math.sqrt(v2)];
  const q = v1 + v2 - 2 * c;
  const r = c / (s1 * s2);
  const k = 2 * (1 - r);
  const sum = s1 + s2;
  const all = [
    {
      id: "d_av",
      name: "mean change over the average of both standard deviations",
      sd: sum / 2,
      slopes: [1 / (2 * s1 * sum), 1 / (2 * s2 * sum), 0],
    },
    {
      id: "d_b",
      name: "mean change over the standard deviation of first scores (Becker)",
      sd: s1,
      slopes: [1 / (2 * v1), 0, 0],
    },
    {
      id: "d_rm",
      name: "mean change over its standard deviation, corrected for the correlation of both scores",
      sd: Math.sqrt(q / k),
      slopes: [1 / (2 * q) - r / (2 * k * v1), 1 / (2 * q) - r / (2 * k * v2), -1 / q + 1 / (k * s1 * s2)],
    },
    {
      id: "d_z",
      name: "mean change over the standard deviation of change",
      sd: Math.sqrt(q),
      slopes: [1 / (2 * q), 1 / (2 * q), -1 / q],
    },
  ] as const satisfies readonly {
    id: BeforeAfterStandardiser;
    name: string;
    sd: number;
    slopes: readonly [number, number, number];
  }[];
  return all.filter(({ id }) => id !== "d_rm" || 1 - r > leastFree);
}

/** Variance of log sd, from that of the variances and the covariance of two normal scores. */
function spreadOf([a, b, d]: readonly [number, number, number], v1: number, v2: number, c: number, df: number): number {
  const squares = 2 * a * a * v1 * v1 + 2 * b * b * v2 * v2 + d * d * (v1 * v2 + c * c);
  const products = 4 * a * b * c * c + 4 * a * d * v1 * c + 4 * b * d * v2 * c;
  return (squares + products) / df;
}
