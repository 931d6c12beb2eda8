import { type Refused, refuse } from "../refusals/refused.ts";
import { checkDesign, checkEffect, checkPower } from "./check-design.ts";
import { powerAt, secondOf } from "./power-of-test.ts";
import type { TwoGroupDesign } from "./two-group-design.ts";

export interface UnitsNeeded {
  /** whole numbers of units in each group */
  readonly first: number;
  readonly second: number;
  /** with these, before the second group is rounded up; at least the power asked for */
  readonly power: number;
}

/**
 * Units needed to find a true effect with the power asked for.
 *
 * @param design outcome, arms (a `ratio`, or a `second` group that is all there is), clusters or matching
 * @param effect true effect, signed: first less second; a hazard ratio for `hazard`
 * @param power  probability of finding it, default 0.8
 * @returns smallest whole numbers; refused where no number will do, as where the second group is fixed and small
 * @throws RangeError when a parameter is out of range
 * @source as `powerOfTest`
 * @example
 * unitsNeeded({ outcome: { kind: "mean", sd: 1 } }, { effect: 0.3 }).first; // 176
 * unitsNeeded({ outcome: { kind: "proportion", base: 0.5 }, second: 20 }, { effect: 0.1 }).refused.what; // "units needed"
 */
export function unitsNeeded(
  design: TwoGroupDesign,
  { effect, power = 0.8 }: { effect: number; power?: number },
): UnitsNeeded | Refused {
  const caller = "unitsNeeded";
  checkDesign(caller, design);
  checkEffect(caller, design, effect);
  checkPower(caller, power, design.level ?? 0.95);
  const isEnough = (first: number) => (powerAt(design, effect, first) ?? 0) >= power;
  let enough = 2;
  while (!isEnough(enough)) {
    enough *= 2;
    if (enough > MOST_UNITS)
      return refuse("units needed", "no number of units would do", "a larger effect, or a larger second group");
  }
  let tooFew = enough === 2 ? 1 : enough / 2;
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return { first: enough, second: Math.ceil(secondOf(design, enough) - 1e-9), power: powerAt(design, effect, enough)! };
}

/** More than this is not a number anybody could plan for. */
const MOST_UNITS = 1e9;
