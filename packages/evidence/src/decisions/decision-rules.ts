import { continueRules } from "./continue-rules.ts";
import { pauseRules } from "./pause-rules.ts";
import { testRules } from "./test-rules.ts";
import { varyRules } from "./vary-rules.ts";

/**
 * What in results speaks for continuing, varying, pausing or testing, and what each rests on that was not measured. A
 * rule reads what claims, grades and accounts of safety say already, and adds no judgement of its own.
 */
export const decisionRules = [...continueRules, ...varyRules, ...pauseRules, ...testRules] as const;

/** Ids of the rules, as sentences name them. */
export type DecisionRuleId = (typeof decisionRules)[number]["id"];
