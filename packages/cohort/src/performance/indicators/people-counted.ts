import { exactPoissonInterval, shareOf } from "@likewise/stats";
import type { Span } from "../periods.ts";
import type { Measured } from "./indicator.ts";

/** A number of people, with the exact 95 % limits of a count that comes about one by one (Poisson). */
export function peopleCounted(days: readonly (number | null)[], { from, to }: Span): Measured {
  const numerator = days.filter((day) => day !== null && day >= from && day <= to).length;
  const { lower, upper } = exactPoissonInterval({ events: numerator });
  return {
    unit: "people",
    numerator,
    denominator: null,
    value: null,
    interval: [lower, upper],
    chance: true,
    range: null,
    settled: true,
  };
}

/**
 * A share of people with its 95 % Wilson interval.
 *
 * @param unknown people of the denominator whose record does not say, counted as without
 */
export function shareCounted(numerator: number, denominator: number, unknown: number, settled: boolean): Measured {
  const { value, interval } = shareOf(numerator, denominator);
  return {
    unit: "share",
    numerator,
    denominator,
    value,
    interval,
    chance: true,
    range: unknown === 0 || value === null ? null : [value, (numerator + unknown) / denominator],
    settled,
  };
}
