import { type Departures, maximise } from "./maximise.ts";

/**
 * How far below and above its true value an unknown could lie, as far as everything published tells: the tightest
 * bounds that linear reasoning gives. For a two-way table they are reached by whole numbers.
 *
 * @param system relations among unknown counts as departures from their true values, and the bounds an outsider knows
 * @param unknown which one
 * @returns the largest departures downwards and upwards, `[≤ 0, ≥ 0]`; infinite when nothing bounds them
 * @example
 * feasibleRange({ rows: [[1, 1]], lower: [-2, -4], upper: [1, 9] }, 1); // [-1, 2]
 */
export function feasibleRange(system: Departures, unknown: number): [number, number] {
  return [-furthest(system, unknown, -1), furthest(system, unknown, 1)];
}

function furthest(system: Departures, unknown: number, direction: 1 | -1): number {
  const weights = system.lower.map((_, j) => (j === unknown ? direction : 0));
  const reached = maximise(system, weights);
  return reached === null ? Number.POSITIVE_INFINITY : Math.abs(reached[unknown]!);
}
