import type { Comparison, Estimate, Facts } from "@likewise/schema";
import { covariateDistance } from "./covariate-distance.ts";
import type { Design, PriorOutcome } from "./design.ts";
import { isJustified } from "./standing-facts.ts";
import { covariateRoles } from "./tables/covariate-roles.ts";

/**
 * The covariate that is this estimate's outcome before entry, and whether the groups were made alike on it.
 *
 * The plan says for which outcomes a covariate stands, and why. A covariate named without that counts for the most the
 * level could be; one that is what a person is or a date (age, sex, region …), or that stands for other outcomes
 * alone, does not count at all.
 *
 * @returns null where no covariate is named, or where the estimate does not rest on making the groups alike
 */
export function priorOutcome(estimate: Estimate, comparison: Comparison, facts: Facts): Design["priorOutcome"] {
  if (estimate.adjustment !== "matching" && estimate.adjustment !== "weighting") return null;
  const { covariates, justified } = namedFor(estimate.outcome, comparison, facts.baselineOutcomes ?? []);
  if (covariates.length === 0) return null;
  const standing = covariates.some((name) => isCharacteristic(name, facts))
    ? "no-outcome"
    : covariates.every((name) => isBalanced(name, comparison))
      ? "balanced"
      : "unbalanced";
  return { covariates, standing, justified };
}

/** What the plan declares for the outcome decides; else the one name given for the comparison as a whole. */
function namedFor(
  outcome: string,
  { design }: Comparison,
  declared: NonNullable<Facts["baselineOutcomes"]>,
): Pick<PriorOutcome, "covariates" | "justified"> {
  const own = declared.filter((entry) => entry.outcomes.includes(outcome));
  if (own.length > 0)
    return {
      covariates: [...new Set(own.map((entry) => entry.covariate))],
      justified: own.every(isJustified),
    };
  const name = design.baselineOutcome as string | null | undefined;
  const standsForOthers = declared.some((entry) => entry.covariate === name);
  return { covariates: name == null || standsForOthers ? [] : [name], justified: false };
}

function isCharacteristic(name: string, { covariateRoles: played }: Facts): boolean {
  return covariateRoles.some((role) => role.characteristic && (played?.[role.id] ?? []).includes(name));
}

function isBalanced(name: string, { balance }: Comparison): boolean {
  const after = balance.filter((entry) => entry.covariate === name).map((entry) => entry.after);
  if (after.length === 0 || after.some((summary) => summary === null)) return false;
  const by = covariateDistance(after.filter((summary) => summary !== null));
  return by !== null && by <= 0.1;
}
