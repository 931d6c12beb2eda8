import { designEffect } from "./design-effect.ts";
import type { PlannedOutcome, TwoGroupDesign } from "./two-group-design.ts";

/** A test as its plan has it: how far the truth lies from no effect, and the spread of its estimate. */
export interface PlannedTest {
  /** signed, on the scale the test is made on */
  readonly distance: number;
  /** standard error the test is made with, as it would be were there no effect */
  readonly errorUnderNone: number;
  /** standard error of the estimate in truth */
  readonly errorUnderEffect: number;
  readonly df: number;
}

/** Spread of one unit's contribution in each group, and, where the test pools it, as it would be were there no effect. */
interface UnitSpread {
  readonly first: number;
  readonly second: number;
  readonly pooled: number | null;
  /** Most the two groups' matched units can covary. */
  readonly mostCovariance: number;
}

/** Smallest numbers that make a test at all: two of each, or two clusters. */
export function fewestUnits({ clusters }: TwoGroupDesign): number {
  return 2 * (clusters?.meanSize ?? 1);
}

/** The test that `first` and `second` units allow, for a true effect. */
export function plannedTest(design: TwoGroupDesign, effect: number, first: number, second: number): PlannedTest {
  const { outcome, clusters, matchedCorrelation } = design;
  const inflation = clusters === undefined ? 1 : designEffect(clusters);
  const df = clusters === undefined ? unitDf(design, first, second) : (first + second) / clusters.meanSize - 2;
  if (outcome.kind === "hazard") {
    const error = Math.sqrt(inflation * logHazardVariance(outcome.eventShare, effect, first, second));
    return { distance: Math.log(effect), errorUnderNone: error, errorUnderEffect: error, df };
  }
  const spread = spreadOf(outcome, effect, first, second);
  if (matchedCorrelation !== undefined)
    return matchedTest(spread, effect, matchedCorrelation, first, second / first, df);
  const variance = inflation * (spread.first / first + spread.second / second);
  const none = spread.pooled === null ? variance : inflation * spread.pooled * (1 / first + 1 / second);
  return { distance: effect, errorUnderNone: Math.sqrt(none), errorUnderEffect: Math.sqrt(variance), df };
}

/** Means are tested by t on the units; shares, rates (each group with its own spread) and hazards by the normal. */
function unitDf({ outcome, matchedCorrelation }: TwoGroupDesign, first: number, second: number): number {
  if (outcome.kind !== "mean") return Number.POSITIVE_INFINITY;
  return matchedCorrelation === undefined ? first + second - 2 : second - 1;
}

function spreadOf(
  outcome: Exclude<PlannedOutcome, { kind: "hazard" }>,
  effect: number,
  first: number,
  second: number,
): UnitSpread {
  switch (outcome.kind) {
    case "mean": {
      const variance = outcome.sd ** 2;
      return { first: variance, second: variance, pooled: null, mostCovariance: variance };
    }
    case "proportion": {
      const [p, q] = [outcome.base + effect, outcome.base];
      const pooled = (first * p + second * q) / (first + second);
      return {
        first: p * (1 - p),
        second: q * (1 - q),
        pooled: pooled * (1 - pooled),
        mostCovariance: Math.min(p, q) - p * q,
      };
    }
    case "rate": {
      const { base, exposure = 1, dispersion = 0 } = outcome;
      const variance = (rate: number) => rate / exposure + dispersion * rate ** 2;
      const [one, two] = [variance(base + effect), variance(base)];
      return { first: one, second: two, pooled: null, mostCovariance: Math.sqrt(one * two) };
    }
  }
}

/**
 * One of the first group with k of the second, all equally correlated. Shares are tested as McNemar does, with the mean
 * square of the differences, which is about no effect and not about the mean.
 *
 * @source Connor (1987), doi:10.2307/2531961
 */
function matchedTest(
  spread: UnitSpread,
  effect: number,
  correlation: number,
  sets: number,
  k: number,
  df: number,
): PlannedTest {
  const covariance = Math.min(correlation * Math.sqrt(spread.first * spread.second), spread.mostCovariance);
  const ofSecond = (spread.second * (1 + (k - 1) * correlation)) / k;
  const variance = Math.max(0, spread.first + ofSecond - 2 * covariance) / sets;
  const none = spread.pooled === null ? variance : variance + effect ** 2 / sets;
  return { distance: effect, errorUnderNone: Math.sqrt(none), errorUnderEffect: Math.sqrt(variance), df };
}

/** Schoenfeld's: one over the events times the groups' shares, events as the hazards make them. */
function logHazardVariance(eventShare: number, hazardRatio: number, first: number, second: number): number {
  const ofFirst = eventShare === 1 ? 1 : -Math.expm1(hazardRatio * Math.log1p(-eventShare));
  const events = first * ofFirst + second * eventShare;
  const share = first / (first + second);
  return 1 / (events * share * (1 - share));
}
