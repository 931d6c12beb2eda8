import type { ComparisonPlan, Estimate, Refusal } from "@likewise/schema";
import type { CompareInput } from "../compare-input.ts";
import type { ComparisonGroup } from "../methods/comparison-group.ts";
import type { OutcomeAnswer } from "../outcome-answer.ts";
import type { People } from "../people/people.ts";

/** A comparison that has its answer, and whose plan may ask how far it can be trusted. */
export interface AskedComparison {
  readonly input: CompareInput;
  readonly people: People;
  /** Null when the method could not form one. */
  readonly group: ComparisonGroup | null;
  readonly answers: readonly OutcomeAnswer[];
  readonly seed: number;
}

/** The one estimate of an outcome that is the answer, where it was not refused. */
export interface Headline {
  readonly answer: OutcomeAnswer;
  readonly estimate: Estimate;
}

/** What a check adds to one estimate, found by its id; what it could not do; what it found against the comparison. */
export interface CheckResult {
  readonly added: ReadonlyMap<string, Partial<Estimate["sensitivity"]>>;
  readonly refusals: readonly Refusal[];
  readonly warnings?: Readonly<Record<string, string>>;
  readonly tiers?: readonly string[];
}

/** The part of a plan that asks for checks. */
export type AskedChecks = NonNullable<ComparisonPlan["sensitivity"]>;

export function headlines(answers: readonly OutcomeAnswer[]): Headline[] {
  return answers.flatMap((answer) => {
    const estimate = answer.result.estimates.find(({ primary, subgroup }) => primary && subgroup === null);
    return estimate === undefined ? [] : [{ answer, estimate }];
  });
}

/** A refusal of one check of one estimate. */
export function checkRefusal(rule: string, estimate: string, why: string, unlocks: string): Refusal {
  return { id: `${rule}:${estimate}`, what: `${rule} of ${estimate}`, why, unlocks };
}
