import { attendance } from "./indicators/attendance.ts";
import { completionShare, completions } from "./indicators/completed.ts";
import type { PerformanceIndicator } from "./indicators/indicator.ts";
import { spending } from "./indicators/spend.ts";
import { referrals, starts } from "./indicators/stages-counted.ts";
import { supportOffers } from "./indicators/support-offers.ts";
import { waitMedian, waitWithin } from "./indicators/waits.ts";

/**
 * How each indicator of a contract is counted, in the order of the declarations.
 *
 * @example
 * performanceIndicators.map(({ declared }) => declared.id).slice(0, 3); // ["referrals", "starts", "completions"]
 */
export const performanceIndicators: readonly PerformanceIndicator[] = [
  referrals,
  starts,
  completions,
  completionShare,
  supportOffers,
  waitWithin,
  waitMedian,
  attendance,
  spending,
];
