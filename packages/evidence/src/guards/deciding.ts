import { type Estimate, exactLimit, isWithheld, type Outcome } from "@likewise/schema";
import { effectSide, type Side } from "../claims/effect-form.ts";
import type { GuardInput } from "./guard.ts";

/** An outcome with the one estimate that decides its verdict. */
export interface Deciding {
  readonly outcome: Outcome;
  readonly estimate: Estimate;
  readonly side: Side;
}

/** Declared outcomes that have a deciding estimate, in the order of the plan. */
export function decidingEstimates({ comparison, outcomes }: GuardInput): Deciding[] {
  return outcomes.flatMap((outcome) => {
    const estimate = comparison.estimates.find(
      (one) => one.outcome === outcome.id && one.primary && one.subgroup === null,
    );
    if (estimate === undefined || estimate.interval.some(isWithheld)) return [];
    const [low, high] = estimate.interval;
    return [{ outcome, estimate, side: effectSide(estimate.measure, exactLimit(low), exactLimit(high)) }];
  });
}

/** What police and courts record; it rests on somebody reporting or finding it. */
export function isOnRecord({ basis }: Outcome): boolean {
  return basis !== undefined && ["proven", "charged", "recorded-crime", "incident"].includes(basis);
}

/**
 * What a flaw that pushes outcomes to one side does to a result: a result on that side may be the flaw alone, so it has no
 * verdict; one on the other side stands in spite of the flaw, and one that is unclear may be hiding something.
 *
 * @param push the side to which the flaw alone would move the treated
 */
export function effectOfPush(push: "lower" | "higher", side: Side): "stops-verdict" | "caveat" {
  return side === push ? "stops-verdict" : "caveat";
}

/** Tests of the decision table that failed, and not for want of an answer, for an estimate. */
export function failedRules({ comparison }: GuardInput, estimate: string): string[] {
  const grade = comparison.evidence.find(({ scale, estimates }) => scale === "wwclg" && estimates.includes(estimate));
  const open = new Set(grade?.notAssessed.map(({ rule }) => rule));
  return (grade?.drops ?? []).map(({ rule }) => rule).filter((rule) => !open.has(rule));
}
