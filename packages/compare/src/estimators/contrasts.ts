import type { ArmValue, EffectMeasureId } from "@likewise/schema";
import type { Effect } from "./estimator.ts";
import { wald, waldRatio } from "./wald.ts";

/** Two arm values with their covariance, however they were estimated. */
export interface ArmContrast {
  readonly treated: ArmValue & { readonly value: number };
  readonly comparison: ArmValue & { readonly value: number };
  readonly variance: { readonly treated: number; readonly comparison: number; readonly covariance: number };
  /** Degrees of freedom of the contrast with these derivatives; null refers it to the normal. */
  readonly df: (derivatives: readonly [number, number]) => number | null;
  readonly clusters: number | null;
  readonly standardErrorKind: string;
  readonly adjustedFor: readonly string[];
}

type Shape = Omit<Effect, "measure" | "label" | "asRiskRatio">;

/** Treated minus comparison. */
export function differenceOf(contrast: ArmContrast, level: number): Shape {
  const estimate = contrast.treated.value - contrast.comparison.value;
  const { standardError, df } = deltaMethod(contrast, [1, -1]);
  return { ...common(contrast, df), estimate, standardError, ...wald(estimate, standardError, df, level) };
}

/**
 * Whether a difference would have a standard error of 0 but for rounding: nobody differs from the rest of their arm, or no
 * set from another. An interval without width claims a certainty nobody has.
 */
export function isWithoutSpread({ treated, comparison, covariance }: ArmContrast["variance"]): boolean {
  return treated + comparison - 2 * covariance <= 1e-12 * (treated + comparison);
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
