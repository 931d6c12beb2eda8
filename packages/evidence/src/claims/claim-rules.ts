import { canRules } from "./rules/can-rules.ts";
import { cannotRules } from "./rules/cannot-rules.ts";
import { caveatRules } from "./rules/caveat-rules.ts";
import type { ClaimRule } from "./rules/claim-rule.ts";
import { moneyRules } from "./rules/money-rules.ts";

/** Words every sentence about an outcome carries: labels from the plan and the comparison. */
export const commonWords = ["outcome", "treated", "comparison", "window", "unit"] as const;

const outcomeRules = [...canRules, ...cannotRules, ...caveatRules] as const;

/**
 * Every sentence, with the slots it needs: of an outcome, and of money. Results for good and for ill, and results that settle nothing,
 * have the same set of sentences.
 */
export const claimRules: readonly ClaimRule[] = [...outcomeRules, ...moneyRules];

/** Rules of sentences about an outcome. */
export type ClaimRuleId = (typeof outcomeRules)[number]["id"];
