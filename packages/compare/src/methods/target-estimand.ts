import type { ComparisonPlan } from "@likewise/schema";

/** Whom strata, full matches and inverse probability weights stand for; the treated where the plan does not say. */
export function targetEstimand({ estimand = "att" }: Pick<ComparisonPlan, "estimand">): "att" | "atc" | "ate" {
  return estimand === "ato" ? "att" : estimand;
}
