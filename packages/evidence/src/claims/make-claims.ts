import {
  type Claim,
  type Comparison,
  type Coverage,
  type Estimate,
  exactLimit,
  type FunnelStep,
  type Grade,
  type GuardFinding,
  type Interim,
  isWithheld,
  type Outcome,
  type Sentence,
} from "@likewise/schema";
import type { ScaleId } from "../tables/provenance.ts";
import { canSentences } from "./can-sentences.ts";
import { cannotSentences } from "./cannot-sentences.ts";
import { caveatSentences } from "./caveat-sentences.ts";
import { decideVerdict } from "./decide-verdict.ts";
import { effectSide } from "./effect-form.ts";
import type { ClaimSubject, IndexedGrade } from "./subject.ts";

/**
 * What may be said about each outcome of a comparison, what may not, and what to bear in mind, as data.
 *
 * A sentence is a rule id with the keys of the results it quotes; one wording catalogue renders it after disclosure.
 * Each outcome's verdict comes from its one primary estimate. Results for better, for worse and without a clear
 * difference use the same sentences, mirrored.
 *
 * @param given.comparison exact (not yet disclosed)
 * @param given.grades the grades as they will stand in `comparison.evidence`, in that order: sentences quote them by place
 * @param given.outcomes declarations from the plan; an outcome without one has no known direction, so its verdict is
 *   `cannot-say`
 * @param given.findings what guards found in the comparison; those that stop a verdict or a cause decide before the interval
 * @param given.context the funnel and the coverage of the study, and which of several looks at it this is, where there is one
 * @returns one claim per outcome, declared ones first, in the order of the plan
 */
export function makeClaims(given: {
  readonly comparison: Comparison;
  readonly grades: readonly Grade[];
  readonly outcomes: readonly Outcome[];
  readonly findings?: readonly GuardFinding[];
  readonly context?: {
    readonly funnel?: readonly FunnelStep[];
    readonly coverage?: readonly Coverage[];
    readonly interim?: Pick<Interim, "look" | "planned"> | null;
  };
}): Claim[] {
  return outcomesOf(given.comparison, given.outcomes).map((outcome) => {
    const subject = describe(outcome, given);
    const decision = decideVerdict(subject);
    const sentences = {
      can: canSentences(subject, decision),
      cannot: cannotSentences(subject, decision),
      caveats: caveatSentences(subject, decision),
    };
    return {
      id: `${given.comparison.id}:${outcome}`,
      comparison: given.comparison.id,
      outcome,
      estimate: subject.estimate?.id ?? null,
      verdict: decision.verdict,
      rules: [
        ...new Set([
          ...decision.rules,
          ...subject.findings.map(({ guard }) => `guard-${guard}`),
          ...Object.values(sentences)
            .flat()
            .map((each: Sentence) => each.rule),
        ]),
      ],
      causal: decision.causal,
      ...sentences,
    };
  });
}

/** Outcomes the comparison estimated or refused to estimate. */
function outcomesOf(comparison: Comparison, declared: readonly Outcome[]): string[] {
  const estimated = comparison.estimates.map((estimate) => estimate.outcome);
  const known = declared.map((outcome) => outcome.id).filter((id) => estimated.includes(id) || refused(comparison, id));
  return [...new Set([...known, ...estimated])];
}

function refused(comparison: Comparison, outcome: string): Comparison["refusals"][number] | undefined {
  return comparison.refusals.find(({ what }) => what === outcome || what.startsWith(`${outcome}:`));
}

function describe(outcome: string, given: Parameters<typeof makeClaims>[0]): ClaimSubject {
  const { comparison, grades } = given;
  const estimate = comparison.estimates.find(
    (each) => each.outcome === outcome && each.primary && each.subgroup === null,
  );
  return {
    comparison,
    outcome,
    declaration: given.outcomes.find((each) => each.id === outcome),
    estimate,
    refusal: refused(comparison, outcome),
    grade: gradeOf(estimate, grades, "wwclg"),
    otherGrade: gradeOf(estimate, grades, "original"),
    side: sideOf(estimate),
    funnel: given.context?.funnel ?? [],
    coverage: given.context?.coverage ?? [],
    interim: given.context?.interim ?? null,
    findings: (given.findings ?? []).filter(({ outcomes }) => outcomes.includes(outcome)),
  };
}

function gradeOf(estimate: Estimate | undefined, grades: readonly Grade[], scale: ScaleId): IndexedGrade | undefined {
  if (estimate === undefined) return undefined;
  const index = grades.findIndex((grade) => grade.scale === scale && grade.estimates.includes(estimate.id));
  return index < 0 ? undefined : { index, grade: grades[index]! };
}

function sideOf(estimate: Estimate | undefined): ClaimSubject["side"] {
  if (estimate === undefined || estimate.interval.some(isWithheld)) return undefined;
  return effectSide(estimate.measure, exactLimit(estimate.interval[0]), exactLimit(estimate.interval[1]));
}
