import {
  crossingProbabilities,
  groupSequentialBounds,
  type SequentialLook,
  type SpendingRuleName,
} from "@likewise/stats";

/** One of several looks at the results of a study. */
export interface PlannedLook extends SequentialLook {
  /** False alarms by this look had every look so far been judged at the declared level alone. */
  readonly uncontrolled: number;
}

/**
 * The limits at each of several looks at results that grow: an interval of `level` at every one would find a difference
 * by chance far more often than it says.
 *
 * @param given.shares of the planned information at each look, rising by 0.01 or more, up to 1
 * @param given.spending how false alarms are spread over the looks, default "obrien-fleming"
 * @param given.level of the interval a single look would have, default 0.95
 * @returns one entry for each look, with the level its intervals must have
 * @throws RangeError when shares do not rise so or the level is not between 0.5 and 1
 * @source Lan and DeMets (1983), doi:10.1093/biomet/70.3.659; Jennison and Turnbull (1989),
 *   doi:10.1111/j.2517-6161.1989.tb01433.x
 * @example
 * plannedLooks({ shares: [1] })[0].uncontrolled; // 0.05
 */
export function plannedLooks(given: {
  readonly shares: readonly number[];
  readonly spending?: SpendingRuleName;
  readonly level?: number;
}): PlannedLook[] {
  const { shares, spending = "obrien-fleming", level = 0.95 } = given;
  // Subtraction adds digits that the declared level does not have.
  const alpha = Math.round((1 - level) * 1e12) / 1e12;
  const single = groupSequentialBounds({ shares: [1], rule: spending, alpha })[0]!.bound;
  const uncontrolled = crossingProbabilities({ shares, bounds: shares.map(() => single) });
  return groupSequentialBounds({ shares, rule: spending, alpha }).map((look, index) => ({
    ...look,
    uncontrolled: uncontrolled[index]!,
  }));
}
