import { gammaQuantile, studentTQuantile, sumOf } from "@likewise/stats";
import { type AnalysisSet, rowsOfArm } from "../outcomes/analysis-set.ts";
import { type ArmRatios, armRatios } from "./arm-ratios.ts";
import { eventsIn } from "./arm-summary.ts";
import { type ArmContrast, differenceOf, grownDf, isRounding, type Shape } from "./contrasts.ts";

/**
 * Difference of two rates or mean counts, as seen or standardised. Counts of events are skewed, so each arm has limits on the
 * log scale by its own person-level (or cluster-robust) standard error and degrees of freedom; the two are combined by
 * MOVER, the squares of the distances to the limits, with the correlation of the arms. The p-value is the level at which
 * the interval touches 0.
 *
 * An arm of fewer than five events, or in which nobody differs, says next to nothing of how events spread between people: it
 * has exact Poisson limits instead, its events taken to be as overdispersed as those of the arm that shows the more.
 *
 * @param contrast of values above 0, or of the values seen
 * @param exposure years at risk, or 1 for everybody, length n
 * @source Zou and Donner (2008), doi:10.1002/sim.3095; Garwood (1936), doi:10.1093/biomet/28.3-4.437
 */
export function countDifference(
  people: AnalysisSet,
  contrast: ArmContrast,
  exposure: Float64Array,
  level: number,
): Shape {
  const seen = armRatios(people, people.value, exposure);
  const isFlat = (arm: Arm) => isRounding(seen.variance[arm], seen.scale[arm]);
  const isExact = (arm: Arm) => isFlat(arm) || eventsIn(people, arm === "treated" ? 1 : 0) < fewestEvents;
  const anyExact = isExact("treated") || isExact("comparison");
  const years = { treated: effectiveExposure(people, exposure, 1), comparison: effectiveExposure(people, exposure, 0) };
  const dispersion = Math.max(1, dispersionOf(seen, years, "treated"), dispersionOf(seen, years, "comparison"));
  const limitsOf = (arm: Arm, growth: number) => {
    const { value } = contrast[arm];
    if (!isExact(arm)) return logLimits(contrast, arm, growth);
    // As many events as were seen, at the rate contrasted.
    const atRate = value === seen[arm].value ? years[arm] : (years[arm] * seen[arm].value) / value;
    return poissonLimits(value, growth * atRate, dispersion);
  };
  const shape = combined(
    contrast,
    (growth) => [limitsOf("treated", growth), limitsOf("comparison", growth)] as const,
    level,
  );
  if (!anyExact) return shape;
  return {
    ...shape,
    // With one arm flat it would be the other's alone.
    standardError: isFlat("treated") || isFlat("comparison") ? null : shape.standardError,
    standardErrorKind: `${contrast.standardErrorKind}; few events in an arm: its limits are exact Poisson's, widened for overdispersion`,
  };
}

type Arm = "treated" | "comparison";

/** Limits of one arm's rate or mean count with so much probability outside either. */
interface ArmLimits {
  readonly value: number;
  at(tail: number): readonly [number, number];
}

const fewestEvents = 5;

function combined(
  contrast: ArmContrast,
  limitsAt: (growth: number) => readonly [ArmLimits, ArmLimits],
  level: number,
): Shape {
  const correlation = correlationOf(contrast);
  const [treated, comparison] = limitsAt(1);
  const intervalAt = (growth: number) => moverInterval(...limitsAt(growth), correlation, (1 - level) / 2);
  return {
    ...differenceOf(contrast, level),
    // Independent arms have one each, n − 1.
    df: contrast.clusters === null ? null : contrast.armDf.treated,
    interval: intervalAt(1),
    pValue: dualPValue(treated, comparison, correlation),
    test: "MOVER of limits by arm, dual to the interval",
    intervalAt,
  };
}

function correlationOf({ variance: { treated, comparison, covariance } }: ArmContrast): number {
  const product = Math.sqrt(treated * comparison);
  return product > 0 ? Math.max(-1, Math.min(1, covariance / product)) : 0;
}

function logLimits({ variance, armDf, ...arms }: ArmContrast, arm: Arm, growth: number): ArmLimits {
  const { value } = arms[arm];
  const standardError = Math.sqrt(variance[arm] / growth) / value;
  const df = grownDf(armDf[arm], growth) ?? Number.POSITIVE_INFINITY;
  return {
    value,
    at: (tail) => {
      const reach = studentTQuantile(tail, df, { upper: true }) * standardError;
      return [value * Math.exp(-reach), value * Math.exp(reach)];
    },
  };
}

/** Garwood's limits for events over the dispersion, turned back. */
function poissonLimits(value: number, exposure: number, dispersion: number): ArmLimits {
  const events = (value * exposure) / dispersion;
  const perUnit = dispersion / exposure;
  return {
    value,
    at: (tail) => [
      events > 0 ? perUnit * gammaQuantile(tail, events) : 0,
      perUnit * gammaQuantile(tail, events + 1, { upper: true }),
    ],
  };
}

/** Years at risk an arm's rate is worth: all of them where everybody counts once. */
function effectiveExposure(people: AnalysisSet, exposure: Float64Array, arm: 0 | 1): number {
  const rows = rowsOfArm(people, arm);
  const weight = (row: number) => people.weights?.[row] ?? 1;
  const total = sumOf(rows.length, (k) => weight(rows[k]!) * exposure[rows[k]!]!);
  return total ** 2 / sumOf(rows.length, (k) => weight(rows[k]!) ** 2 * exposure[rows[k]!]!);
}

/** How many times as much an arm's rate varies as unrelated events would; 0 for an arm without events. */
function dispersionOf(seen: ArmRatios, years: Readonly<Record<Arm, number>>, arm: Arm): number {
  const { value } = seen[arm];
  return value > 0 ? (seen.variance[arm] * years[arm]) / value : 0;
}

function moverInterval(
  treated: ArmLimits,
  comparison: ArmLimits,
  correlation: number,
  tail: number,
): readonly [number, number] {
  const [lowerT, upperT] = treated.at(tail);
  const [lowerC, upperC] = comparison.at(tail);
  const difference = treated.value - comparison.value;
  return [
    difference - distance(treated.value - lowerT, upperC - comparison.value, correlation),
    difference + distance(upperT - treated.value, comparison.value - lowerC, correlation),
  ];
}

function distance(a: number, b: number, correlation: number): number {
  if (!Number.isFinite(a + b)) return Number.POSITIVE_INFINITY;
  return Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
}

/** Bisection on the log of the tail: the interval widens without bound as the tail shrinks. */
function dualPValue(treated: ArmLimits, comparison: ArmLimits, correlation: number): number {
  const difference = treated.value - comparison.value;
  const includesZero = (logTail: number) => {
    const [lower, upper] = moverInterval(treated, comparison, correlation, Math.exp(logTail));
    return difference > 0 ? lower <= 0 : upper >= 0;
  };
  if (difference === 0) return 1;
  let outside = Math.log(0.5);
  let inside = smallestLogTail;
  if (!includesZero(inside)) return 0;
  for (let step = 0; step < 200; step++) {
    const middle = (outside + inside) / 2;
    if (middle === outside || middle === inside) break;
    if (includesZero(middle)) inside = middle;
    else outside = middle;
  }
  return 2 * Math.exp(inside);
}

const smallestLogTail = -700;
