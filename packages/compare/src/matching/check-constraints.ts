import type { ConstraintCheck } from "@likewise/schema";
import type { MatchedSet } from "./matched-sets.ts";

export interface AskedConstraints {
  readonly scores: ArrayLike<number>;
  readonly treated: ArrayLike<number>;
  /** In units of the score; null when none was asked for. */
  readonly caliperWidth: number | null;
  readonly ratio: number;
  /** Fewest and most comparison people for each treated person of a set. */
  readonly ratioRange?: { readonly least: number; readonly most: number };
  /** Name to codes of each column that must be equal inside a set. */
  readonly exact: Readonly<Record<string, ArrayLike<number>>>;
  /** Name to codes of each column on which pairs must differ. */
  readonly antiExact?: Readonly<Record<string, ArrayLike<number>>>;
  /** Name to values and the largest difference allowed in them, beside the caliper. */
  readonly windows?: Readonly<Record<string, { readonly values: ArrayLike<number>; readonly width: number }>>;
  /** Largest distance allowed other than a difference of scores. */
  readonly space?: { readonly distance: (one: number, other: number) => number; readonly width: number };
  /** 1 for whoever may be matched at all. */
  readonly eligible?: ArrayLike<number>;
  /** Comparison people may serve in several sets. */
  readonly replace?: boolean;
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
  const { scores, treated, caliperWidth, antiExact = {}, windows = {}, space, eligible } = asked;
  const ofPairs: Record<string, (t: number, c: number) => boolean> = {};
  if (caliperWidth !== null) ofPairs.caliper = (t, c) => !(Math.abs(scores[t]! - scores[c]!) <= caliperWidth);
  if (space !== undefined) ofPairs.caliper = (t, c) => !(space.distance(t, c) <= space.width);
  for (const [name, { values, width }] of Object.entries(windows)) {
    ofPairs[`caliper:${name}`] = (t, c) => !(Math.abs(values[t]! - values[c]!) <= width);
  }
  for (const [name, codes] of Object.entries(asked.exact)) ofPairs[`exact:${name}`] = (t, c) => codes[t] !== codes[c];
  for (const [name, codes] of Object.entries(antiExact)) {
    ofPairs[`antiExact:${name}`] = (t, c) => codes[t] === codes[c];
  }
  if (eligible !== undefined) ofPairs.commonSupport = (t, c) => eligible[t] !== 1 || eligible[c] !== 1;
  ofPairs.arms = (t, c) => treated[t] !== 1 || treated[c] !== 0;
  return {
    ...Object.fromEntries(Object.entries(ofPairs).map(([name, breaks]) => [name, countPairs(sets, breaks)])),
    ratio: count(sets, (set) => set.comparison.length < 1 || set.comparison.length > asked.ratio),
    ...(asked.ratioRange === undefined ? {} : { ratioRange: count(sets, outsideRange(asked.ratioRange)) }),
    ...(asked.replace === true ? { onceInASet: onceInASet(sets) } : { usedOnce: usedOnce(sets) }),
  };
}

/** Pair by pair without a list of them: sets may hold millions. */
function countPairs(sets: readonly MatchedSet[], breaks: (t: number, c: number) => boolean): ConstraintCheck {
  let checked = 0;
  let broken = 0;
  for (const { treated, comparison } of sets) {
    checked += treated.length * comparison.length;
    for (const t of treated) for (const c of comparison) if (breaks(t, c)) broken++;
  }
  return { checked, broken };
}

function outsideRange({ least, most }: NonNullable<AskedConstraints["ratioRange"]>): (set: MatchedSet) => boolean {
  // Cross-multiplied, so that a third of a person is not a matter of rounding.
  return ({ treated, comparison }) =>
    comparison.length < least * treated.length * (1 - 1e-9) || comparison.length > most * treated.length;
}

function count<Item>(items: readonly Item[], breaks: (item: Item) => boolean): ConstraintCheck {
  return { checked: items.length, broken: items.filter(breaks).length };
}

function usedOnce(sets: readonly MatchedSet[]): ConstraintCheck {
  const seen = new Map<number, number>();
  const see = (row: number) => seen.set(row, (seen.get(row) ?? 0) + 1);
  for (const { treated, comparison } of sets) {
    treated.forEach(see);
    comparison.forEach(see);
  }
  return count([...seen.values()], (times) => times > 1);
}

/** With replacement: a treated person has one set, and nobody serves twice in one. */
function onceInASet(sets: readonly MatchedSet[]): ConstraintCheck {
  const treatedSeen = new Set<number>();
  return count(sets, ({ treated, comparison }) => {
    const isRepeated = treated.some((row) => treatedSeen.has(row));
    for (const row of treated) treatedSeen.add(row);
    return isRepeated || new Set(comparison).size < comparison.length;
  });
}
