import type { ComparisonPlan, StudyPlan } from "@likewise/schema";
import type { DraftArms } from "./ask-arms.ts";
import type { Comparable } from "./comparable-covariates.ts";
import type { BaselineItems } from "./draft-outcomes.ts";

/** The headline: matched where somebody is there to be matched, and beside it everybody as they are. */
export function draftComparisons(
  arms: DraftArms | null,
  outcomes: StudyPlan["outcomes"],
  covariates: Comparable,
  baseline: BaselineItems,
): StudyPlan["comparisons"] {
  const headline: ComparisonPlan = {
    id: "headline",
    label: "Everyone in the programme against similar people without it",
    headline: true,
    assignment: "selected",
    comparator: arms === null ? "none" : "concurrent-untreated",
    outcomes: outcomes.map(({ id }) => id),
  };
  if (arms === null) return [{ ...headline, method: "none" }];
  const matched: ComparisonPlan = {
    ...headline,
    method: "nearest",
    estimand: "att",
    caliper: 0.2,
    ratio: 1,
    covariates: covariates.listed,
    baselineOutcome: baseline[0]!.id,
  };
  return [matched, asTheyAre(matched)];
}

/** Nobody is left out for a covariate here: the counts are those of everybody observed. */
function asTheyAre({ assignment, comparator, outcomes }: ComparisonPlan): ComparisonPlan {
  return {
    id: "as-they-are",
    label: "Everyone in the programme against everyone without it, as they are",
    assignment,
    comparator,
    ...(outcomes === undefined ? {} : { outcomes }),
    method: "none",
    covariates: [],
  };
}
