import { effectMeasure, type Outcome, type Precision } from "@likewise/schema";
import { normalQuantile } from "@likewise/stats";
import type { Effect } from "./estimators/estimator.ts";

/**
 * What so many people could show: the smallest difference that 80 % of such studies would find clear, and how many treated
 * people the difference seen would need. Null for ratios, whose differences have no one size.
 *
 * Two independent proportions have the exact planning formula, searched in the direction that is better; anything else goes
 * by its standard error. Where people grow in numbers together (matched, adjusted, clustered), both arms grow in step.
 *
 * @source Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, section 4.3
 */
export function precisionOf(effect: Effect, level: number, better: Outcome["direction"]): Precision | null {
  if (effectMeasure(effect.measure).ratio) return null;
  const z = normalQuantile((1 - level) / 2, { upper: true });
  return effect.independentProportions ? ofProportions(effect, z, better) : ofStandardError(effect, z);
}

const powerQuantile = normalQuantile(0.8);

function ofStandardError({ estimate, standardError, treated }: Effect, z: number): Precision {
  if (standardError === null) return { detectableDifference: null, peopleNeeded: null };
  return {
    detectableDifference: (z + powerQuantile) * standardError,
    peopleNeeded: wholePeople((treated.n as number) * ((z * standardError) / estimate) ** 2),
  };
}

function ofProportions({ estimate, treated, comparison }: Effect, z: number, better: Outcome["direction"]): Precision {
  const [n, m] = [treated.n as number, comparison.n as number];
  const [p, q] = [treated.value as number, comparison.value as number];
  const room = estimate ** 2 - (z ** 2 * q * (1 - q)) / m;
  return {
    detectableDifference: detectableRisk(n, m / n, q, z, better),
    peopleNeeded: room > 0 ? wholePeople((z ** 2 * p * (1 - p)) / room) : null,
  };
}

/** Bisection: the people a difference needs fall as it grows. Null when even the largest possible needs more than there are. */
function detectableRisk(
  n: number,
  ratio: number,
  base: number,
  z: number,
  better: Outcome["direction"],
): number | null {
  const sign = better === "lower" ? -1 : 1;
  const enough = (size: number) => peopleFor(base + sign * size, base, ratio, z) <= n;
  let none = 0;
  let some = better === "lower" ? base : 1 - base;
  if (some === 0 || !enough(some)) return null;
  for (let step = 0; step < 100; step++) {
    const middle = (none + some) / 2;
    if (enough(middle)) some = middle;
    else none = middle;
  }
  return some;
}

function peopleFor(treated: number, comparison: number, ratio: number, z: number): number {
  const pooled = (treated + ratio * comparison) / (1 + ratio);
  const underNone = z * Math.sqrt((1 + 1 / ratio) * pooled * (1 - pooled));
  const underEffect = powerQuantile * Math.sqrt(treated * (1 - treated) + (comparison * (1 - comparison)) / ratio);
  return ((underNone + underEffect) / (treated - comparison)) ** 2;
}

function wholePeople(people: number): number | null {
  return Number.isFinite(people) ? Math.max(1, Math.ceil(people)) : null;
}
