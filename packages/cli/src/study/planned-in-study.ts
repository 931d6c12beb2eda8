import type { ComparisonPlan, PlanningInput, StudyPlan } from "@likewise/schema";

/** What a study plan says of a plan before data: direction, smallest effect, follow-up, and the design it has. */
export function plannedInStudy({ outcomes, comparisons, evidence }: StudyPlan): Partial<PlanningInput> {
  const outcome = outcomes?.find(({ primary }) => primary) ?? outcomes?.[0];
  const headline = comparisons?.find((comparison) => comparison.headline) ?? comparisons?.[0];
  const months = /(\d+)m$/.exec(outcome?.window ?? "");
  const isShare = outcome?.kind === "binary" && (outcome.measure ?? "riskDifference") === "riskDifference";
  const now = headline === undefined ? null : designOf(headline, (evidence?.baselineOutcomes ?? []).length > 0);
  return {
    ...(outcome === undefined ? {} : { better: outcome.direction ?? "lower" }),
    ...(isShare && outcome.smallestEffect !== undefined ? { smallestEffect: Math.abs(outcome.smallestEffect) } : {}),
    ...(months === null ? {} : { followUpMonths: Number(months[1]) }),
    ...(now === null ? {} : { now }),
  };
}

/** The planned design a comparison is an example of; null where it is none of them. */
function designOf(
  { assignment, comparator, method, baselineOutcome }: ComparisonPlan,
  hasPrior: boolean,
): string | null {
  if (comparator === "none") return "before-after";
  if (comparator === "national-rate") return "national-rate";
  if (assignment === "random") return comparator === "waiting-list" ? "randomised-order" : "randomised-offer";
  if (assignment === "cutoff") return "score-cutoff";
  if (assignment === "area-rollout") return "staged-rollout";
  if (assignment === "capacity-limit") return "refused-for-capacity";
  if (comparator !== "concurrent-untreated" || (method ?? "none") === "none") return null;
  return hasPrior || baselineOutcome !== undefined ? "matched-elsewhere" : "matched-after-only";
}
