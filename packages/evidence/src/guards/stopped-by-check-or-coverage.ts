import { type CheckedShare, type Coverage, resultKey } from "@likewise/schema";
import { apart, checkNamed } from "./apart.ts";
import type { Detection, GuardInput } from "./guard.ts";

/**
 * A flaw that ends the verdict where a check sets the arms clearly apart, or else the coverage of some outcome does.
 *
 * @param count as for `apartInCoverage`
 * @param part  of the coverage the finding rests on
 */
export function stoppedByCheckOrCoverage(
  { checks, coverage }: Pick<GuardInput, "checks" | "coverage">,
  check: string,
  count: (entry: Coverage) => CheckedShare | null,
  part: keyof Coverage,
): Detection | null {
  if (apart(checkNamed(checks, check)) !== 0) return { effect: "stops-verdict", basis: "data", checks: [check] };
  const outcomes = apartInCoverage(coverage, count);
  if (outcomes.length === 0) return null;
  const keys = outcomes.flatMap((outcome) =>
    ["treated", "comparison"].map((arm) => resultKey("coverage", `${outcome}:${arm}`, part)),
  );
  return { effect: "stops-verdict", basis: "data", outcomes, keys };
}

/**
 * Outcomes whose coverage sets the arms clearly apart.
 *
 * @param count so many of so many in one arm; null where its coverage does not say
 * @returns ids, in the order of the coverage
 */
function apartInCoverage(coverage: readonly Coverage[], count: (entry: Coverage) => CheckedShare | null): string[] {
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
