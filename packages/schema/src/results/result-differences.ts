import { canonicalJson } from "../plan/canonical-json.ts";
import { type LeafValue, resultLeaves } from "./result-leaves.ts";

/** A value that is not the same in two documents; undefined where one of them has no such key. */
export interface ResultDifference {
  readonly key: string;
  readonly before: LeafValue | undefined;
  readonly now: LeafValue | undefined;
}

/**
 * What differs between two documents of results, by key. Entries of lists are matched by what identifies them, so that an
 * entry more, or another order, leaves the others the same.
 *
 * @param before results, or one comparison
 * @param now    the same, later
 * @returns differences in the order of `now`, what only `before` holds last; none for equal documents
 * @example
 * const [one] = resultDifferences({ funnel: [{ step: "a", count: 1 }] }, { funnel: [{ step: "a", count: 3 }] });
 * one; // { key: "funnel/a/count", before: 1, now: 3 }
 */
export function resultDifferences(before: object, now: object): ResultDifference[] {
  const was = new Map(resultLeaves(before).map(({ key, value }) => [key, value]));
  const differences: ResultDifference[] = [];
  for (const { key, value } of resultLeaves(now)) {
    const old = was.get(key);
    const had = was.delete(key);
    if (!had || canonicalJson(old) !== canonicalJson(value)) differences.push({ key, before: old, now: value });
  }
  for (const [key, value] of was) differences.push({ key, before: value, now: undefined });
  return differences;
}
