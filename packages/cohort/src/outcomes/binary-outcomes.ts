import type { Outcome, Outcomes, StudyPlan } from "@likewise/schema";

/** Yes-or-no outcomes of the plan that were worked out, in its order. */
export function binaryOutcomes(plan: StudyPlan, outcomes: Outcomes): readonly Outcome[] {
  const known = new Set(outcomes.table.columns.outcome.levels);
  return plan.outcomes.filter(({ id, kind }) => kind === "binary" && known.has(id));
}
