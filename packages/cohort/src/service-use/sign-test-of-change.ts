import { mcnemarTest } from "@likewise/stats";
import { type Change, differenceOfMeans, type PairedSums } from "./change-of-clusters.ts";

/** A change that no ratio can say, or that has no interval: a difference, and whether people moved one way. */
export interface SignedChange {
  /** After less before. */
  readonly difference: Change;
  /** People with more after than before. */
  readonly more: number;
  readonly fewer: number;
  /** Two-sided, exact: had each of those who changed been as likely to go up as down. */
  readonly signTestPValue: number;
}

/**
 * Whether the people of a change went up or down, where the ratio of means is none (nothing before, or nothing after) or
 * has no interval (everyone changed alike). A fall from three contacts each to none is the clearest change there can be.
 *
 * People who did not change say nothing; one person counts once, however many contacts they had.
 *
 * @param people one entry a person, each with a count of 1 in both periods
 * @source Conover, Practical Nonparametric Statistics (1999), 3.4 (sign test); as McNemar's exact test of who changed
 * @example
 * signTestOfChange([{ before: { sum: 3, count: 1 }, after: { sum: 0, count: 1 } }, { before: { sum: 3, count: 1 }, after: { sum: 0, count: 1 } }]).signTestPValue; // 0.5
 */
export function signTestOfChange(people: readonly PairedSums[]): SignedChange {
  const more = people.filter(({ before, after }) => after.sum > before.sum).length;
  const fewer = people.filter(({ before, after }) => after.sum < before.sum).length;
  const { exactPValue } = mcnemarTest({ firstOnly: more, secondOnly: fewer });
  return { difference: differenceOfMeans(people), more, fewer, signTestPValue: exactPValue };
}
