import type { ConstraintCheck } from "@likewise/schema";
import type { MatchedSet } from "./matched-sets.ts";

export interface AskedConstraints {
  readonly scores: ArrayLike<number>;
  readonly treated: ArrayLike<number>;
  /** In units of the score; null when none was asked for. */
  readonly caliperWidth: number | null;
  readonly ratio: number;
  /** Name to codes of each column that must be equal inside a set. */
  readonly exact: Readonly<Record<string, ArrayLike<number>>>;
}

/**
 * Every constraint asked for, checked again on the finished sets, with nothing taken from the search that made them.
 *
 * @param sets  rows from 0
 * @param asked what the sets must obey
 * @returns one entry per constraint: how many pairs, sets or people were looked at, and how many break it
 * @example
 * const sets = [{ treated: [0], comparison: [1] }];
 * checkConstraints(sets, { scores: [0.5, 0.4], treated: [1, 0], caliperWidth: 0.05, ratio: 1, exact: {} }).caliper; // { checked: 1, broken: 1 }
 */
export function checkConstraints(
  sets: readonly MatchedSet[],
  asked: AskedConstraints,
): Record<string, ConstraintCheck> {
  const pairs = sets.flatMap((set) => set.treated.flatMap((t) => set.comparison.map((c) => [t, c] as const)));
  const { scores, treated, caliperWidth } = asked;
  const checks: Record<string, ConstraintCheck> = {};
  if (caliperWidth !== null) {
    checks.caliper = count(pairs, ([t, c]) => !(Math.abs(scores[t]! - scores[c]!) <= caliperWidth));
  }
  for (const [name, codes] of Object.entries(asked.exact)) {
    checks[`exact:${name}`] = count(pairs, ([t, c]) => codes[t] !== codes[c]);
  }
  checks.arms = count(pairs, ([t, c]) => treated[t] !== 1 || treated[c] !== 0);
  checks.ratio = count(sets, (set) => set.comparison.length < 1 || set.comparison.length > asked.ratio);
  checks.usedOnce = usedOnce(sets);
  return checks;
}

function count<Item>(items: readonly Item[], breaks: (item: Item) => boolean): ConstraintCheck {
  return { checked: items.length, broken: items.filter(breaks).length };
}

function usedOnce(sets: readonly MatchedSet[]): ConstraintCheck {
  const seen = new Map<number, number>();
  for (const set of sets) {
    for (const row of [...set.treated, ...set.comparison]) seen.set(row, (seen.get(row) ?? 0) + 1);
  }
  return count([...seen.values()], (times) => times > 1);
}
