import { bracketedRoot } from "../root-finding/bracketed-root.ts";
import { type Count, checkCount } from "./count.ts";
import type { DifferenceInterval } from "./newcombe-difference.ts";
import { twoSidedQuantile } from "./two-sided-quantile.ts";

/** Miettinen and Nurminen multiply the variance by N / (N − 1); Mee, and Koopman for the ratio, do not. */
export type ScoreVariance = "miettinen-nurminen" | "uncorrected";

/**
 * Difference of two independent proportions with the score interval: the
 * differences that a test, its variance taken at the difference tested, would
 * not reject.
 *
 * Near-nominal in small groups and at 0 events, and dual to a test, so it suits
 * a margin set beforehand. `uncorrected` is Mee's.
 *
 * @param first    counts of one group
 * @param second   counts of the other
 * @param variance default "miettinen-nurminen"
 * @param level    confidence level, default 0.95
 * @returns first minus second, −1 to 1
 * @throws RangeError when counts are not whole numbers with 0 <= events <= total, or level is outside 0 to 1
 * @source Miettinen and Nurminen (1985), doi:10.1002/sim.4780040211; Mee (1984), doi:10.2307/2531172
 * @example
 * scoreDifference({ first: { events: 5, total: 5 }, second: { events: 0, total: 5 } }).upper; // 1
 */
export function scoreDifference({
  first,
  second,
  variance = "miettinen-nurminen",
  level = 0.95,
}: {
  first: Count;
  second: Count;
  variance?: ScoreVariance;
  level?: number;
}): DifferenceInterval {
  const caller = "scoreDifference";
  const z = twoSidedQuantile(caller, level);
  checkCount(caller, "first.", first);
  checkCount(caller, "second.", second);
  const factor = varianceFactor(variance, first, second);
  const difference = (first.events * second.total - second.events * first.total) / (first.total * second.total);
  const excess = (tested: number) => {
    const { a, b } = restricted(first, second, tested);
    const spread = (a * (1 - a)) / first.total + (b * (1 - b)) / second.total;
    return (difference - tested) ** 2 - z * z * factor * spread;
  };
  return {
    difference,
    // At the difference itself the excess may be 0 as well as below it.
    lower: difference === -1 ? -1 : bracketedRoot(excess, -1, difference - ASIDE),
    upper: difference === 1 ? 1 : bracketedRoot(excess, difference + ASIDE, 1),
    level,
  };
}

const ASIDE = 1e-9;

export function varianceFactor(variance: ScoreVariance, first: Count, second: Count): number {
  const total = first.total + second.total;
  return variance === "miettinen-nurminen" ? total / (total - 1) : 1;
}

/** Most likely proportions among those that differ by `tested`: the right root of their cubic. */
function restricted(first: Count, second: Count, tested: number): { a: number; b: number } {
  const events = first.events + second.events;
  const total = first.total + second.total;
  const l2 = ((first.total + 2 * second.total) * tested - total - events) / total;
  const l1 = ((second.total * tested - total - 2 * second.events) * tested + events) / total;
  const l0 = (second.events * tested * (1 - tested)) / total;
  const third = l2 / 3;
  const q = third ** 3 - (l1 * l2) / 6 + l0 / 2;
  const p = Math.sign(q || 1) * Math.sqrt(Math.max(0, third * third - l1 / 3));
  const angle = p === 0 ? Math.PI / 2 : (Math.PI + Math.acos(Math.max(-1, Math.min(1, q / p ** 3)))) / 3;
  const least = Math.max(0, -tested);
  const most = Math.min(1, 1 - tested);
  const b = Math.max(least, Math.min(most, 2 * p * Math.cos(angle) - third));
  return { a: Math.max(0, Math.min(1, b + tested)), b };
}
