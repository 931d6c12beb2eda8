import type { NumberNeeded } from "@likewise/schema";
import {
  type Count,
  newcombeDifference,
  oddsRatio,
  type ProportionInterval,
  type RatioInterval,
  wilsonInterval,
} from "@likewise/stats";

export interface Responders {
  readonly kind: "likewise/responders";
  readonly treated: ProportionInterval;
  readonly comparison: ProportionInterval;
  readonly difference: { readonly estimate: number; readonly interval: readonly [number, number] };
  /** null where a cell is empty */
  readonly oddsRatio: RatioInterval | null;
  readonly numberNeeded: NumberNeeded;
  readonly level: number;
}

/**
 * People who improved by at least so much, in two groups: shares (Wilson), their difference (Newcombe), odds ratio and number
 * needed. Show the mean change beside it: a threshold throws information away.
 *
 * @throws RangeError when counts are not whole numbers with 0 <= events <= total
 * @source Newcombe (1998), method 10; Altman (1998), doi:10.1136/bmj.317.7168.1309
 * @example
 * responders({ treated: { events: 6, total: 10 }, comparison: { events: 6, total: 10 } }).numberNeeded.estimate; // null
 */
export function responders({
  treated,
  comparison,
  level = 0.95,
}: {
  readonly treated: Count;
  readonly comparison: Count;
  readonly level?: number;
}): Responders {
  const { difference, lower, upper } = newcombeDifference({ first: treated, second: comparison, level });
  const cells = [
    treated.events,
    treated.total - treated.events,
    comparison.events,
    comparison.total - comparison.events,
  ];
  return {
    kind: "likewise/responders",
    treated: wilsonInterval({ ...treated, level }),
    comparison: wilsonInterval({ ...comparison, level }),
    difference: { estimate: difference, interval: [lower, upper] },
    oddsRatio: cells.includes(0) ? null : oddsRatio({ first: treated, second: comparison, level }),
    numberNeeded: numberNeeded(isNone(treated, comparison) ? 0 : difference, lower, upper),
    level,
  };
}

/** In whole numbers: 8 of 10 and 4 of 5 differ in the last digit of their shares, and not in how many respond. */
function isNone(treated: Count, comparison: Count): boolean {
  return treated.events * comparison.total === comparison.events * treated.total;
}

function numberNeeded(difference: number, lower: number, upper: number): NumberNeeded {
  return {
    estimate: difference === 0 ? null : 1 / Math.abs(difference),
    to: difference === 0 ? null : difference > 0 ? "benefit" : "harm",
    interval:
      lower > 0
        ? { kind: "benefit", from: 1 / upper, to: 1 / lower }
        : upper < 0
          ? { kind: "harm", from: -1 / lower, to: -1 / upper }
          : { kind: "through-infinity", benefit: upper > 0 ? 1 / upper : null, harm: lower < 0 ? -1 / lower : null },
  };
}
