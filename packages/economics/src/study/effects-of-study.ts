import type { Comparison, EconomicsPlan, EconomicsResult, JointCovariance, StudyPlan } from "@likewise/schema";
import { normalQuantile } from "@likewise/stats";
import type { Appraisal } from "../results/appraise.ts";

/** One outcome as a gain a person, with the gain that would just pay. */
export type EffectRow = EconomicsResult["effects"][number];

/** Outcomes whose effect enters, each once. */
export function outcomesUsed({ benefits, success }: EconomicsPlan): string[] {
  return [
    ...new Set([
      ...(benefits ?? []).map(({ outcome }) => outcome),
      ...(success === undefined ? [] : [success.outcome]),
    ]),
  ];
}

/** Which way an outcome gains: what a plan calls better. */
export function gainOf(plan: StudyPlan, outcome: string): "fewer" | "more" {
  return plan.outcomes.find(({ id }) => id === outcome)?.direction === "higher" ? "more" : "fewer";
}

/**
 * The effects values rest on, as gains a person: the interval of the estimate that decides the verdict where it is a difference, that of
 * the difference between the arms' values otherwise. What would just pay is told where one outcome alone carries the benefits.
 */
export function effectsOfStudy(
  plan: StudyPlan,
  economics: EconomicsPlan,
  comparison: Comparison,
  joint: readonly JointCovariance[],
  appraisal: Appraisal | null,
): EffectRow[] {
  const carrying = new Set((economics.benefits ?? []).map(({ outcome }) => outcome));
  return outcomesUsed(economics).flatMap((outcome) => {
    const arms = armsOf(joint, outcome);
    if (arms === null) return [];
    const sign = gainOf(plan, outcome) === "more" ? 1 : -1;
    const found = sign * (arms.treated - arms.comparison);
    const alone = carrying.has(outcome) && carrying.size === 1 && economics.bias?.scale !== "plus";
    return [
      {
        outcome,
        label: plan.outcomes.find(({ id }) => id === outcome)?.label ?? outcome,
        unit: economics.benefits?.find((one) => one.outcome === outcome)?.per ?? economics.success?.label ?? outcome,
        found,
        interval: intervalOf(comparison, outcome, sign) ?? arms.interval(found),
        ...neededOf(alone ? appraisal : null, found),
      },
    ];
  });
}

function armsOf(joint: readonly JointCovariance[], outcome: string) {
  const identity = joint.find(({ link }) => link === "identity");
  const at = (arm: "treated" | "comparison") =>
    identity?.keys.findIndex((key) => key.outcome === outcome && key.arm === arm) ?? -1;
  const [t, c] = [at("treated"), at("comparison")];
  if (identity === undefined || t < 0 || c < 0) return null;
  const { estimates, covariance, keys } = identity;
  const of = (row: number, column: number) => covariance[row * keys.length + column]!;
  const error = Math.sqrt(Math.max(0, of(t, t) + of(c, c) - 2 * of(t, c)));
  return {
    treated: estimates[t]!,
    comparison: estimates[c]!,
    interval: (found: number) => {
      const reach = normalQuantile(0.975) * error;
      return [found - reach, found + reach] as [number, number];
    },
  };
}

function intervalOf({ estimates }: Comparison, outcome: string, sign: 1 | -1): [number | null, number | null] | null {
  const estimate = estimates.find((one) => one.primary && one.outcome === outcome);
  if (estimate?.interval == null || !/^(risk|mean|rate)Difference$/.test(estimate.measure)) return null;
  const [lower, upper] = estimate.interval.map((limit) => (typeof limit === "number" ? sign * limit : null)) as [
    number | null,
    number | null,
  ];
  return sign === 1 ? [lower, upper] : [upper, lower];
}

/** Gains are in proportion to the effect: what one unit a person brings says how many would pay. */
function neededOf(appraisal: Appraisal | null, found: number) {
  const over = (gained: number) => (gained / found > 0 ? (appraisal!.cost.estimate * found) / gained : null);
  if (appraisal === null || found === 0) return { needed: null, neededFiscal: null, neededCashable: null };
  const { benefit, byKind } = appraisal;
  return {
    needed: over(benefit.estimate),
    neededFiscal: over(byKind.fiscal.estimate),
    neededCashable: over(byKind.cashable.estimate),
  };
}
