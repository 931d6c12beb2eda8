import { studentTQuantile } from "../distributions/student-t.ts";
import { type Refused, refuse } from "../refusals/refused.ts";
import { checkDesign, checkEffect } from "./check-design.ts";
import { noncentralTUpper } from "./noncentral-t-upper.ts";
import { fewestUnits, plannedTest } from "./planned-test.ts";
import type { TwoGroupDesign } from "./two-group-design.ts";

/**
 * Power: how often a study of this size finds a true effect of this size, on its own side.
 *
 * Shares, rates and hazards are tested by the normal; means by t; clustered units by t with the clusters less two degrees
 * of freedom. Power of an effect that was estimated says nothing beyond its p-value: put in an effect worth finding.
 *
 * @param design outcome, arms, clusters or matching
 * @param effect true effect, signed: first less second; a hazard ratio for `hazard`
 * @param first  units of the first group
 * @returns probability; refused with fewer than two units, or two clusters, in a group
 * @throws RangeError when a parameter is out of range, or the design has no formula: then use `simulatedPower`
 * @source Fleiss, Levin and Paik (2003), section 4.3; Schoenfeld (1983), doi:10.2307/2531021; Connor (1987), doi:10.2307/2531961
 * @example
 * const design = { outcome: { kind: "proportion", base: 0.5 } };
 * powerOfTest(design, { effect: 0.25, first: 50 }).toFixed(4); // "0.7402"
 */
export function powerOfTest(
  design: TwoGroupDesign,
  { effect, first }: { effect: number; first: number },
): number | Refused {
  const caller = "powerOfTest";
  checkDesign(caller, design);
  checkEffect(caller, design, effect);
  if (!(first > 0 && Number.isFinite(first)))
    throw new RangeError(`${caller}: first must be > 0 (units of the first group), got ${first}`);
  const power = powerAt(design, effect, first);
  return power ?? tooFew(design);
}

/** Null where the groups are too small for the test. */
export function powerAt(design: TwoGroupDesign, effect: number, first: number): number | null {
  const second = secondOf(design, first);
  if (Math.min(first, second) < fewestUnits(design)) return null;
  const { distance, errorUnderNone, errorUnderEffect, df } = plannedTest(design, effect, first, second);
  const critical = studentTQuantile((1 - (design.level ?? 0.95)) / 2, df, { upper: true });
  const [size, reach] = [Math.abs(distance), critical * errorUnderNone];
  if (errorUnderEffect === 0) return size > reach ? 1 : 0;
  return noncentralTUpper(reach / errorUnderEffect, df, size / errorUnderEffect);
}

export function secondOf({ ratio = 1, second }: TwoGroupDesign, first: number): number {
  return second ?? ratio * first;
}

export function tooFew({ clusters }: TwoGroupDesign): Refused {
  return clusters === undefined
    ? refuse("power", "a group of one has no spread to test against", "at least two units in each group")
    : refuse("power", "one cluster cannot be told apart from its group", "at least two clusters in each group");
}
