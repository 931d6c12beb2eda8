import { exactPoissonInterval, normalQuantile, sum } from "@likewise/stats";

/** One person's events and time at risk. */
export interface PersonAtRisk {
  readonly events: number;
  /** Person-years, >= 0. */
  readonly years: number;
}

/** Events per person-year, with an interval that knows events come in people. */
export interface RatePerYear {
  readonly events: number;
  readonly years: number;
  /** null where nobody was at risk for any time. */
  readonly rate: number | null;
  readonly interval: readonly [lower: number, upper: number] | null;
  /** `person-robust`: log scale, people as units. `exact-poisson`: without an event there is no spread among people. */
  readonly method: "person-robust" | "exact-poisson" | null;
}

/**
 * Events per person-year with a 95 % interval.
 *
 * People differ, and events of one person are no independent evidence: the variance is that of people's own departures
 * from the common rate, which is wider than a Poisson one where a few people have most events. Nobody with an event
 * gives the exact Poisson limit, one person no interval at all.
 *
 * @param people at risk; an event of someone without time at risk still counts
 * @source Cochran (1977), Sampling Techniques, section 6.4 (variance of a ratio of totals), on the log scale
 * @example
 * ratePerYear([{ events: 2, years: 1 }, { events: 0, years: 1 }]).rate; // 1
 */
export function ratePerYear(people: readonly PersonAtRisk[]): RatePerYear {
  const events = people.reduce((total, person) => total + person.events, 0);
  const years = sum(people.map((person) => person.years));
  if (!(years > 0)) return { events, years, rate: null, interval: null, method: null };
  const rate = events / years;
  if (events === 0) {
    const { lower, upper } = exactPoissonInterval({ events, exposure: years });
    return { events, years, rate, interval: [lower, upper], method: "exact-poisson" };
  }
  const n = people.length;
  if (n === 1) return { events, years, rate, interval: null, method: null };
  const squares = sum(people.map((person) => (person.events - rate * person.years) ** 2));
  const factor = Math.exp((normalQuantile(0.975) * Math.sqrt((n / (n - 1)) * squares)) / events);
  return { events, years, rate, interval: [rate / factor, rate * factor], method: "person-robust" };
}
