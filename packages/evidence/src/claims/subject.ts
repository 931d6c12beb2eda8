import {
  type Claim,
  type Comparison,
  type Coverage,
  type Estimate,
  type FunnelStep,
  type Grade,
  type GuardFinding,
  type Interim,
  type Outcome,
  type Refusal,
  resultKey,
  type Sentence,
} from "@likewise/schema";
import type { ClaimRuleId } from "./claim-rules.ts";
import type { Side } from "./effect-form.ts";

/** Everything the sentences about one outcome draw on, gathered once. */
export interface ClaimSubject {
  readonly comparison: Comparison;
  readonly outcome: string;
  /** The plan's declaration; undefined when the outcome was named on the command line alone. */
  readonly declaration: Outcome | undefined;
  readonly estimate: Estimate | undefined;
  readonly refusal: Refusal | undefined;
  /** The grade that decides, on the wwclg scale, and its place in the list of grades. */
  readonly grade: IndexedGrade | undefined;
  readonly otherGrade: IndexedGrade | undefined;
  readonly side: Side | undefined;
  readonly funnel: readonly FunnelStep[];
  readonly coverage: readonly Coverage[];
  /** Which of several planned looks this is; null with one look. */
  readonly interim: Pick<Interim, "look" | "planned"> | null;
  /** What guards found that bears on this outcome. */
  readonly findings: readonly GuardFinding[];
}

export interface IndexedGrade {
  readonly index: number;
  readonly grade: Grade;
}

/** What was decided about an outcome, and by which rules. */
export interface Decision {
  readonly verdict: Claim["verdict"];
  readonly causal: boolean;
  readonly rules: readonly string[];
  /** Why nothing can be said; empty when something can. */
  readonly obstacles: readonly Sentence[];
}

/** Whether the evidence bears no statement at all; with only the direction unknown, the difference itself still stands. */
export function isSilenced({ obstacles }: Decision): boolean {
  return obstacles.some((obstacle) => obstacle.rule !== "cannot-say-no-direction");
}

/** Whether a guard found something that bears on this outcome. */
export function isFound(subject: ClaimSubject, guard: string): boolean {
  return subject.findings.some((finding) => finding.guard === guard);
}

/** Findings that do this to the claim. */
export function findingsThat({ findings }: ClaimSubject, effect: GuardFinding["effect"]): readonly GuardFinding[] {
  return findings.filter((finding) => finding.effect === effect);
}

/** Key of a result inside the comparison. */
export function keyIn(subject: ClaimSubject, ...path: readonly (string | number)[]): string {
  return resultKey("comparisons", subject.comparison.id, ...path);
}

/** Key of a result inside an estimate. */
export function estimateKey(subject: ClaimSubject, estimate: Estimate, ...path: readonly (string | number)[]): string {
  return keyIn(subject, "estimates", estimate.id, ...path);
}

/** Key of a result inside a grade. */
export function gradeKey(
  subject: ClaimSubject,
  { index }: IndexedGrade,
  ...path: readonly (string | number)[]
): string {
  return keyIn(subject, "evidence", index, ...path);
}

/** A sentence about the subject: the rule, the results it quotes, its words. Its text is written after disclosure. */
export function sentenceAbout(
  subject: ClaimSubject,
  rule: ClaimRuleId,
  slots: Sentence["slots"] = {},
  words: Sentence["words"] = {},
): Sentence {
  const { arms } = subject.comparison;
  return {
    rule,
    slots,
    words: {
      outcome: subject.declaration?.label ?? subject.outcome,
      treated: arms.labels.treated,
      comparison: arms.labels.comparison,
      window: subject.estimate?.window ?? subject.declaration?.window ?? "",
      unit: subject.estimate?.unit ?? subject.declaration?.unit ?? "person",
      ...words,
    },
    text: null,
  };
}
