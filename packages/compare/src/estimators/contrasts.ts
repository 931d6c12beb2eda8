import type { ArmValue, EffectMeasureId } from "@likewise/schema";
import type { ArmRatios } from "./arm-ratios.ts";
import type { Effect } from "./estimator.ts";
import { wald, waldRatio } from "./wald.ts";

/** Two arm values with their covariance, however they were estimated. */
export interface ArmContrast {
  readonly treated: ArmValue & { readonly value: number };
  readonly comparison: ArmValue & { readonly value: number };
  readonly variance: { readonly treated: number; readonly comparison: number; readonly covariance: number };
  /** Degrees of freedom of each arm's own value; null refers it to the normal. */
  readonly armDf: { readonly treated: number | null; readonly comparison: number | null };
  /** Degrees of freedom of the contrast with these derivatives; null refers it to the normal. */
  readonly df: (derivatives: readonly [number, number]) => number | null;
  readonly clusters: number | null;
  readonly standardErrorKind: string;
  readonly adjustedFor: readonly string[];
}

export type Shape = Omit<Effect, "measure" | "label" | "asRiskRatio">;

/** Treated minus comparison. */
export function differenceOf(contrast: ArmContrast, level: number): Shape {
  const { standardError, df } = deltaMethod(contrast, differenceDerivatives);
  const estimate = contrast.treated.value - contrast.comparison.value;
  return {
    ...common(contrast, df),
    estimate,
    standardError,
    ...wald(estimate, standardError, df, level),
    intervalAt: (growth) => differenceInterval(grown(contrast, growth), level),
  };
}

/**
 * Treated minus comparison of two risks. Limits that would leave −1 to 1 are made on the scale of atanh d instead, both of
 * them, by the delta method; the test goes with them.
 */
export function riskDifferenceOf(contrast: ArmContrast, level: number): Shape {
  const shape = differenceOf(contrast, level);
  const intervalAt = (growth: number) => riskDifferenceOf(grown(contrast, growth), level).interval;
  const isPossible = shape.interval.every((limit) => Math.abs(limit) <= 1);
  if (isPossible || shape.standardError === null || Math.abs(shape.estimate) >= 1) return { ...shape, intervalAt };
  const standardError = shape.standardError / (1 - shape.estimate ** 2);
  const { interval, pValue, test } = wald(Math.atanh(shape.estimate), standardError, shape.df, level);
  return {
    ...shape,
    interval: [Math.tanh(interval[0]), Math.tanh(interval[1])],
    pValue,
    test: test.replace(",", " of atanh of the difference,"),
    standardErrorKind: `${shape.standardErrorKind}; interval on the atanh scale, as symmetric limits would leave −1 to 1`,
    intervalAt,
  };
}

/** The same contrast were there so many times as many people, alike: variances shrink and degrees of freedom grow. */
function grown(contrast: ArmContrast, growth: number): ArmContrast {
  const { variance, df } = contrast;
  return {
    ...contrast,
    variance: {
      treated: variance.treated / growth,
      comparison: variance.comparison / growth,
      covariance: variance.covariance / growth,
    },
    df: (derivatives) => grownDf(df(derivatives), growth),
  };
}

/** One more than the degrees of freedom counts what grows: people of an arm, sets, clusters. */
export function grownDf(df: number | null, growth: number): number | null {
  return df === null ? null : (df + 1) * growth - 1;
}

/**
 * Whether a difference would have a standard error of 0 but for rounding: nobody differs from the rest of their arm, or no
 * set from another. An interval without width claims a certainty nobody has.
 */
export function isWithoutSpread({ variance, scale }: Pick<ArmRatios, "variance" | "scale">): boolean {
  const { treated, comparison, covariance } = variance;
  const ofDifference = treated + comparison - 2 * covariance;
  // Where sets agree two equal variances cancel; where arms do, what is left is rounding of the outcomes themselves.
  return ofDifference <= 1e-12 * (treated + comparison) || isRounding(ofDifference, scale.treated + scale.comparison);
}

/** Whether either arm's own value has no variance but rounding: the contrast would treat it as known exactly. */
export function hasArmWithoutSpread({ variance, scale }: Pick<ArmRatios, "variance" | "scale">): boolean {
  return (["treated", "comparison"] as const).some((arm) => isRounding(variance[arm], scale[arm]));
}

export function isRounding(variance: number, scale: number): boolean {
  return variance <= (1e-12 * scale) ** 2;
}

/** Treated over comparison, both above 0; the interval is symmetric on the log scale. */
export function ratioOf(contrast: ArmContrast, level: number): Shape {
  const { treated, comparison } = contrast;
  return onLogScale(
    contrast,
    Math.log(treated.value / comparison.value),
    [1 / treated.value, -1 / comparison.value],
    level,
  );
}

/** Odds over odds, both values strictly between 0 and 1. */
export function oddsRatioOf(contrast: ArmContrast, level: number): Shape {
  const [t, c] = [contrast.treated.value, contrast.comparison.value];
  const logRatio = Math.log((t * (1 - c)) / (c * (1 - t)));
  return onLogScale(contrast, logRatio, [1 / (t * (1 - t)), -1 / (c * (1 - c))], level);
}

/** The measures that are contrasts of two arm values. */
export function contrastOf(measure: EffectMeasureId, contrast: ArmContrast, level: number): Shape {
  if (measure === "oddsRatio") return oddsRatioOf(contrast, level);
  return measure === "riskRatio" || measure === "rateRatio" ? ratioOf(contrast, level) : differenceOf(contrast, level);
}

const differenceDerivatives = [1, -1] as const;

function differenceInterval(contrast: ArmContrast, level: number): readonly [number, number] {
  const { standardError, df } = deltaMethod(contrast, differenceDerivatives);
  return wald(contrast.treated.value - contrast.comparison.value, standardError, df, level).interval;
}

function onLogScale(
  contrast: ArmContrast,
  logRatio: number,
  derivatives: readonly [number, number],
  level: number,
): Shape {
  const { standardError, df } = deltaMethod(contrast, derivatives);
  return {
    ...common(contrast, df),
    standardErrorKind: `of the log; ${contrast.standardErrorKind}`,
    estimate: Math.exp(logRatio),
    standardError,
    ...waldRatio(logRatio, standardError, df, level),
  };
}

function deltaMethod({ variance, df }: ArmContrast, derivatives: readonly [number, number]) {
  const [a, b] = derivatives;
  const total = a * a * variance.treated + 2 * a * b * variance.covariance + b * b * variance.comparison;
  return { standardError: Math.sqrt(Math.max(0, total)), df: df(derivatives) };
}

function common({ treated, comparison, clusters, standardErrorKind, adjustedFor }: ArmContrast, df: number | null) {
  return { treated, comparison, clusters, standardErrorKind, adjustedFor, df };
}
