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

/**
 * Which way the share moved among the same people, where all of it is published and the interval of the change leaves out
 * none: a change of one person in forty is no reason for anything.
 *
 * Results hold the shares before and after, and not who changed, so the interval is Newcombe's for groups that are not
 * paired, from Wilson's limits of each share: of the same people it is rather too wide than too narrow.
 *
 * @source Newcombe (1998), Statistics in Medicine 17, 873-890, method 10
 */
export function clearChange(
  item: SafetyItem | undefined,
): { readonly way: "fewer" | "more"; readonly filling: Filling } | null {
  if (item?.before == null || typeof item.unknown !== "number") return null;
  const [before, after] = [shareOf(item.before), shareOf(item)];
  if (before === null || after === null || typeof item.before.numerator !== "number") return null;
  if (typeof item.numerator !== "number" || typeof item.denominator !== "number") return null;
  const change = after.value - before.value;
  const low = change - Math.hypot(after.value - after.low, before.high - before.value);
  const high = change + Math.hypot(after.high - after.value, before.value - before.low);
  if (low <= 0 && high >= 0) return null;
  const at = (...path: string[]) => resultKey("safety", item.id, ...path);
  return {
    way: high < 0 ? "fewer" : "more",
    filling: {
      slots: {
        before: at("before", "numerator"),
        after: at("numerator"),
        people: at("denominator"),
        unknown: at("unknown"),
      },
      words: {},
    },
  };
}

function shareOf({ value, interval }: Pick<SafetyItem, "value" | "interval">) {
  if (typeof value !== "number" || interval === null || !Array.isArray(interval)) return null;
  const [low, high] = interval;
  return typeof low === "number" && typeof high === "number" ? { value, low, high } : null;
}
