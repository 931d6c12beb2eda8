/**
 * A way of going through the programme that somebody could have been asked to follow from time zero. `reach`: get to the
 * milestone by the end of the grace period. `avoid`: not get to it within the grace period.
 */
export interface Strategy {
  readonly id: string;
  readonly label: string;
  readonly kind: "reach" | "avoid";
  /** day the milestone (completion, the k-th session) was reached, days after time zero; null = never, length n */
  readonly milestoneDay: ArrayLike<number | null>;
  /**
   * day the person left the programme for good, days after time zero; null = did not, length n. Leaving before the
   * milestone ends `reach` there and then. When left out, nobody is known to have left before the grace period ends
   */
  readonly leftDay?: ArrayLike<number | null>;
}

/** What a person's record says of one strategy, whatever their follow-up. */
export interface Course {
  /** At time zero the person could still have been following the strategy. */
  readonly compatible: boolean;
  /** Day on which the person stopped following it, other than by running out of time; infinite when they did not. */
  readonly deviatesDay: number;
  /** Day from which leaving the strategy is no longer possible; infinite when it always is. */
  readonly settledDay: number;
  /** `reach` only: the milestone was not there by the end of the grace period. */
  readonly missesDeadline: boolean;
}

/** Days are compared within the grace period alone: what happens after it, no strategy says anything about. */
export function courseOf({ kind, milestoneDay, leftDay }: Strategy, person: number, graceDays: number): Course {
  const never = Number.POSITIVE_INFINITY;
  const milestone = milestoneDay[person] ?? never;
  const reached = milestone <= graceDays;
  if (kind === "avoid") {
    const compatible = milestone > 0;
    return { compatible, deviatesDay: reached ? milestone : never, settledDay: never, missesDeadline: false };
  }
  const left = leftDay?.[person] ?? never;
  const deviatesDay = left < milestone && left <= graceDays ? left : never;
  const compatible = milestone <= 0 || (graceDays > 0 && left > 0);
  return { compatible, deviatesDay, settledDay: milestone, missesDeadline: !reached };
}
