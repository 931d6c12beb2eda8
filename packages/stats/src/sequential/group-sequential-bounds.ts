import { normalCdf, normalQuantile } from "../distributions/normal.ts";
import { bracketedRoot } from "../root-finding/bracketed-root.ts";
import { checkShares } from "./check-shares.ts";
import { type SpendingRuleName, spendingRules } from "./spending-rules.ts";
import { crossing, going, unstarted } from "./unstopped.ts";

/** One look at results before, or at, the end. */
export interface SequentialLook {
  readonly share: number;
  /** False alarms allowed at this look and before. */
  readonly spent: number;
  /** Standard errors from no difference that count as a finding at this look, either way. */
  readonly bound: number;
  /** Level of an interval that excludes no difference exactly when the bound is crossed. */
  readonly level: number;
}

/**
 * Bounds for several looks at results that grow, so that all looks together raise a false alarm no more often than
 * `alpha`. Intervals at `level` are repeated confidence intervals: true at every look at once.
 *
 * Only the looks so far decide the bound of one: later ones may come at another time than planned.
 *
 * @param shares of the planned information (people, or events) seen at each look, rising by 0.01 or more, up to 1
 * @param rule   how alpha is spread over the looks, default "obrien-fleming"
 * @param alpha  false alarms allowed over all looks, two-sided, default 0.05
 * @returns one entry for each look
 * @throws RangeError when shares do not rise so, alpha is not between 0 and 0.5, or the rule is unknown
 * @source Lan and DeMets (1983), doi:10.1093/biomet/70.3.659; Jennison and Turnbull (1989),
 *   doi:10.1111/j.2517-6161.1989.tb01433.x, for the intervals
 * @example
 * groupSequentialBounds({ shares: [1] })[0].bound; // 1.959963984540054
 */
export function groupSequentialBounds({
  shares,
  rule = "obrien-fleming",
  alpha = 0.05,
}: {
  readonly shares: readonly number[];
  readonly rule?: SpendingRuleName;
  readonly alpha?: number;
}): SequentialLook[] {
  const caller = "groupSequentialBounds";
  checkShares(caller, shares);
  if (!(alpha > 0 && alpha < 0.5))
    throw new RangeError(`${caller}: alpha must lie between 0 and 0.5 (probability), got ${alpha}`);
  const spending = spendingRules.find(({ name }) => name === rule);
  if (spending === undefined) {
    const known = spendingRules.map(({ name }) => name).join(", ");
    throw new RangeError(`${caller}: rule must be one of ${known}, got ${rule}`);
  }
  let state = unstarted;
  let before = 0;
  return shares.map((share, look) => {
    const spent = spending.spent(share, alpha);
    const now = spent - before;
    const from = state;
    const bound =
      look === 0
        ? normalQuantile(spent / 2, { upper: true })
        : bracketedRoot((at) => Math.max(smallestLog, Math.log(crossing(from, share, at) / now)), 0, farthest);
    before = spent;
    const next = shares[look + 1];
    if (next !== undefined) state = going(state, share, bound, next);
    return { share, spent, bound, level: 1 - 2 * normalCdf(bound, { upper: true }) };
  });
}

/** Beyond any bound that could be wanted. */
const farthest = 30;
/** Of a probability too small to be a number: a search needs finite values at both ends. */
const smallestLog = -745;
