import {
  exactBinomialInterval,
  exactPoissonInterval,
  funnelLimits,
  poissonQuantile,
  wilsonInterval,
} from "@likewise/stats";

/** Limits of chance at one level, on either side. */
export interface ChanceLimits {
  readonly level: number;
  readonly lower: number;
  readonly upper: number;
}

const levels = [0.95, 0.998] as const;

/**
 * The share of people with an event, by two intervals named apart: of 0 in 55 Wilson's ends at 6.53 % and the exact one,
 * Clopper and Pearson's, at 6.49 %. Null without people.
 */
export function shareOf(events: number, total: number) {
  if (total === 0) return { share: null, wilson: null, exact: null };
  const wilson = wilsonInterval({ events, total });
  const exact = exactBinomialInterval({ events, total });
  return {
    share: events / total,
    wilson: [wilson.lower, wilson.upper] as const,
    exact: [exact.lower, exact.upper] as const,
  };
}

/** Events per person-month with the exact Poisson interval; null without time at risk. */
export function rateOf(events: number, personMonths: number) {
  if (!(personMonths > 0)) return { rate: null, interval: null };
  const { rate, lower, upper } = exactPoissonInterval({ events, exposure: personMonths });
  return { rate, interval: [lower, upper] as const };
}

/** Where the share of so many people lies if nothing but chance keeps it from the target. */
export function shareLimits(target: number | null, people: number): readonly ChanceLimits[] {
  return target === null || people === 0 ? [] : funnelLimits({ target, totals: [people], levels })[0]!.limits;
}

/** Counts of events that chance leaves inside, over so many person-months at the target rate: exact Poisson. */
export function countLimits(target: number | null, personMonths: number): readonly ChanceLimits[] {
  if (target === null || !(personMonths > 0)) return [];
  const expected = target * personMonths;
  return levels.map((level) => {
    const outside = (1 - level) / 2;
    return {
      level,
      lower: poissonQuantile(outside, expected),
      upper: poissonQuantile(outside, expected, { upper: true }),
    };
  });
}
