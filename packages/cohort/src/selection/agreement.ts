import type { Refusal } from "@likewise/schema";
import { cohenKappa, type Share, shareOf } from "@likewise/stats";
import type { Decision } from "./read-decisions.ts";

/** Whether one who judges finds suitable; null where they did not judge. */
export type Verdict = (decision: Decision) => boolean | null;

/** How far two say the same of the same decisions. */
export interface Agreement {
  readonly id: "score-panel" | "judgement-panel" | "score-judgement" | "panel-provider";
  /** Decisions by first and second: both suitable, only the first, only the second, neither. */
  readonly counts: { readonly both: number; readonly first: number; readonly second: number; readonly neither: number };
  readonly agreed: Share;
  /** null where it is refused. */
  readonly kappa: number | null;
  /** 95 %; null where kappa is refused, or agreement is complete. */
  readonly interval: readonly [number, number] | null;
}

/**
 * Agreement of each two who judged the same decisions, over the decisions both judged. Want of capacity is no
 * judgement: to the panel such a person is suitable, and the provider said nothing of them.
 *
 * @returns pairs that judged at least one decision both
 */
export function agreementOf(
  decisions: readonly Decision[],
  score: Verdict | null,
  judgement: Verdict | null,
): { readonly agreement: readonly Agreement[]; readonly refusals: readonly Refusal[] } {
  const panel: Verdict = (decision) => decision.panel !== "not-selected";
  const provider: Verdict = (decision) =>
    decision.provider === null || decision.provider === "capacity-refused" ? null : decision.provider === "accepted";
  const pairs = [
    ["score-panel", score, panel],
    ["judgement-panel", judgement, panel],
    ["score-judgement", score, judgement],
    ["panel-provider", panel, provider],
  ] as const;
  const results = pairs.flatMap(([id, first, second]) =>
    first === null || second === null ? [] : [pairAgreement(id, decisions, first, second)],
  );
  const judged = results.filter(({ agreement }) => agreement.agreed.denominator > 0);
  return {
    agreement: judged.map(({ agreement }) => agreement),
    refusals: judged.flatMap(({ refusal }) => (refusal === null ? [] : [refusal])),
  };
}

function pairAgreement(
  id: Agreement["id"],
  decisions: readonly Decision[],
  first: Verdict,
  second: Verdict,
): { readonly agreement: Agreement; readonly refusal: Refusal | null } {
  const counts = { both: 0, first: 0, second: 0, neither: 0 };
  for (const decision of decisions) {
    const [a, b] = [first(decision), second(decision)];
    if (a === null || b === null) continue;
    counts[a ? (b ? "both" : "first") : b ? "second" : "neither"] += 1;
  }
  const judged = counts.both + counts.first + counts.second + counts.neither;
  const agreed = shareOf(counts.both + counts.neither, judged);
  const found = cohenKappa({
    counts: [
      [counts.both, counts.first],
      [counts.second, counts.neither],
    ],
  });
  if ("refused" in found) {
    const { why, unlocks } = found.refused;
    const refusal = { id: "selection-kappa", what: `Kappa of ${id}`, why, unlocks };
    return { agreement: { id, counts, agreed, kappa: null, interval: null }, refusal };
  }
  const { kappa, lower, upper } = found;
  const interval = lower === null || upper === null ? null : ([lower, upper] as const);
  return { agreement: { id, counts, agreed, kappa, interval }, refusal: null };
}
