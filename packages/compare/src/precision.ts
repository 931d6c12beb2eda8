import { effectMeasure, type Outcome, type Precision } from "@likewise/schema";
import { detectableEffect, normalQuantile, unitsNeeded } from "@likewise/stats";
import type { Effect } from "./estimators/estimator.ts";

/**
 * What so many people could show: the smallest difference that 80 % of such studies would find clear, and, where the
 * interval includes no difference, how many treated people the difference seen would need to be clear. Null for ratios,
 * whose differences have no one size.
 *
 * Two independent proportions have the exact planning formula, searched in the direction that is better; anything else goes
 * by its standard error. The people needed are searched for with the interval the estimate has: proportions as seen against
 * the comparison people there are; anything else with both arms growing in step, and degrees of freedom with them.
 *
 * @source Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, section 4.3
 */
export function precisionOf(
  effect: Effect,
  level: number,
  { direction: better = "lower", smallestEffect }: Partial<Pick<Outcome, "direction" | "smallestEffect">>,
): Precision | null {
  if (effectMeasure(effect.measure).ratio) return null;
  const z = normalQuantile((1 - level) / 2, { upper: true });
  const detectableDifference = effect.independentProportions
    ? ofProportions(effect, level, better)
    : ofStandardError(effect, z);
  return {
    detectableDifference,
    peopleNeeded: peopleNeeded(effect),
    ...(smallestEffect === undefined
      ? {}
      : {
          peopleForSmallestEffect: effect.independentProportions
            ? peopleForProportions(effect, level, better, smallestEffect)
            : peopleForSize(effect, detectableDifference, smallestEffect),
        }),
  };
}

const plannedPower = 0.8;
const powerQuantile = normalQuantile(plannedPower);

function ofStandardError({ standardError }: Effect, z: number): number | null {
  return standardError === null ? null : (z + powerQuantile) * standardError;
}

/** A size, in the direction that is better. */
function ofProportions({ treated, comparison }: Effect, level: number, better: Outcome["direction"]): number | null {
  const side = better === "lower" ? "lower" : "higher";
  const outcome = { kind: "proportion", base: comparison.value as number } as const;
  const effect = detectableEffect(
    { outcome, second: comparison.n as number, level },
    { first: treated.n as number, power: plannedPower, side },
  );
  return typeof effect === "number" ? Math.abs(effect) : null;
}

/** Treated people for the smallest effect of interest, with as many comparison people for each as there are here. */
function peopleForProportions(
  { treated, comparison }: Effect,
  level: number,
  better: Outcome["direction"],
  smallestEffect: number,
): number | null {
  const base = comparison.value as number;
  const effect = better === "lower" ? -smallestEffect : smallestEffect;
  // A share cannot fall by more than it is: no number of people would show that.
  if (base + effect < 0 || base + effect > 1) return null;
  const ratio = (comparison.n as number) / (treated.n as number);
  const needed = unitsNeeded({ outcome: { kind: "proportion", base }, ratio, level }, { effect, power: plannedPower });
  return "first" in needed ? needed.first : null;
}

/** A standard error shrinks with the root of the people, both arms growing in step. */
function peopleForSize({ treated }: Effect, detectable: number | null, smallestEffect: number): number | null {
  return detectable === null ? null : Math.ceil((treated.n as number) * (detectable / smallestEffect) ** 2 - 1e-9);
}

/**
 * The smallest number of treated people at which the interval would leave out no difference. Null when it does already, when
 * no number would do, and when nobody or everybody treated has the event: a larger arm would not stay so.
 */
function peopleNeeded({ measure, estimate, interval, intervalAt, treated }: Effect): number | null {
  const isExtreme = treated.events === 0 || (measure === "riskDifference" && treated.value === 1);
  if (intervalAt === undefined || estimate === 0 || isExtreme || isClear(interval)) return null;
  const present = treated.n as number;
  const isEnough = (people: number) => isClear(intervalAt(people / present));
  let enough = present;
  do {
    enough *= 2;
    if (enough > mostPeople) return null;
  } while (!isEnough(enough));
  let tooFew = Math.max(present, Math.floor(enough / 2));
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** More people than this is not a number anybody could plan for. */
const mostPeople = 1e9;

function isClear([lower, upper]: readonly [number, number]): boolean {
  return lower > 0 || upper < 0;
}

/** Of an estimate known by its standard error alone: people needed cannot be searched for. */
export function precisionOfError(standardError: number, level: number): Precision {
  const z = normalQuantile((1 - level) / 2, { upper: true });
  return { detectableDifference: (z + powerQuantile) * standardError, peopleNeeded: null };
}
