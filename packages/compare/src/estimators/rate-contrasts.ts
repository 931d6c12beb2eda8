import { sumOf } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { clusterAssumptions } from "./arm-clusters.ts";
import { armRatios, contrastOfArms } from "./arm-ratios.ts";
import { eventsIn, fewEventsInAnArm } from "./arm-summary.ts";
import { hasArmWithoutSpread, isWithoutSpread, ratioOf } from "./contrasts.ts";
import { countDifference } from "./count-difference.ts";
import type { Effect, EffectRefusal, EffectResult } from "./estimator.ts";
import { allRefused, reasons } from "./refused.ts";
import { tooFew } from "./too-few.ts";

const measures = ["rateDifference", "rateRatio"] as const;

/**
 * Difference and ratio of events per person-year. Events cluster in people, so the spread is that between people, not
 * the Poisson one: a ratio estimate's influence per person, added up by matched set or cluster where there is one.
 */
export function rateContrasts(people: AnalysisSet, level: number, label: string): EffectResult {
  const exposure = people.exposureYears;
  const few = tooFew(people);
  if (few !== null) return allRefused(measures, few);
  if (exposure === null) return allRefused(measures, reasons.noExposure);
  if (([1, 0] as const).some((arm) => yearsIn(people, exposure, arm) === 0)) {
    return allRefused(measures, reasons.noExposure);
  }

  const arms = armRatios(people, people.value, exposure);
  const contrast = contrastOfArms(people, arms);
  if (isWithoutSpread(arms)) return allRefused(measures, reasons.noVariation);
  const difference = countDifference(people, contrast, exposure, level);

  const flat = noEventsIn(people) ? reasons.noEvents : hasArmWithoutSpread(arms) ? reasons.armWithoutSpread : null;
  const refusals: EffectRefusal[] = flat === null ? [] : [{ ...flat, measure: "rateRatio" }];
  const ratio = flat === null ? ratioOf(contrast, level) : null;
  const asRiskRatio =
    ratio === null ? null : { ratio: ratio.estimate, lower: ratio.interval[0], upper: ratio.interval[1] };
  const effects: Effect[] = [
    { ...difference, measure: "rateDifference", label: `difference in ${label}`, asRiskRatio },
  ];
  if (ratio !== null) effects.push({ ...ratio, measure: "rateRatio", label: `ratio of ${label}`, asRiskRatio });
  return {
    effects,
    refusals,
    assumptions: [...clusterAssumptions(people), ...fewEventsInAnArm(people)],
    armInfluence: arms,
  };
}

function noEventsIn(people: AnalysisSet): boolean {
  return eventsIn(people, 1) === 0 || eventsIn(people, 0) === 0;
}

function yearsIn({ treated, weights }: AnalysisSet, exposure: Float64Array, arm: 0 | 1): number {
  return sumOf(treated.length, (row) => (treated[row] === arm ? (weights?.[row] ?? 1) * exposure[row]! : 0));
}
