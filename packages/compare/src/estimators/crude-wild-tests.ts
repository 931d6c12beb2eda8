import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { type WildQuestion, wildTests } from "./cluster-spread.ts";
import type { EffectResult, EffectTest, EstimatorOptions } from "./estimator.ts";

/** The wild cluster bootstrap of a crude difference that could be estimated, where an arm has very few clusters. */
export function crudeWildTests(
  people: AnalysisSet,
  { effects }: EffectResult,
  measure: WildQuestion["measure"],
  options: EstimatorOptions,
): EffectTest[] {
  if (!effects.some((effect) => effect.measure === measure && effect.standardError !== null)) return [];
  const denominator =
    measure === "rateDifference" ? people.exposureYears! : new Float64Array(people.value.length).fill(1);
  return wildTests(people, people.value, denominator, { ...options, measure, estimator: "crude" });
}
