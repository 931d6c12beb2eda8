import { binomialCdf, hypergeometricMass, newcombeDifference } from "@likewise/stats";
import type { StatedShare } from "./stated-share.ts";

/** The same people in two windows. */
export interface PairedCounts {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

/** A test of two shares, or why there can be none. */
export type ChangeTest =
  | {
      readonly kind: "test";
      readonly test: "McNemar, exact" | "Fisher, exact";
      readonly pValue: number;
      /** Second less first, where the groups are of different people; of pairs the bootstrap gives one. */
      readonly interval: readonly [number, number] | null;
    }
  | { readonly kind: "no-test-possible"; readonly why: string; readonly unlocks: string };

/**
 * Tests whether two shares differ, if what is known allows it. A change can be called significant only after one.
 *
 * The same people twice need the number who had an event in both windows (McNemar); two groups with nobody in common need
 * counts (Fisher, with Newcombe's interval). Shares without counts, people counted twice without their pairs and groups
 * that overlap allow none. A test of a change says nothing about its cause.
 *
 * @param pairs people by whether they had an event in both windows
 * @throws RangeError when pairs are no whole numbers, or are not those of the two shares
 * @example
 * const stated = { share: 0.5, events: null, total: null, window: null, population: "completers" };
 * const before = { ...stated, id: "before", when: "before" };
 * changeTest(before, { ...before, id: "after", when: "after" }, null).unlocks; // "counts: people with an event, of how many, in each window"
 */
export function changeTest(first: StatedShare, second: StatedShare, pairs: PairedCounts | null): ChangeTest {
  if (pairs !== null) return mcNemar(first, second, pairs);
  const [a, b] = [countsOf(first), countsOf(second)];
  if (a === null || b === null) {
    return none("shares are stated without counts", "counts: people with an event, of how many, in each window");
  }
  if (first.population === second.population) {
    return none(
      "the same people are counted twice, and how many had an event both times is not stated",
      "people with an event in both windows, in one alone, and in neither",
    );
  }
  if (first.selfSelected === true || second.selfSelected === true) {
    return none(
      "one group is people out of the other, or may be: the two are not apart",
      "counts of those who went on and of those who did not",
    );
  }
  const { lower, upper } = newcombeDifference({ first: b, second: a });
  return { kind: "test", test: "Fisher, exact", pValue: fisher(a, b), interval: [lower, upper] };
}

function countsOf({ events, total }: StatedShare): { readonly events: number; readonly total: number } | null {
  return events === null || total === null ? null : { events, total };
}

/** Doubled smaller tail of the discordant pairs, each as likely to lie on either side. */
function mcNemar(first: StatedShare, second: StatedShare, pairs: PairedCounts): ChangeTest {
  const { both, firstOnly, secondOnly, neither } = pairs;
  const counts = Object.entries(pairs);
  const bad = counts.find(([, count]) => !(Number.isInteger(count) && count >= 0));
  if (bad !== undefined) throw new RangeError(`changeTest: pairs.${bad[0]} must be a whole number, got ${bad[1]}`);
  const total = both + firstOnly + secondOnly + neither;
  const matches = (stated: StatedShare, events: number) =>
    (stated.events === null || stated.events === events) && (stated.total === null || stated.total === total);
  if (!matches(first, both + firstOnly) || !matches(second, both + secondOnly)) {
    throw new RangeError(`changeTest: pairs must add up to the counts of ${first.id} and ${second.id}`);
  }
  const discordant = firstOnly + secondOnly;
  const pValue = Math.min(1, 2 * binomialCdf(Math.min(firstOnly, secondOnly), discordant, 0.5));
  return { kind: "test", test: "McNemar, exact", pValue, interval: null };
}

/** Tables as likely as the one seen count as equal to it although their last digits differ. */
const SAME = 1 + 1e-7;

/** Sum of all tables with these margins that are no more likely than the one seen. */
function fisher(a: { events: number; total: number }, b: { events: number; total: number }): number {
  const events = a.events + b.events;
  const urn = { marked: events, unmarked: a.total + b.total - events, drawn: a.total };
  const seen = hypergeometricMass(a.events, urn);
  let sum = 0;
  for (let k = Math.max(0, events - b.total); k <= Math.min(a.total, events); k++) {
    const mass = hypergeometricMass(k, urn);
    if (mass <= seen * SAME) sum += mass;
  }
  return Math.min(1, sum);
}

function none(why: string, unlocks: string): ChangeTest {
  return { kind: "no-test-possible", why, unlocks };
}
