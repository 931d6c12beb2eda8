import type { Comparison } from "@likewise/schema";
import type { Profile } from "./profiles.ts";
import { roundedIn } from "./rounded-in.ts";

/** A target trial with its risks and contrasts in as many digits as anyone reads: more would give single people away. */
export function roundedTargetTrial(
  targetTrial: Comparison["targetTrial"],
  { significantDigits }: Profile,
): Comparison["targetTrial"] {
  if (targetTrial === undefined || significantDigits === null) return targetTrial;
  const rounded = <Value>(value: Value): Value => roundedIn(value, significantDigits);
  const outcomes = targetTrial.outcomes.map((outcome) => ({
    ...outcome,
    contrasts: outcome.contrasts.map((contrast) => ({
      ...contrast,
      strategies: contrast.strategies.map(({ risk, interval, effectiveSampleSize, largestWeight, ...counts }) => ({
        ...counts,
        ...rounded({ effectiveSampleSize, largestWeight, risk, interval }),
      })) as typeof contrast.strategies,
      riskDifference: rounded(contrast.riskDifference),
      riskRatio: rounded(contrast.riskRatio),
    })),
  }));
  return { ...targetTrial, outcomes };
}
