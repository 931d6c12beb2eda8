import { binomialCdf, binomialMass } from "../distributions/binomial.ts";
import { bracketedRoot } from "../root-finding/bracketed-root.ts";
import { type Count, checkCount } from "./count.ts";
import { checkLevel } from "./two-sided-quantile.ts";
import type { ProportionInterval } from "./wilson-interval.ts";

/**
 * Mid-P interval for a proportion: Clopper and Pearson's with only half of the
 * chance of the very count seen put into each tail. It holds its level on
 * average rather than always, and is shorter.
 *
 * @param events units with the event
 * @param total  units observed
 * @param level  confidence level, default 0.95
 * @returns proportion and limits, 0 to 1
 * @throws RangeError when the counts are not whole numbers with 0 <= events <= total, or level is outside 0 to 1
 * @source Berry and Armitage (1995), doi:10.2307/2348896; Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, method 6
 * @example
 * midPBinomialInterval({ events: 0, total: 1 }).upper; // 0.95
 */
export function midPBinomialInterval({ events, total, level = 0.95 }: Count & { level?: number }): ProportionInterval {
  const caller = "midPBinomialInterval";
  checkLevel(caller, level);
  checkCount(caller, "", { events, total });
  const outside = (1 - level) / 2;
  const half = (chance: number) => binomialMass(events, total, chance) / 2;
  const above = (chance: number) => binomialCdf(events, total, chance, { upper: true }) + half(chance) - outside;
  const below = (chance: number) => binomialCdf(events - 1, total, chance) + half(chance) - outside;
  const proportion = events / total;
  return {
    proportion,
    lower: events === 0 ? 0 : bracketedRoot(above, 0, proportion),
    upper: events === total ? 1 : bracketedRoot(below, proportion, 1),
    level,
  };
}
