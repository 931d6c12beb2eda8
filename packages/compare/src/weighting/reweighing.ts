import type { ComparisonPlan } from "@likewise/schema";
import { linearPredictor, logisticRefits } from "@likewise/stats";
import type { People } from "../people/people.ts";
import { scoreOf } from "../scores/score-of.ts";
import { balancingWeight, type WeightedEstimand } from "./score-weights.ts";

/** Balancing weights of everybody in a resample, 0 for people not in it; null where it has no propensity score. */
export type Reweighing = (times: Float64Array) => Float64Array | null;

/**
 * Weights by the propensity score as `weightByScore` makes them, of resamples: the score is fitted to each, people are
 * trimmed by it, and it is fitted to those left.
 */
export function reweighing(people: People, plan: ComparisonPlan, estimand: WeightedEstimand): Reweighing {
  const { fit, linear: atFit, terms } = scoreOf(people, plan);
  const { design } = fit;
  const { trim } = plan;
  const refit = logisticRefits({
    design,
    outcome: people.treated,
    fit: { converged: true, coefficients: terms.map(({ estimate }) => estimate), linearPredictor: atFit },
  });
  /** Probabilities of the people drawn; 0 for the others. */
  const score = (times: Float64Array) => {
    const coefficients = refit(times);
    if (coefficients === null) return null;
    const values = linearPredictor(design, Array.from(coefficients));
    for (let row = 0; row < values.length; row++) {
      values[row] = times[row]! > 0 ? 1 / (1 + Math.exp(-values[row]!)) : 0;
    }
    return values;
  };
  return (times) => {
    let drawn = times;
    let probability = score(drawn);
    if (probability !== null && trim !== undefined) {
      const first = probability;
      const inside = (row: number) => Math.min(first[row]!, 1 - first[row]!) >= trim;
      drawn = times.map((one, row) => (one > 0 && inside(row) ? one : 0));
      probability = score(drawn);
    }
    if (probability === null) return null;
    for (let row = 0; row < drawn.length; row++) {
      const p = probability[row]!;
      probability[row] = drawn[row]! > 0 ? balancingWeight(p, people.treated[row] === 1, estimand) : 0;
    }
    return probability;
  };
}
