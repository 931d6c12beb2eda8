import { type Claim, type Comparison, type Results, resultKey, type SafetyItem } from "@likewise/schema";
import type { Filling } from "./decision-rule.ts";

/** The comparison a study leads with. */
export function headlineOf({ comparisons }: Results): Comparison | undefined {
  return comparisons[0];
}

/** The claim a study leads with: of the outcome the plan calls primary, else of the first. */
export function mainClaim(results: Results): Claim | undefined {
  const claims = headlineOf(results)?.claims ?? [];
  const primary = results.study.outcomes.find((outcome) => outcome.primary)?.id;
  return claims.find((claim) => claim.outcome === primary) ?? claims[0];
}

/** Words of the plan that a sentence about the comparison needs. */
export function namesIn({ arms }: Comparison): Record<string, string> {
  return { treated: arms.labels.treated, comparison: arms.labels.comparison };
}

/** Abuse of any kind by victim-survivors' own account: the one account that tells whether they are safer. */
export function ownAccount({ safety }: Results): SafetyItem | undefined {
  return safety.find(({ id, status }) => id === "abuse-victim-survivor-any" && status === "measured");
}

/** Before and after among the same people, where all of it is published. */
export function beforeAndAfter(
  item: SafetyItem | undefined,
): { readonly change: number; readonly filling: Filling } | null {
  if (item?.before == null) return null;
  const [before, after, people] = [item.before.numerator, item.numerator, item.denominator];
  if (typeof before !== "number" || typeof after !== "number" || typeof people !== "number") return null;
  const at = (...path: string[]) => resultKey("safety", item.id, ...path);
  return {
    change: after - before,
    filling: {
      slots: { before: at("before", "numerator"), after: at("numerator"), people: at("denominator") },
      words: {},
    },
  };
}
