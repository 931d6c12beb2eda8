import type { ComparisonPlan } from "@likewise/schema";
import type { ComparisonMethod } from "./method.ts";

/**
 * Whose effect a comparison is about: as the plan says, else the method's first. People as they are, assigned at random, are
 * one population; where they were selected, the question is what the programme did for those in it, and one regression for
 * both arms answers that even where the effect differs between people.
 */
export function estimandOf(
  { estimand, assignment }: Pick<ComparisonPlan, "estimand" | "assignment">,
  method: Pick<ComparisonMethod, "estimands" | "adjustment">,
): NonNullable<ComparisonPlan["estimand"]> {
  if (estimand !== undefined) return estimand;
  return method.adjustment === "none" && assignment === "random" ? "ate" : method.estimands[0]!;
}
