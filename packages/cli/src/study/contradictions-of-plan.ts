import type { ComparisonPlan, StudyPlan } from "@likewise/schema";

/** What the plan says of how people came to be treated that the tables it reads say otherwise, in words for a grade. */
export function contradictionsOfPlan(
  { cohort }: StudyPlan,
  { assignment }: Pick<ComparisonPlan, "assignment">,
): string[] {
  const from = cohort.arms?.from ?? "";
  if (assignment === "random" && from.startsWith("selections."))
    return [`people are said to be assigned at random, but their group is read from decisions about them (${from})`];
  if (assignment === "selected" && from.startsWith("allocations."))
    return [`people are said to be chosen by people, but their group is read from a random allocation (${from})`];
  return [];
}
