import { chiSquareCdf, chiSquareQuantile } from "../distributions/chi-square.ts";
import { normalCdf } from "../distributions/normal.ts";
import { studentTCdf, studentTQuantile } from "../distributions/student-t.ts";
import { twoSidedQuantile } from "../proportions/two-sided-quantile.ts";
import { type Refused, refuse } from "../refusals/refused.ts";
import { type BetweenStudyMethod, betweenStudyVariance, valueWhereQ } from "./between-study-variance.ts";
import { type CheckedStudies, checkedStudies, type StudyEstimates, weightedAt } from "./study-estimates.ts";

/** Hartung and Knapp's, never shorter than by their factor 1; just as they published it, which may be far too short; normal. */
export type PooledInterval = "hartung-knapp" | "hartung-knapp-plain" | "normal";

export interface RandomEffects {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** estimate over standard error: Student's t with `df`, normal when `df` is null */
  readonly statistic: number;
  readonly df: number | null;
  readonly pValue: number;
  readonly level: number;
  readonly method: BetweenStudyMethod | "common-effect";
  readonly interval: PooledInterval;
  /** where the true value of one more study would lie; null with a common effect or fewer than three studies */
  readonly prediction: { readonly lower: number; readonly upper: number; readonly df: number | null } | null;
  readonly heterogeneity: Heterogeneity;
  /** share of each study in the estimate, adding up to 1 */
  readonly shares: readonly number[];
  readonly studies: number;
}

export interface Heterogeneity {
  /** Cochran's, with its degrees of freedom and p-value */
  readonly q: number;
  readonly df: number;
  readonly pValue: number;
  /** variance of the true values, in the squared unit of the estimates, with its Q-profile interval */
  readonly tauSquared: number;
  readonly tauSquaredInterval: readonly [number, number];
  /** large-sample, of `tauSquared`; null with a common effect or Paule and Mandel's method */
  readonly tauSquaredStandardError: number | null;
  /** share of the variance of the estimates that lies between studies, 0 to 1, and its interval */
  readonly iSquared: number;
  readonly iSquaredInterval: readonly [number, number];
  /** total variance over that within studies, >= 1 */
  readonly hSquared: number;
}

/**
 * Meta-analysis of one estimate per study: their mean when the true values
 * vary, how much they vary, and where another study's would lie.
 *
 * REML with Hartung and Knapp's interval is the default: with few studies the
 * normal interval is too short. Give estimates on a scale where they are about
 * normal (log ratios). With a handful of studies the between-study variance is
 * hardly known: read its interval, which can hold 0 and something large.
 *
 * @param estimates      length k, any unit
 * @param standardErrors > 0, length k, taken as known
 * @param method         of the between-study variance, default "reml"; "common-effect" takes it to be 0
 * @param interval       default "hartung-knapp" for random effects, with its factor at least 1 (Knapp and Hartung 2003):
 *                       without that, studies alike by chance would make the interval ever so short; "normal" otherwise
 * @param prediction     Student's t with k − 2 degrees of freedom (Higgins, Thompson and Spiegelhalter 2009), whichever
 *                       interval the mean has; metafor with Hartung and Knapp's takes k − 1, which is shorter; or normal
 * @param level          confidence level, default 0.95
 * @returns mean, interval, prediction interval and heterogeneity; refused with one study, which says nothing of others
 * @throws RangeError when lengths differ, a value is missing, or a standard error is not > 0
 * @source Viechtbauer (2005), doi:10.3102/10769986030003261; Hartung and Knapp (2001), doi:10.1002/sim.791; Knapp and Hartung
 *   (2003), doi:10.1002/sim.1482; Higgins,
 *   Thompson and Spiegelhalter (2009), doi:10.1111/j.1467-985X.2008.00552.x; Viechtbauer (2007), doi:10.1002/sim.2514
 * @example
 * const two = randomEffects({ estimates: [0, 2], standardErrors: [1, 1] });
 * two.estimate; // 1
 */
