import type { Refusal } from "@likewise/schema";
import { type ChangeTest, changeTest, type PairedCounts } from "./change-test.ts";
import type { StatedShare } from "./stated-share.ts";

/** From one share to another, every way it can be put. */
export interface ShareChange {
  readonly from: StatedShare;
  readonly to: StatedShare;
  /** Second less first, in percentage points: -54 is 54 points lower. */
  readonly points: number;
  /** Second over first, less 1: -0.551 is 55.1 % lower. */
  readonly relativeChange: number;
  readonly ratio: number;
  /** null where the second is 0. */
  readonly logRatio: number | null;
  /** Whether both are of the same people; only then is it a change in anybody. */
  readonly samePeople: boolean;
  readonly test: ChangeTest;
}

/**
 * The arithmetic of two shares: points and relative change, both, as each alone misleads.
 *
 * The two keep their populations: a share of other people is a difference between people, not a change in them, and
 * `samePeople` says which it is. A share that is context is not set against a programme's at all.
 *
 * @param pairs people by whether they had an event in both windows, where the same people are counted twice
 * @returns refused where either share is context
 * @throws RangeError when a share is outside 0 to 1, the first is 0, or counts do not give the share they stand beside
 * @example
 * const whole = { events: null, total: null, window: null, population: "selected" };
 * const before = { ...whole, id: "before", share: 0.5, when: "before" };
 * const after = { ...whole, id: "after", share: 0.25, when: "after" };
 * shareChange(before, after).points; // -25
 * shareChange(before, after).relativeChange; // -0.5
 * shareChange(before, after).test.kind; // "no-test-possible"
 */
export function shareChange(
  from: StatedShare,
  to: StatedShare,
  pairs: PairedCounts | null = null,
): ShareChange | { readonly refusal: Refusal } {
  for (const stated of [from, to]) checkShare(stated);
  const context = [from, to].find(({ when }) => when === "context");
  if (context !== undefined) {
    return {
      refusal: {
        id: "share-of-another-population",
        what: `change from ${from.id} to ${to.id}`,
        why: `${context.id} is of ${context.population}, a population the programme neither chose from nor worked with: context, no control`,
        unlocks: "the same share in people who were eligible and did not take part",
      },
    };
  }
  if (from.share === 0) throw new RangeError(`shareChange: share of ${from.id} must be > 0 to be changed from, got 0`);
  const samePeople = from.population === to.population;
  return {
    from,
    to,
    points: 100 * (to.share - from.share),
    relativeChange: (to.share - from.share) / from.share,
    ratio: to.share / from.share,
    logRatio: to.share === 0 ? null : Math.log(to.share / from.share),
    samePeople,
    test: changeTest(from, to, pairs),
  };
}

function checkShare({ id, share, events, total }: StatedShare): void {
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`shareChange: share of ${id} must be from 0 to 1, got ${share}`);
  if (events === null || total === null) return;
  // A share printed to two digits may differ from its counts by half of the last.
  if (!(total > 0 && Math.abs(events / total - share) <= 0.005)) {
    throw new RangeError(`shareChange: counts of ${id} must give its share (${share}), got ${events} of ${total}`);
  }
}
