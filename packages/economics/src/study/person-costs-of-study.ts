import type { Comparison, EconomicsPlan, EconomicsResult, JointCovariance, Refusal, StudyPlan } from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import type { EconomicModel } from "../model/economic-model.ts";
import { evaluate } from "../model/evaluate.ts";
import { drawnPoints, pointAt } from "../model/points-of.ts";
import { reprice } from "../prices/reprice.ts";
import { costAndSuccess } from "../results/cost-and-success.ts";
import type { Against } from "../results/cost-per-success.ts";
import { armKey } from "./benefits-of-study.ts";
import { gainOf } from "./effects-of-study.ts";
import { jointOf } from "./joint-of.ts";

export type PersonCosts = NonNullable<EconomicsResult["perPerson"]>;

/** Why costs of each person cannot stand beside their successes; none where they can, or where the plan names none. */
export function personCostRefusals(
  { costPerPerson, success, bias }: EconomicsPlan,
  joint: readonly JointCovariance[],
  comparison: Comparison | null,
): Refusal[] {
  if (costPerPerson === undefined || comparison === null) return [];
  const { outcome } = costPerPerson;
  const refused = (id: string, why: string, unlocks: string): Refusal[] => [
    { id, what: "costs and successes of the same people", why, unlocks },
  ];
  if (success === undefined) {
    return refused("person-cost-without-success", "no success is declared beside it", "economics.success");
  }
  if (!joint.some(({ keys }) => keys.some((key) => key.outcome === outcome))) {
    return refused(
      "effect-without-interval",
      `${outcome} has no difference with an interval in ${comparison.id}`,
      `${outcome} among the outcomes of the comparison, as a difference in means that has a standard error`,
    );
  }
  if (bias !== undefined) {
    return refused(
      "person-cost-with-bias",
      "a bias of the effect is declared, and nobody has said what it does to the costs",
      "a plan without economics.bias, or without economics.costPerPerson",
    );
  }
  const [cost, gained] = [outcome, success.outcome].map((id) =>
    comparison.estimates.find((one) => one.primary && one.outcome === id && one.subgroup == null),
  );
  if (cost === undefined || gained === undefined) return [];
  if (cost.adjustment !== gained.adjustment || cost.estimand !== gained.estimand) {
    return refused(
      "person-cost-of-another-estimator",
      `${outcome} and ${success.outcome} are not estimated in the same way, or of the same people`,
      "one way of making the arms alike for both outcomes",
    );
  }
  if (cost.treated.n !== gained.treated.n || cost.comparison.n !== gained.comparison.n) {
    return refused(
      "person-cost-of-other-people",
      "the cost and the success are not known of the same people",
      "both known for everybody who is compared",
    );
  }
  return [];
}

/** Costs and successes of the same people, drawn together; null where the plan names no such cost. Nothing is refused here. */
export function personCostsOfStudy(
  {
    plan,
    joint,
    seed,
  }: { readonly plan: StudyPlan; readonly joint: readonly JointCovariance[]; readonly seed: number | string },
  economics: EconomicsPlan,
  model: EconomicModel,
  worths: readonly number[],
): PersonCosts | null {
  const { costPerPerson, success, priceYear, draws = 5000 } = economics;
  if (costPerPerson === undefined || success === undefined) return null;
  const { outcome, includesProgramme } = costPerPerson;
  const arms = (of: string) => [armKey(of, "treated"), armKey(of, "comparison")] as const;
  const level = 0.95;
  return {
    outcome,
    label: plan.outcomes.find(({ id }) => id === outcome)?.label ?? outcome,
    priceYear,
    includesProgramme,
    ...(costAndSuccess({
      joint: jointOf(
        joint.filter(({ link }) => link === "identity"),
        [outcome, success.outcome],
      )[0]!,
      cost: arms(outcome),
      success: arms(success.outcome),
      label: success.label,
      gain: gainOf(plan, success.outcome),
      priceFactor: reprice(costPerPerson.priceYear, priceYear).factor,
      programme: includesProgramme ? null : programmeOf(model, seed, draws),
      worths,
      draws,
      seed,
      level,
    }) as Omit<PersonCosts, "outcome" | "label" | "priceYear" | "includesProgramme" | "draws" | "level">),
    draws,
    level,
  };
}

/** Spend for each person reached, at the same draws as in the rest of the result. */
function programmeOf(model: EconomicModel, seed: number | string, draws: number): Against {
  const each = (pounds: number) => pounds / model.reached;
  return {
    best: each(evaluate(model, pointAt(model), 1).cost[0]!),
    draws: evaluate(model, drawnPoints(model, randomStream(seed), draws), draws).cost.map(each),
  };
}

/** What a reader must know of it. */
export function personCostNotes({ costPerPerson, priceYear }: EconomicsPlan): string[] {
  if (costPerPerson === undefined) return [];
  return [
    "costs of each person are taken as they were counted over the follow-up, and not discounted within it",
    "costs of each person and values of gains may hold the same service: the two results stand apart and are never added",
    ...reprice(costPerPerson.priceYear, priceYear).notes,
  ];
}