export function randomEffects({
  method = "reml",
  interval = method === "common-effect" ? "normal" : "hartung-knapp",
  prediction = "student-t",
  level = 0.95,
  ...studies
}: StudyEstimates & {
  readonly method?: BetweenStudyMethod | "common-effect";
  readonly interval?: PooledInterval;
  readonly prediction?: "student-t" | "normal";
  readonly level?: number;
}): RandomEffects | Refused {
  const caller = "randomEffects";
  const z = twoSidedQuantile(caller, level);
  const estimator = method === "common-effect" ? () => 0 : betweenStudyVariance[method];
  if (estimator === undefined) {
    const known = ["common-effect", ...Object.keys(betweenStudyVariance)].join(", ");
    throw new RangeError(`${caller}: method must be one of ${known}, got ${method}`);
  }
  if (!intervals.includes(interval))
    throw new RangeError(`${caller}: interval must be one of ${intervals.join(", ")}, got ${interval}`);
  const checked = checkedStudies(caller, studies);
  const k = checked.estimates.length;
  if (k === 1)
    return refuse(caller, "one study says nothing of how studies differ", "estimates of two or more studies");

  const tauSquared = estimator(checked);
  const { mean, weights, total, q } = weightedAt(checked, tauSquared);
  const spread = q / (k - 1);
  const factor = interval === "normal" ? 1 : interval === "hartung-knapp" ? Math.max(1, spread) : spread;
  if (factor === 0)
    return refuse(caller, "the estimates are all the same, so their spread says nothing", 'interval "hartung-knapp"');
  const standardError = Math.sqrt(factor / total);
  const df = interval === "normal" ? null : k - 1;
  const reach = (df === null ? z : studentTQuantile((1 - level) / 2, df, { upper: true })) * standardError;
  const statistic = mean / standardError;
  const tail =
    df === null
      ? normalCdf(Math.abs(statistic), { upper: true })
      : studentTCdf(Math.abs(statistic), df, { upper: true });
  return {
    estimate: mean,
    standardError,
    lower: mean - reach,
    upper: mean + reach,
    statistic,
    df,
    pValue: 2 * tail,
    level,
    method,
    interval,
    prediction: method === "common-effect" ? null : predictionOf(prediction, mean, standardError, tauSquared, k, level),
    heterogeneity: heterogeneityOf(checked, method, tauSquared, level),
    shares: Array.from(weights, (w) => w / total),
    studies: k,
  };
}

const intervals: readonly PooledInterval[] = ["hartung-knapp", "hartung-knapp-plain", "normal"];

function predictionOf(
  kind: "student-t" | "normal",
  mean: number,
  standardError: number,
  tauSquared: number,
  k: number,
  level: number,
): RandomEffects["prediction"] {
  if (k < 3) return null;
  const df = kind === "normal" ? null : k - 2;
  const quantile =
    df === null ? twoSidedQuantile("randomEffects", level) : studentTQuantile((1 - level) / 2, df, { upper: true });
  const reach = quantile * Math.hypot(standardError, Math.sqrt(tauSquared));
  return { lower: mean - reach, upper: mean + reach, df };
}

function heterogeneityOf(
  studies: CheckedStudies,
  method: RandomEffects["method"],
  tauSquared: number,
  level: number,
): Heterogeneity {
  const { q, weights, total } = weightedAt(studies, 0);
  const df = weights.length - 1;
  const squares = weights.reduce((sum, w) => sum + w * w, 0);
  // What counts as the variance within a study when studies differ in size.
  const typical = (df * total) / (total * total - squares);
  const isCommon = method === "common-effect";
  const share = (tau: number) => tau / (tau + typical);
  // Q-profile: values at which Q is neither too large nor too small.
  const tauSquaredInterval = [
    valueWhereQ(studies, chiSquareQuantile((1 - level) / 2, df, { upper: true })),
    valueWhereQ(studies, chiSquareQuantile((1 - level) / 2, df)),
  ] as const;
  return {
    q,
    df,
    pValue: chiSquareCdf(q, df, { upper: true }),
    tauSquared,
    tauSquaredInterval,
    tauSquaredStandardError: standardErrorOf(studies, method, tauSquared),
    iSquared: isCommon ? Math.max(0, (q - df) / q) : share(tauSquared),
    iSquaredInterval: [share(tauSquaredInterval[0]), share(tauSquaredInterval[1])],
    hSquared: isCommon ? Math.max(1, q / df) : 1 + tauSquared / typical,
  };
}

function standardErrorOf(studies: CheckedStudies, method: RandomEffects["method"], tauSquared: number): number | null {
  const at = (tau: number, power: number) => studies.variances.reduce((sum, v) => sum + (v + tau) ** -power, 0);
  const [one, two, three] = [at(tauSquared, 1), at(tauSquared, 2), at(tauSquared, 3)];
  switch (method) {
    case "ml":
      return Math.sqrt(2 / two);
    case "reml":
      return Math.sqrt(2 / (two - (2 * three) / one + (two / one) ** 2));
    case "dersimonian-laird": {
      const [w1, w2, w3] = [at(0, 1), at(0, 2), at(0, 3)];
      const c = w1 - w2 / w1;
      const k = studies.variances.length;
      const spread =
        2 * (k - 1) + 4 * c * tauSquared + 2 * (w2 - (2 * w3) / w1 + (w2 / w1) ** 2) * tauSquared * tauSquared;
      return Math.sqrt(spread) / c;
    }
    default:
      return null;
  }
}
