import { binomialCdf, binomialMass } from "../distributions/binomial.ts";
import { checkPositive } from "../distributions/check-argument.ts";
import { exactBinomialInterval } from "../proportions/exact-binomial-interval.ts";
import { checkExposure, type Rate } from "./rate.ts";

export interface PoissonRateTest {
  /** first rate over second; null when the second is 0 */
  readonly ratio: number | null;
  readonly lower: number;
  /** null when the second group has no events: no ratio is too large */
  readonly upper: number | null;
  readonly level: number;
  /** two-sided */
  readonly pValue: number;
}

/**
 * Exact test that one Poisson rate is a given multiple of another, with the
 * interval for their ratio: given all events, those of the first group are
 * binomial.
 *
 * The p-value adds up every split of the events that is no more probable than
 * the one seen. It treats events as independent: see `rateRatio`. Unlike that
 * it also works when a group has no events.
 *
 * @param first  events and time at risk of one group
 * @param second of the other, in the same unit of time
 * @param ratio  ratio of rates under the hypothesis, default 1
 * @param level  confidence level, default 0.95
 * @throws RangeError when events are not whole numbers >= 0, both are 0, exposure is not > 0, or ratio is not > 0
 * @source Przyborowski and Wilenski (1940), doi:10.1093/biomet/31.3-4.313
 * @example
 * poissonRateTest({ first: { events: 0, exposure: 1 }, second: { events: 5, exposure: 1 } }).pValue; // 0.0625
 */
export function poissonRateTest({
  first,
  second,
  ratio = 1,
  level = 0.95,
}: {
  first: Rate;
  second: Rate;
  ratio?: number;
  level?: number;
}): PoissonRateTest {
  const caller = "poissonRateTest";
  checkExposure(caller, "first.", first);
  checkExposure(caller, "second.", second);
  checkPositive(caller, "ratio (of rates)", ratio);
  const total = first.events + second.events;
  if (total === 0) throw new RangeError(`${caller}: at least one group must have events, got 0 and 0`);
  const { lower, upper } = exactBinomialInterval({ events: first.events, total, level });
  const scale = second.exposure / first.exposure;
  const chance = (ratio * first.exposure) / (ratio * first.exposure + second.exposure);
  return {
    ratio: second.events === 0 ? null : (first.events / second.events) * scale,
    lower: (lower / (1 - lower)) * scale,
    upper: upper === 1 ? null : (upper / (1 - upper)) * scale,
    level,
    pValue: twoSided(first.events, total, chance),
  };
}

/** Equal probabilities that rounding has parted still count as equal. */
const SAME = 1 + 1e-7;

function twoSided(events: number, total: number, chance: number): number {
  const centre = total * chance;
  if (events === centre) return 1;
  if (events > centre) return twoSided(total - events, total, 1 - chance);
  const seen = binomialMass(events, total, chance) * SAME;
  // Above the centre probabilities only fall: the first that is no larger than the one seen is found by halving.
  let probable = Math.ceil(centre) - 1;
  let rare = total + 1;
  while (rare - probable > 1) {
    const middle = Math.floor((probable + rare) / 2);
    if (binomialMass(middle, total, chance) <= seen) rare = middle;
    else probable = middle;
  }
  return Math.min(1, binomialCdf(events, total, chance) + binomialCdf(rare - 1, total, chance, { upper: true }));
}
