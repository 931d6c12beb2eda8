import { protectedCharacteristicNamed, type StudyPlan } from "@likewise/schema";

/** What one score is made from, held against the characteristics people may not be selected by. */
export interface AuditedScore {
  readonly id: string;
  readonly use: "selection" | "description";
  readonly inputs: readonly string[];
  /** Inputs that are protected characteristics, under their own name or another. */
  readonly protectedInputs: readonly { readonly input: string; readonly characteristic: string }[];
  /** Cannot be said where inputs are not declared. */
  readonly verdict: "passed" | "failed" | "cannot-be-said";
}

export interface ScoreAudit {
  readonly kind: "likewise/score-audit";
  /** Failed when any score that selects has a protected input; cannot be said when one does not declare its inputs. */
  readonly verdict: AuditedScore["verdict"];
  readonly scores: readonly AuditedScore[];
}

/**
 * The audit of scores: a score that selects may have no protected characteristic among its inputs. A plan that fails it
 * is not run; the audit is what a reader sees of one that passes. Inputs that stand in for a characteristic (a postcode,
 * a first language) are not found by name: that is a matter for the ratios of reach.
 *
 * @returns null when the plan declares no scores
 */
export function scoreAudit(plan: StudyPlan): ScoreAudit | null {
  const scores = (plan.cohort.scores ?? []).map(({ id, use = "selection", inputs = [], rfgv }): AuditedScore => {
    const protectedInputs = inputs.flatMap((input) => {
      const characteristic = protectedCharacteristicNamed(input);
      return characteristic === null ? [] : [{ input, characteristic }];
    });
    const failed = use === "selection" && protectedInputs.length > 0;
    // A score of recency, frequency, gravity and victims is made from events, whatever else is declared.
    const declared = inputs.length > 0 || rfgv !== undefined;
    const verdict = failed ? "failed" : declared ? "passed" : "cannot-be-said";
    return { id, use, inputs, protectedInputs, verdict };
  });
  if (scores.length === 0) return null;
  const verdicts = scores.filter(({ use }) => use === "selection").map(({ verdict }) => verdict);
  const verdict = (["failed", "cannot-be-said"] as const).find((worst) => verdicts.includes(worst)) ?? "passed";
  return { kind: "likewise/score-audit", verdict, scores };
}
