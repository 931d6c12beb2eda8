import type { EffectMeasureId } from "@likewise/schema";
import { bootstrapInterval } from "@likewise/stats";
import { type ArmContrast, contrastOf, riskDifferenceOf } from "../estimators/contrasts.ts";
import type { Effect, EffectRefusal, EffectResult } from "../estimators/estimator.ts";
import type { ResampledArms } from "./resampled-effects.ts";
import { fewestUnits } from "./resampling.ts";

/**
 * Effects with the standard error of their resamples in place of the formula's: the interval is normal on the scale of the
 * measure (the log for ratios), the percentile interval stands beside it. An effect whose resamples cannot be trusted is
 * refused, and an estimate that has no standard error (Newcombe's) keeps what it has.
 *
 * @param resampled null leaves the result as it is
 */
export function withBootstrapErrors(
  result: EffectResult,
  resampled: ResampledArms | null,
  level: number,
): EffectResult {
  if (resampled === null) return result;
  const effects: Effect[] = [];
  const refusals: EffectRefusal[] = [...result.refusals];
  for (const effect of result.effects) {
    const scale = scales[effect.measure];
    if (scale === undefined || effect.standardError === null) {
      effects.push(effect);
      continue;
    }
    const found = resampledEffect(effect, scale, resampled, level);
    if ("refused" in found) refusals.push({ measure: effect.measure, ...found.refused });
    else effects.push(found);
  }
  return { ...result, effects, refusals };
}

interface Scale {
  /** Of treated and comparison value, on the scale of the interval. */
  readonly contrast: (treated: number, comparison: number) => number;
  /** Its derivative in the treated value. */
  readonly slope: (treated: number) => number;
  readonly back: (value: number) => number;
}

const difference: Scale = { contrast: (t, c) => t - c, slope: () => 1, back: (value) => value };
const ratio: Scale = { contrast: (t, c) => Math.log(t / c), slope: (t) => 1 / t, back: Math.exp };
const odds: Scale = {
  contrast: (t, c) => Math.log((t * (1 - c)) / (c * (1 - t))),
  slope: (t) => 1 / (t * (1 - t)),
  back: Math.exp,
};

/** The measures that are contrasts of two arm values. */
const scales: Partial<Record<EffectMeasureId, Scale>> = {
  meanDifference: difference,
  riskDifference: difference,
  rateDifference: difference,
  riskRatio: ratio,
  rateRatio: ratio,
  oddsRatio: odds,
};

function resampledEffect(
  effect: Effect,
  { contrast, slope, back }: Scale,
  { treated, comparison, units, drawn, again }: ResampledArms,
  level: number,
): Effect | { readonly refused: Omit<EffectRefusal, "measure"> } {
  if (units < fewestUnits) {
    return {
      refused: {
        rule: "bootstrap-few-units",
        why: `there are fewer than ${fewestUnits} ${drawn} to draw from, too few to stand for those not seen`,
        unlocks: "more of them, or the standard error of the design, without bootstrap",
      },
    };
  }
  const [inTreated, inComparison] = [effect.treated.value as number, effect.comparison.value as number];
  const found = bootstrapInterval({
    estimate: contrast(inTreated, inComparison),
    replicates: treated.map((value, at) => contrast(value, comparison[at]!)),
    acceleration: null,
    level,
  });
  if ("refused" in found) {
    // Without counts: disclosure control does not see words.
    return {
      refused: {
        rule: "bootstrap",
        why: "the effect does not exist in more than 1 % of resamples, or is the same in all of them",
        unlocks: `${found.refused.unlocks}; or the standard error of the design, without bootstrap`,
      },
    };
  }
  const kind = `bootstrap of ${drawn}${again === null ? "" : `, ${again} estimated again`}, ${treated.length} resamples`;
  const asOne: ArmContrast = {
    treated: { ...effect.treated, value: inTreated },
    comparison: { ...effect.comparison, value: inComparison },
    // All of it put on one arm: only the contrast's own error is known here.
    variance: { treated: (found.standardError / slope(inTreated)) ** 2, comparison: 0, covariance: 0 },
    armDf: { treated: null, comparison: null },
    df: () => null,
    clusters: drawn === "people" ? null : effect.clusters,
    standardErrorKind: kind,
    adjustedFor: effect.adjustedFor,
  };
  const shape =
    effect.measure === "riskDifference" ? riskDifferenceOf(asOne, level) : contrastOf(effect.measure, asOne, level);
  const { lower, upper } = found.percentile;
  return {
    ...effect,
    ...shape,
    bootstrap: {
      replicates: treated.length,
      failed: found.undefinedReplicates,
      percentile: [back(lower), back(upper)],
    },
  };
}
