import { studentTQuantile } from "@likewise/stats";
import { type ArmContrast, differenceOf, grownDf, type Shape } from "./contrasts.ts";

/** Limits of one arm's value with so much probability outside either. */
export interface ArmLimits {
  readonly value: number;
  at(tail: number): readonly [number, number];
}

/**
 * Treated minus comparison by MOVER: the distances of each arm's value to its own limits, squared and added up, with the
 * correlation of the arms. It keeps whatever skewness the arms' limits have. The p-value is the level at which the interval
 * touches 0.
 *
 * @param limitsAt limits of the treated and the comparison arm were there so many times as many people
 * @source Zou and Donner (2008), doi:10.1002/sim.3095
 */
export function moverDifference(
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

/** How many standard errors an arm's limit lies away were there so many times as many people, by probability outside it. */
export function armReach(
  { armDf }: ArmContrast,
  arm: "treated" | "comparison",
  growth: number,
): (tail: number) => number {
  const df = grownDf(armDf[arm], growth) ?? Number.POSITIVE_INFINITY;
  return (tail) => studentTQuantile(tail, df, { upper: true });
}

function correlationOf({ variance: { treated, comparison, covariance } }: ArmContrast): number {
  const product = Math.sqrt(treated * comparison);
  return product > 0 ? Math.max(-1, Math.min(1, covariance / product)) : 0;
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

/** Bisection on the log of the tail: the interval widens as the tail shrinks. */
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
