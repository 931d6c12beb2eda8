import { finiteVector, weightVector } from "../linear-algebra/finite-vector.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import { twoSidedQuantile } from "../proportions/two-sided-quantile.ts";
import { countsByTime } from "./counts-by-time.ts";
import type { KaplanMeier } from "./kaplan-meier.ts";
import { productLimit } from "./product-limit.ts";
import { checkedFollowUp, type FollowUp } from "./survival-data.ts";
import type { SurvivalIntervalKind } from "./survival-intervals.ts";

export interface GroupCurve {
  readonly group: number;
  readonly rows: number;
  readonly curve: KaplanMeier;
}

/**
 * Kaplan–Meier curves of several groups in one pass over the rows: each is
 * what `kaplanMeier` gives for the rows of its group.
 *
 * @param time     end of follow-up, length n, any unit of time
 * @param event    1 = event at `time`, 0 = censored, length n
 * @param group    any number per row, equal within a group, length n
 * @param entry    start of being at risk, length n, for delayed entry
 * @param weights  counts, >= 0, length n, not all 0
 * @param level    confidence level, default 0.95
 * @param interval scale of the interval, default "log-log"
 * @returns one curve per group, ascending by its number
 * @throws RangeError when lengths differ, a value is missing, an event is not 0 or 1, or entry is not before time
 * @source as `kaplanMeier`
 * @example
 * const [one, two] = kaplanMeierByGroup({ time: [1, 2, 2, 3], event: [1, 1, 0, 1], group: [1, 1, 2, 2] });
 * two.curve.survival; // [1, 0]
 */
export function kaplanMeierByGroup({
  group,
  weights,
  level = 0.95,
  interval = "log-log",
  ...followUp
}: FollowUp & {
  group: ArrayLike<number>;
  weights?: ArrayLike<number>;
  level?: number;
  interval?: SurvivalIntervalKind;
}): GroupCurve[] {
  const caller = "kaplanMeierByGroup";
  const z = twoSidedQuantile(caller, level);
  const checked = checkedFollowUp(caller, followUp);
  const weight = weights === undefined ? null : weightVector(caller, weights, checked.rows);
  const groups = distinctCodes(finiteVector(caller, "group", group, checked.rows));
  const rows = new Int32Array(groups.count);
  for (const code of groups.codes) rows[code] = rows[code]! + 1;
  return countsByTime(checked, weight, groups).map((counts, g) => ({
    group: groups.distinct[g]!,
    rows: rows[g]!,
    curve: { ...productLimit(counts, interval, z), interval, level },
  }));
}
