import type { CheckedShare, Coverage } from "@likewise/schema";
import { apart } from "./apart.ts";

/**
 * Outcomes whose coverage sets the arms clearly apart.
 *
 * @param count so many of so many in one arm; null where its coverage does not say
 * @returns ids, in the order of the coverage
 */
export function apartInCoverage(
  coverage: readonly Coverage[],
  count: (entry: Coverage) => CheckedShare | null,
): string[] {
  const ofArm = (outcome: string, arm: Coverage["arm"]) => {
    const entry = coverage.find((one) => one.outcome === outcome && one.arm === arm);
    const counted = entry === undefined ? null : count(entry);
    return counted === null || counted.denominator === 0 ? null : counted;
  };
  return [...new Set(coverage.map(({ outcome }) => outcome))].filter((outcome) => {
    const [treated, comparison] = [ofArm(outcome, "treated"), ofArm(outcome, "comparison")];
    return treated !== null && comparison !== null && apart({ treated, comparison }) !== 0;
  });
}
