import type { SafetyItem } from "@likewise/schema";
import type { Profile } from "./profiles.ts";

/** Abuse of any kind by victim-survivors' own account: whether they are safer is decided on nothing else. */
export function isVerdict({ id }: SafetyItem): boolean {
  return id === "abuse-victim-survivor-any";
}

/**
 * Says of what safety is judged by how many it did not hold of at the start, where those are so few that both that number and
 * the number it held of have to go: withheld as small, it still tells that it held of all but a few, and no more than any
 * small number withheld in a table tells.
 */
export function withFewWithout(item: SafetyItem, { threshold, minimumDenominator }: Profile): SafetyItem {
  const { before } = item;
  if (
    !isVerdict(item) ||
    before === null ||
    typeof before.numerator !== "number" ||
    typeof before.denominator !== "number"
  )
    return item;
  const without = before.denominator - before.numerator;
  const isFew = without > 0 && without < threshold && before.denominator >= minimumDenominator;
  return isFew ? { ...item, before: { ...before, without } } : item;
}
