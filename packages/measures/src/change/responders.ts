import {
  type Count,
  newcombeDifference,
  oddsRatio,
  type ProportionInterval,
  type RatioInterval,
  wilsonInterval,
} from "@likewise/stats";

/** People needed for one more to respond. Where the difference may be none, the interval runs through infinity. */
export interface NumberNeeded {
  /** people, above 0; null where the groups do not differ */
  readonly estimate: number | null;
  readonly to: "benefit" | "harm" | null;
  readonly interval:
    | { readonly kind: "benefit" | "harm"; readonly from: number; readonly to: number }
    /** from `benefit` people for one more upwards without end, and from `harm` people for one fewer upwards without end */
    | { readonly kind: "through-infinity"; readonly benefit: number | null; readonly harm: number | null };
}

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
    numberNeeded: numberNeeded(difference, lower, upper),
    level,
  };
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
