import { normalQuantile, sampleStandardDeviation } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { riskRatioFromMeanDifference } from "../sensitivity/risk-ratio-scale.ts";
import { clusterAssumptions } from "./arm-clusters.ts";
import { armRatios, contrastOfArms } from "./arm-ratios.ts";
import { fewEventsInAnArm } from "./arm-summary.ts";
import { differenceOf, hasArmWithoutSpread, isWithoutSpread } from "./contrasts.ts";
import { countDifference } from "./count-difference.ts";
import type { EffectResult, RiskRatioScale } from "./estimator.ts";
import { allRefused, reasons } from "./refused.ts";
import { tooFew } from "./too-few.ts";

const measures = ["meanDifference"] as const;

/**
 * Difference in (weighted) means: Welch's for independent people, cluster-robust for matched sets and clusters. Mean counts
 * are as skewed as rates, and have their limits (`countDifference`).
 */
export function meanDifferences(people: AnalysisSet, level: number, label: string): EffectResult {
  const few = tooFew(people);
  if (few !== null) return allRefused(measures, few);
  const ones = new Float64Array(people.value.length).fill(1);
  const arms = armRatios(people, people.value, ones);
  if (isWithoutSpread(arms)) return allRefused(measures, reasons.noVariation);
  const isCount = people.kind === "count";
  if (!isCount && hasArmWithoutSpread(arms)) return allRefused(measures, reasons.armWithoutSpread);
  const contrast = contrastOfArms(people, arms);
  const shape = isCount ? countDifference(people, contrast, ones, level) : differenceOf(contrast, level);
  const asRiskRatio = standardisedRiskRatio(people, shape.estimate, shape.standardError!, level);
  return {
    effects: [{ ...shape, measure: "meanDifference", label, asRiskRatio }],
    refusals: [],
    assumptions: [...clusterAssumptions(people), ...(isCount ? fewEventsInAnArm(people) : [])],
    armInfluence: arms,
  };
}

/** By the pooled standard deviation of the two arms; null when somebody is alone in theirs. */
export function standardisedRiskRatio(
  people: AnalysisSet,
  estimate: number,
  standardError: number,
  level: number,
): RiskRatioScale | null {
  const arms = ([1, 0] as const).map((arm) => valuesOfArm(people, arm));
  if (people.kind !== "continuous" || arms.some(({ length }) => length < 2)) return null;
  const squares = arms.reduce((sum, values) => sum + (values.length - 1) * sampleStandardDeviation(values) ** 2, 0);
  const deviation = Math.sqrt(squares / (people.value.length - 2));
  if (deviation === 0) return null;
  const quantile = normalQuantile((1 - level) / 2, { upper: true });
  return riskRatioFromMeanDifference(estimate / deviation, standardError / deviation, quantile);
}

function valuesOfArm({ treated, value }: AnalysisSet, arm: 0 | 1): Float64Array {
  const values = new Float64Array(value.length);
  let count = 0;
  for (let row = 0; row < value.length; row++) if (treated[row] === arm) values[count++] = value[row]!;
  return values.subarray(0, count);
}
