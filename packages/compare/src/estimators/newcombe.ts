import { normalCdf, normalQuantile } from "@likewise/stats";
import type { WaldResult } from "./wald.ts";
import { type EventCount, wilsonLimit } from "./wilson-limit.ts";

/**
 * Newcombe's hybrid score interval for a difference of two independent proportions, with the p-value dual to it: the
 * level at which the interval just touches 0.
 *
 * @source Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I, method 10
 */
export function newcombe(treated: EventCount, comparison: EventCount, level: number): WaldResult {
  return {
    interval: newcombeInterval(treated, comparison, level),
    pValue: dualPValue(treated, comparison),
    test: "Newcombe hybrid score, dual to the interval",
  };
}

/** The interval alone. */
export function newcombeInterval(treated: EventCount, comparison: EventCount, level: number): [number, number] {
  const z = normalQuantile((1 - level) / 2, { upper: true });
  const [p, q] = [treated.events / treated.total, comparison.events / comparison.total];
  const [downT, upT] = [p - wilsonLimit(treated, -z), wilsonLimit(treated, z) - p];
  const [downC, upC] = [q - wilsonLimit(comparison, -z), wilsonLimit(comparison, z) - q];
  return [p - q - Math.hypot(downT, upC), p - q + Math.hypot(upT, downC)];
}

/**
 * The interval widens steadily with z and always reaches 0, because a limit of the difference cannot be nearer to it
 * than the proportions' own limits at 0 and 1; bisection on z finds where.
 */
function dualPValue(treated: EventCount, comparison: EventCount): number {
  const difference = treated.events / treated.total - comparison.events / comparison.total;
  if (treated.events * comparison.total === comparison.events * treated.total) return 1;
  const [higher, lower] = difference > 0 ? [treated, comparison] : [comparison, treated];
  const includesZero = (z: number) => {
    const down = higher.events / higher.total - wilsonLimit(higher, -z);
    const up = wilsonLimit(lower, z) - lower.events / lower.total;
    return Math.hypot(down, up) >= Math.abs(difference);
  };
  let outside = 0;
  let inside = 1;
  while (!includesZero(inside)) inside *= 2;
  for (let step = 0; step < 200 && outside < inside; step++) {
    const middle = (outside + inside) / 2;
    if (middle === outside || middle === inside) break;
    if (includesZero(middle)) inside = middle;
    else outside = middle;
  }
  return 2 * normalCdf(inside, { upper: true });
}
