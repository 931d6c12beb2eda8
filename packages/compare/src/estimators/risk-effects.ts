import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { riskRatioFromOddsRatio } from "../sensitivity/risk-ratio-scale.ts";
import { eventsIn } from "./arm-summary.ts";
import { type ArmContrast, oddsRatioOf, ratioOf, riskDifferenceOf } from "./contrasts.ts";
import type { Effect } from "./estimator.ts";

/** Difference, ratio and odds ratio of two estimated risks, both strictly between 0 and 1; `how` says how they were got. */
export function riskEffects(people: AnalysisSet, contrast: ArmContrast, level: number, how: string): Effect[] {
  const ratio = ratioOf(contrast, level);
  const odds = oddsRatioOf(contrast, level);
  const common = (eventsIn(people, 1) + eventsIn(people, 0)) / people.value.length >= 0.15;
  const asRisk = (value: number) => riskRatioFromOddsRatio(value, { common });
  const asRiskRatio = { ratio: ratio.estimate, lower: ratio.interval[0], upper: ratio.interval[1] };
  return [
    {
      ...riskDifferenceOf(contrast, level),
      measure: "riskDifference",
      label: `difference in risks, ${how}`,
      asRiskRatio,
    },
    { ...ratio, measure: "riskRatio", label: `ratio of risks, ${how}`, asRiskRatio },
    {
      ...odds,
      measure: "oddsRatio",
      label: `ratio of odds, ${how}`,
      asRiskRatio: { ratio: asRisk(odds.estimate), lower: asRisk(odds.interval[0]), upper: asRisk(odds.interval[1]) },
    },
  ];
}
