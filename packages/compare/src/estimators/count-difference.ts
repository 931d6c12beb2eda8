import { gammaQuantile, sumOf } from "@likewise/stats";
import { type AnalysisSet, rowsOfArm } from "../outcomes/analysis-set.ts";
import { type ArmRatios, armRatios } from "./arm-ratios.ts";
import { eventsIn } from "./arm-summary.ts";
import { type ArmContrast, isRounding, type Shape } from "./contrasts.ts";
import { type ArmLimits, armReach, moverDifference } from "./mover-difference.ts";

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
  const shape = moverDifference(
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

const fewestEvents = 5;

function logLimits(contrast: ArmContrast, arm: Arm, growth: number): ArmLimits {
  const { value } = contrast[arm];
  const standardError = Math.sqrt(contrast.variance[arm] / growth) / value;
  const reach = armReach(contrast, arm, growth);
  return {
    value,
    at: (tail) => {
      const logWidth = reach(tail) * standardError;
      return [value * Math.exp(-logWidth), value * Math.exp(logWidth)];
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
