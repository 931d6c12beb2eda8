import type { EconomicsPlan, EconomicsResult, StudyPlan } from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import type { EconomicModel } from "../model/economic-model.ts";
import { type Evaluated, evaluate, type Points } from "../model/evaluate.ts";
import { drawnPoints, pointAt } from "../model/points-of.ts";
import { type Amount, amountOf } from "../results/amounts.ts";
import { gainOf } from "./effects-of-study.ts";

export type WouldTake = NonNullable<EconomicsResult["wouldTake"]>;

/** Draws of what costs and values may be. */
const draws = 5000;

/**
 * The gain a person at which gains would equal costs, from costs and unit values alone: told where no effect can be, and no claim of one.
 *
 * Limits are of what costs and values may be. Null where several outcomes carry the gains, or none has a price.
 *
 * @param model without estimates: each person's gain is set to 1, and the rest is a division
 */
export function whatItWouldTake(
  plan: StudyPlan,
  { benefits = [] }: EconomicsPlan,
  model: EconomicModel,
  seed: number | string,
): WouldTake | null {
  const [first] = model.benefits;
  const carrying = new Set(benefits.map(({ outcome }) => outcome));
  if (first === undefined || carrying.size !== 1) return null;
  const [outcome] = [...carrying] as [string];
  const { treated, comparison, gain } = first.effect;
  const one = (n: number): Points => ({
    [treated]: new Float64Array(n).fill(gain === "more" ? 1 : -1),
    [comparison]: new Float64Array(n),
  });
  const best = evaluate(model, { ...pointAt(model), ...one(1) }, 1);
  const each = evaluate(model, { ...drawnPoints(model, randomStream(seed), draws), ...one(draws) }, draws);
  const needed = (gained: (at: Evaluated) => Float64Array): Amount | null => {
    if (!(gained(best)[0]! > 0) || !gained(each).every((pounds) => pounds > 0)) return null;
    return amountOf(
      best.cost[0]! / gained(best)[0]!,
      each.cost.map((pounds, i) => pounds / gained(each)[i]!),
      0.95,
    );
  };
  const all = needed((at) => at.benefit);
  if (all === null) return null;
  return {
    outcome,
    label: plan.outcomes.find(({ id }) => id === outcome)?.label ?? outcome,
    unit: benefits.find((benefit) => benefit.outcome === outcome)!.per,
    gain: gainOf(plan, outcome),
    needed: all as WouldTake["needed"],
    neededFiscal: needed((at) => at.byKind.fiscal) as WouldTake["neededFiscal"],
    neededCashable: needed((at) => at.cashable) as WouldTake["neededCashable"],
  };
}
