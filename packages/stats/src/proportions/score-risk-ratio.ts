import { bracketedRoot } from "../root-finding/bracketed-root.ts";
import { type Count, checkCount } from "./count.ts";
import { type ScoreVariance, varianceFactor } from "./score-difference.ts";
import { twoSidedQuantile } from "./two-sided-quantile.ts";

export interface ScoreRatio {
  /** first over second; null when the second group has no events */
  readonly ratio: number | null;
  readonly lower: number;
  /** null when no ratio is too large */
  readonly upper: number | null;
  readonly level: number;
}

/**
 * Ratio of two independent proportions with the score interval, which also
 * exists when a group has no events. `uncorrected` is Koopman's.
 *
 * @param first    counts of one group
 * @param second   counts of the other
 * @param variance default "miettinen-nurminen"
 * @param level    confidence level, default 0.95
 * @returns first over second
 * @throws RangeError when neither group has events, counts are not whole numbers with 0 <= events <= total, or level is
 *   outside 0 to 1
 * @source Miettinen and Nurminen (1985), doi:10.1002/sim.4780040211; Koopman (1984), doi:10.2307/2531405
 * @example
 * scoreRiskRatio({ first: { events: 0, total: 9 }, second: { events: 4, total: 9 } }).lower; // 0
 */
export function scoreRiskRatio({
  first,
  second,
  variance = "miettinen-nurminen",
  level = 0.95,
}: {
  first: Count;
  second: Count;
  variance?: ScoreVariance;
  level?: number;
}): ScoreRatio {
  const caller = "scoreRiskRatio";
  const z = twoSidedQuantile(caller, level);
  checkCount(caller, "first.", first);
  checkCount(caller, "second.", second);
  if (first.events === 0 && second.events === 0)
    throw new RangeError(`${caller}: at least one group must have events (units), got 0 and 0`);
  const factor = varianceFactor(variance, first, second);
  const p1 = first.events / first.total;
  const p2 = second.events / second.total;
  const excess = (logRatio: number) => {
    const tested = Math.exp(logRatio);
    const b = restrictedSecond(first, second, tested);
    const a = tested * b;
    const spread = (a * (1 - a)) / first.total + (tested * tested * b * (1 - b)) / second.total;
    // Over the larger of 1 and the ratio, so that neither end overflows.
    return ((p1 - tested * p2) ** 2 - z * z * factor * spread) / Math.max(1, tested) ** 2;
  };
  const centre = first.events === 0 ? -FAR : second.events === 0 ? FAR : Math.log(p1 / p2);
  return {
    ratio: second.events === 0 ? null : (first.events * second.total) / (second.events * first.total),
    lower: first.events === 0 ? 0 : Math.exp(bracketedRoot(excess, -FAR, centre - ASIDE)),
    upper: second.events === 0 ? null : Math.exp(bracketedRoot(excess, centre + ASIDE, FAR)),
    level,
  };
}

/** Logs of ratios beyond which nothing is looked for: exp(±25), a ratio of 1e11. */
const FAR = 25;
/** At the ratio itself the excess may be 0 as well as below it. */
const ASIDE = 1e-9;

/** Most likely second proportion when the first is `tested` times as large. */
function restrictedSecond(first: Count, second: Count, tested: number): number {
  const a = (first.total + second.total) * tested;
  const b = first.total * tested + first.events + second.total + second.events * tested;
  const c = first.events + second.events;
  // The smaller root, without taking two large numbers from each other.
  const smaller = (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c)));
  return Math.min(smaller, 1, 1 / tested);
}
