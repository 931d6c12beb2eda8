import { binomialCdf, binomialMass, binomialQuantile } from "../distributions/binomial.ts";
import { checkProbability, checkWhole } from "../distributions/check-argument.ts";
import { checkLevel } from "./two-sided-quantile.ts";

export interface FunnelLimits {
  readonly total: number;
  /** one entry per level, in the order asked for */
  readonly limits: readonly {
    readonly level: number;
    readonly lower: number;
    readonly upper: number;
  }[];
}

/**
 * Control limits for shares on a funnel plot or a run chart: where a share of
 * each total would lie if nothing but chance kept it from the target.
 *
 * Exact binomial, with the step from one count to the next made straight, so
 * that the limits change smoothly with the total. A limit is 0 or 1 where no
 * count lies outside it. Chance alone puts 1 share in 20 outside 95 % and 1 in
 * 500 outside 99.8 %: a chart with many points has some.
 *
 * @param target share expected everywhere, 0 to 1
 * @param totals units behind each share, whole numbers >= 1
 * @param levels two-sided levels, default 0.95 and 0.998
 * @returns one entry per total, in order; limits as shares, 0 to 1
 * @throws RangeError when target, a total or a level is out of range
 * @source Spiegelhalter (2005), doi:10.1002/sim.1970, appendix A.1.1, for the lower limit; the upper one is that of the
 *   units without the event, a unit above the formula as printed, which would leave more than its share outside
 * @example
 * const [month] = funnelLimits({ target: 0.5, totals: [4], levels: [0.5] });
 * month.limits[0].lower; // 0.1875
 */
export function funnelLimits({
  target,
  totals,
  levels = [0.95, 0.998],
}: {
  target: number;
  totals: ArrayLike<number>;
  levels?: readonly number[];
}): FunnelLimits[] {
  const caller = "funnelLimits";
  checkProbability(caller, "target", target);
  for (const level of levels) checkLevel(caller, level);
  return Array.from(totals, (total) => {
    checkWhole(caller, "totals (units)", total, 1);
    return {
      total,
      limits: levels.map((level) => {
        const outside = (1 - level) / 2;
        // The upper limit is the lower one of the units without the event: neither tail is one minus the other.
        return {
          level,
          lower: lowerLimit(outside, total, target),
          upper: 1 - lowerLimit(outside, total, 1 - target),
        };
      }),
    };
  });
}

function lowerLimit(outside: number, total: number, share: number): number {
  if (share === 0) return 0;
  if (share === 1) return 1;
  const count = binomialQuantile(outside, total, share);
  const beyond = binomialCdf(count, total, share) - outside;
  return Math.max(0, count - beyond / binomialMass(count, total, share)) / total;
}
