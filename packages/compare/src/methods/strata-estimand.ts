import type { ComparisonPlan } from "@likewise/schema";

/** Whom strata and full matches are weighted to; the treated where the plan does not say. */
export function strataEstimand({ estimand = "att" }: ComparisonPlan): "att" | "atc" | "ate" {
  return estimand === "ato" ? "att" : estimand;
}
