import type { ArmContrast, Shape } from "./contrasts.ts";
import { type ArmLimits, armReach, moverDifference } from "./mover-difference.ts";
import { wilsonLimit } from "./wilson-limit.ts";

/**
 * Difference of two standardised risks with Newcombe's interval carried over to them: each arm's risk has the score limits
 * of a proportion of as many independent people as its standard error is worth, at the t quantile of the arm's own degrees
 * of freedom, and MOVER combines the two with their correlation. Without covariates the effective numbers are those of
 * people, so that but for t this is Newcombe's interval of the crude difference.
 *
 * The standard error stays that of the delta method. With a few tens of people in an arm, or few events, an interval
 * symmetric about the estimate misses on one side more often than it may (`docs/interval-coverage.md`).
 *
 * @param contrast of independent people, both values strictly between 0 and 1
 * @source Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I, method 10; Zou and Donner
 *         (2008), doi:10.1002/sim.3095
 */
export function standardisedRiskDifference(contrast: ArmContrast, level: number): Shape {
  const shape = moverDifference(
    contrast,
    (growth) => [scoreLimits(contrast, "treated", growth), scoreLimits(contrast, "comparison", growth)],
    level,
  );
  return {
    ...shape,
    standardErrorKind: `${contrast.standardErrorKind}; the interval is Newcombe's, with the people each arm's standard error is worth and t`,
  };
}

function scoreLimits(contrast: ArmContrast, arm: "treated" | "comparison", growth: number): ArmLimits {
  const { value } = contrast[arm];
  const total = (growth * value * (1 - value)) / contrast.variance[arm];
  const count = { events: value * total, total };
  const reach = armReach(contrast, arm, growth);
  return {
    value,
    at: (tail) => {
      const t = reach(tail);
      return [wilsonLimit(count, -t), wilsonLimit(count, t)];
    },
  };
}
