import { type Refused, refuse } from "../refusals/refused.ts";
import { bracketedRoot } from "../root-finding/bracketed-root.ts";
import { checkDesign, checkPower, effectRange } from "./check-design.ts";
import { powerAt, tooFew } from "./power-of-test.ts";
import type { TwoGroupDesign } from "./two-group-design.ts";

/**
 * Smallest effect that a study of this size would find with the power asked for, on one side of none. The two sides
 * differ: from 30 % a fall and a rise of the same size are not equally easy to see.
 *
 * @param design outcome, arms, clusters or matching
 * @param first  units of the first group
 * @param power  probability of finding it, default 0.8
 * @param side   "lower" = first below second, "higher" = above
 * @returns signed effect, first less second; a hazard ratio for `hazard`. Refused where not even the largest effect there
 *          can be is found so often
 * @throws RangeError when a parameter is out of range
 * @source as `powerOfTest`
 * @example
 * const design = { outcome: { kind: "proportion", base: 0.3 }, ratio: 5 };
 * detectableEffect(design, { first: 100, side: "lower" }).toFixed(3); // "-0.132"
 */
export function detectableEffect(
  design: TwoGroupDesign,
  { first, power = 0.8, side }: { first: number; power?: number; side: "lower" | "higher" },
): number | Refused {
  const caller = "detectableEffect";
  checkDesign(caller, design);
  checkPower(caller, power, design.level ?? 0.95);
  if (!(first > 0 && Number.isFinite(first)))
    throw new RangeError(`${caller}: first must be > 0 (units of the first group), got ${first}`);
  const { outcome } = design;
  const { least, most } = effectRange(design);
  const isRatio = outcome.kind === "hazard";
  const sign = side === "lower" ? -1 : 1;
  // Searched as a size from 0: of a hazard ratio, its logarithm.
  const effectOf = (size: number) => (isRatio ? Math.exp(sign * size) : sign * size);
  const excess = (size: number) => {
    const found = powerAt(design, effectOf(size), first);
    return found === null ? Number.NaN : found - power;
  };
  const largest = side === "lower" ? (isRatio ? Number.POSITIVE_INFINITY : -least) : most;
  let high = Number.isFinite(largest) ? largest : startingSize(outcome);
  if (Number.isNaN(excess(high))) return tooFew(design);
  if (!Number.isFinite(largest)) while (excess(high) < 0 && high < 500 * startingSize(outcome)) high *= 2;
  if (excess(high) < 0) {
    const why = "not even the largest effect there can be would be found so often";
    return refuse("detectable effect", why, "more units, or a lower power");
  }
  return effectOf(bracketedRoot(excess, 0, high));
}

function startingSize(outcome: TwoGroupDesign["outcome"]): number {
  if (outcome.kind === "mean") return outcome.sd;
  return outcome.kind === "rate" ? outcome.base : 1;
}
