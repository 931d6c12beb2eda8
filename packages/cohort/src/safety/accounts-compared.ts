import type { Refusal } from "@likewise/schema";
import { type McNemarTest, mcnemarTest, newcombePairedDifference, type Share, shareOf } from "@likewise/stats";

/** Pairs by what two reporters say of the same thing. */
export interface SaidByBoth {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

/** How two accounts of the same pairs differ. */
export interface AccountsCompared {
  readonly pairs: number;
  readonly agree: Share;
  /** Share by the first account less share by the second, with its paired interval. */
  readonly difference: { readonly value: number; readonly interval: [number, number] };
  readonly mcnemar: McNemarTest;
}

/**
 * Two accounts of the same pairs: how often they agree, and whether one says it more often than the other.
 *
 * Neither account corrects the other, and they are never averaged.
 *
 * @param said pairs in which both, only the first, only the second and neither account says it
 * @throws RangeError when a count is not a whole number >= 0, or there is no pair
 * @source McNemar (1947), doi:10.1007/BF02295996; Newcombe (1998), method 10
 * @example
 * accountsOfPairs({ both: 10, firstOnly: 5, secondOnly: 0, neither: 5 }).agree.value; // 0.75
 */
export function accountsOfPairs(said: SaidByBoth): AccountsCompared {
  const pairs = said.both + said.firstOnly + said.secondOnly + said.neither;
  const { difference, lower, upper } = newcombePairedDifference(said);
  return {
    pairs,
    agree: shareOf(said.both + said.neither, pairs),
    difference: { value: difference, interval: [lower, upper] },
    mcnemar: mcnemarTest(said),
  };
}

/** How many say it, of how many asked, before and after. */
export interface Margins {
  readonly reporter: string;
  readonly before: { readonly events: number; readonly total: number };
  readonly after: { readonly events: number; readonly total: number };
}

export interface MarginsCompared {
  readonly accounts: readonly {
    readonly reporter: string;
    readonly before: Share;
    readonly after: Share;
    /** After less before, in percentage points. */
    readonly changePoints: number;
  }[];
  /** One account says it became rarer and the other that it did not. */
  readonly disagree: boolean;
  /** A test of the pairs needs the pairs: no arithmetic on totals gives it. */
  readonly mcnemar: Refusal;
}

/**
 * Two accounts of which only the totals are known, as in a published table. Each stands by itself; McNemar’s test is
 * refused, because how many pairs both, one or neither account holds of cannot be had from how many each says.
 *
 * @param first  the victim-survivor’s, which is shown first
 * @param second another’s
 * @throws RangeError when nobody was asked, or more say it than were asked
 * @example
 * const half = { events: 2, total: 4 };
 * const quarter = { events: 1, total: 4 };
 * accountsOfMargins({ reporter: "a", before: half, after: quarter }, { reporter: "b", before: quarter, after: half }).disagree; // true
 */
export function accountsOfMargins(first: Margins, second: Margins): MarginsCompared {
  const accounts = [first, second].map(({ reporter, before, after }) => {
    for (const [when, { events, total }] of Object.entries({ before, after }))
      if (!(Number.isInteger(events) && Number.isInteger(total) && events >= 0 && total > 0 && events <= total))
        throw new RangeError(
          `accountsOfMargins: events must be a whole number from 0 to total (people ${when}), got ${events} of ${total}`,
        );
    return {
      reporter,
      before: shareOf(before.events, before.total),
      after: shareOf(after.events, after.total),
      changePoints: 100 * (after.events / after.total - before.events / before.total),
    };
  });
  const rarer = accounts.map(({ changePoints }) => changePoints < 0);
  return { accounts, disagree: rarer[0] !== rarer[1], mcnemar: noPairs(first.reporter, second.reporter) };
}

/** Why a test of pairs cannot be had from totals. */
export function noPairs(first: string, second: string): Refusal {
  return {
    id: "mcnemar-from-margins",
    what: `McNemar’s test of the accounts of ${first} and ${second}`,
    why: "only how many each account names is known, not how many pairs both name, one names or neither names; that cannot be had from margins",
    unlocks: "Both accounts of the same pairs at the same time point, by pair",
  };
}
