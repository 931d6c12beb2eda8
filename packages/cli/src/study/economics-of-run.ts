import { entriesByYear, spendByYear } from "@likewise/cohort";
import { economicsOfStudy, economicsResult, type RejectedSpend } from "@likewise/economics";
import {
  type Baseline,
  type Columns,
  type Comparison,
  type EconomicsResult,
  Failure,
  type FunnelStep,
  type Refusal,
  type StudyPlan,
} from "@likewise/schema";
import type { PlannedResult } from "./compare-as-planned.ts";

/** Costs and benefits of a run, and what could not be said of them. */
export interface EconomicsOfRun {
  readonly economics: EconomicsResult | null;
  readonly refusals: readonly Refusal[];
}

/** Spend, the effect with its joint covariance and its level, and unit values, brought together; null without an economics block. */
export function economicsOfRun({
  plan,
  costs,
  rejected,
  funnel,
  baseline,
  compared,
  comparisons,
}: {
  readonly plan: StudyPlan;
  readonly costs: Columns | undefined;
  readonly rejected: RejectedSpend;
  readonly funnel: readonly FunnelStep[];
  readonly baseline: Baseline;
  /** with their joint covariance, */
  readonly compared: readonly PlannedResult[];
  /** and the same as graded */
  readonly comparisons: readonly Comparison[];
}): EconomicsOfRun {
  const { economics } = plan;
  if (economics === undefined) return { economics: null, refusals: [] };
  const at = economics.comparison === undefined ? 0 : comparisons.findIndex(({ id }) => id === economics.comparison);
  const comparison = comparisons[at] ?? null;
  if (comparison === null) {
    throw new Failure("usage", `economics.comparison: there is no comparison ${economics.comparison}`);
  }
  const { spent, withoutAmount } = spendByYear(costs);
  const reached = (step: string) => {
    const count = funnel.find((one) => one.step === step)?.count;
    return typeof count === "number" ? count : null;
  };
  const found = economicsOfStudy({
    plan,
    comparison,
    joint: compared[at]!.jointCovariance,
    spent,
    rejected,
    counts: { referred: reached("referred"), started: reached("started"), completed: reached("completed") },
    entered: entriesByYear(baseline),
    seed: plan.seed ?? "economics",
  })!;
  const result = economicsResult(found);
  const left =
    withoutAmount === 0
      ? []
      : [`${withoutAmount} ${withoutAmount === 1 ? "item" : "items"} of spend without an amount are left out`];
  return { economics: { ...result, notes: [...result.notes, ...left] }, refusals: found.refusals };
}
