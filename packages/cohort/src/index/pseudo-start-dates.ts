import { type Description, describe, randomStream } from "@likewise/stats";

export interface PseudoStart {
  readonly id: string;
  /** Delay drawn, days after the referral. */
  readonly delayDays: number | null;
  /** Whole days since 1970-01-01; null where the person has none. */
  readonly startDay: number | null;
  /** Why there is none: the event or the end of observation came on or before the day drawn, or no delay fits. */
  readonly leftOut: "event-before-start" | "observation-over" | "no-referral-date" | null;
}

export interface PseudoStarts {
  readonly kind: "likewise/pseudo-starts";
  readonly options: { readonly seed: number | string; readonly notAtRisk: "leave-out" | "draw-again" };
  /** In the order given. */
  readonly starts: readonly PseudoStart[];
  readonly delaysTreated: Description;
  /** Of comparison people with a start. */
  readonly delaysComparison: Description;
  /** Treated people whose start or referral has no day, or who started before the referral: they give no delay. */
  readonly treatedWithoutDelay: number;
  readonly leftOut: Readonly<Record<NonNullable<PseudoStart["leftOut"]>, number>>;
}

/**
 * Start dates for people who never started: a delay from referral to start, drawn from the delays of treated people, so
 * that both arms wait alike and neither is given event-free time.
 *
 * A treated person was free of the event, and observed, until they started; so must be a comparison person until the
 * day drawn. With `leave-out` (the default) whoever was not is left out, as a treated person would be who had the event
 * while waiting: the delays of both arms then differ only as the waiting lets them. With `draw-again` they draw from the
 * delays short enough for them, which keeps more people and shortens their waits: look at both `delays`.
 * Each person draws from a stream of their own, so neither order nor company changes a draw.
 *
 * @param treated    referral and start, whole days since 1970-01-01
 * @param comparison referral, and the first day each can no longer start: of the event or of the end of observation
 * @param seed       saved with the result
 * @throws RangeError when no treated person has a delay, or ids repeat
 * @source Zhou et al. (2005), doi:10.1093/aje/kwi307, prescription time-distribution matching
 * @example
 * const treated = [{ referralDay: 100, startDay: 110 }, { referralDay: 100, startDay: 110 }];
 * const comparison = [{ id: "A", referralDay: 200, eventDay: null, observedTo: 500 }];
 * pseudoStartDates({ treated, comparison, seed: 1 }).starts[0].startDay; // 210
 */
export function pseudoStartDates({
  treated,
  comparison,
  seed,
  notAtRisk = "leave-out",
}: {
  treated: readonly { readonly referralDay: number | null; readonly startDay: number | null }[];
  comparison: readonly {
    readonly id: string;
    readonly referralDay: number | null;
    /** First event after the referral; null for none. */
    readonly eventDay: number | null;
    /** Last day observed; null where observation has no end. */
    readonly observedTo: number | null;
  }[];
  seed: number | string;
  notAtRisk?: "leave-out" | "draw-again";
}): PseudoStarts {
  const caller = "pseudoStartDates";
  // In order of size, so that the order of treated people decides nothing.
  const delays = treated.flatMap(delayOf).sort((a, b) => a - b);
  if (delays.length === 0) throw new RangeError(`${caller}: treated must hold a referral and a later start, got none`);
  if (new Set(comparison.map(({ id }) => id)).size !== comparison.length) {
    throw new RangeError(`${caller}: comparison must hold each id once, got one again`);
  }
  const stream = randomStream(seed).split("pseudo-start");
  const starts = comparison.map(({ id, referralDay, eventDay, observedTo }): PseudoStart => {
    const none = (leftOut: PseudoStart["leftOut"], delayDays: number | null = null) => ({
      id,
      delayDays,
      startDay: null,
      leftOut,
    });
    if (referralDay === null) return none("no-referral-date");
    // A start on the day of the event comes too late; one on the last day observed has no follow-up.
    const endsBy = Math.min(eventDay ?? Number.POSITIVE_INFINITY, observedTo ?? Number.POSITIVE_INFINITY);
    const reason = (eventDay ?? Number.POSITIVE_INFINITY) <= endsBy ? "event-before-start" : "observation-over";
    const fitting = notAtRisk === "leave-out" ? delays : delays.filter((delay) => referralDay + delay < endsBy);
    if (fitting.length === 0) return none(reason);
    const delayDays = stream.split(id).choice(fitting);
    const startDay = referralDay + delayDays;
    return startDay < endsBy ? { id, delayDays, startDay, leftOut: null } : none(reason, delayDays);
  });
  const count = (reason: PseudoStart["leftOut"]) => starts.filter(({ leftOut }) => leftOut === reason).length;
  return {
    kind: "likewise/pseudo-starts",
    options: { seed, notAtRisk },
    starts,
    delaysTreated: describe(delays),
    delaysComparison: describe(starts.flatMap(({ leftOut, delayDays }) => (leftOut === null ? [delayDays!] : []))),
    treatedWithoutDelay: treated.length - delays.length,
    leftOut: {
      "event-before-start": count("event-before-start"),
      "observation-over": count("observation-over"),
      "no-referral-date": count("no-referral-date"),
    },
  };
}

function delayOf({ referralDay, startDay }: { referralDay: number | null; startDay: number | null }): number[] {
  return referralDay === null || startDay === null || startDay < referralDay ? [] : [startDay - referralDay];
}
