import { type Balance, type Comparison, type Coverage, type Estimate, exact, type Facts } from "@likewise/schema";
import { covariateDistance } from "./covariate-distance.ts";
import type { BalanceFindings, Design, EssentialFindings } from "./design.ts";
import { nothingAssessed } from "./design.ts";
import { factsOfDesign } from "./facts-of-design.ts";
import { lossOfPeople } from "./loss-of-people.ts";
import { priorOutcome } from "./prior-outcome.ts";
import { isJustified } from "./standing-facts.ts";
import { covariateRoles } from "./tables/covariate-roles.ts";

/**
 * The design behind one estimate, for the decision table: facts as declared, diagnostics from the comparison.
 *
 * A fact that speaks for the study needs a justification; without one it counts as not met. A fact that speaks against it
 * stands as it is.
 *
 * @param estimate the estimate graded
 * @param comparison exact (not yet disclosed)
 * @param facts declared design facts
 * @param coverage who was looked for and found, by outcome and arm; losses it shows count beside those declared
 * @returns plain data, null where not assessed
 */
export function describeDesign(
  estimate: Estimate,
  comparison: Comparison,
  facts: Facts,
  coverage: readonly Coverage[],
): Design {
  const { design } = comparison;
  const loss = lossOfPeople(estimate, comparison, facts, coverage);
  return {
    ...nothingAssessed,
    ...factsOfDesign(facts),
    assignment: design.assignment as Design["assignment"],
    comparator: design.comparator as Design["comparator"],
    contrast: contrastOf(estimate, design.comparator),
    adjustment: estimate.adjustment,
    analysisSet: design.analysisSet ?? null,
    priorOutcome: priorOutcome(estimate, comparison, facts),
    matchedComparator: comparison.matching !== null,
    balance: balanceFindings(estimate, comparison.balance),
    essentials: essentialFindings(estimate, comparison, facts),
    supportShare: supportShare(estimate, comparison),
    attrition: loss.attrition,
    attritionContradicted: loss.contradicted,
  };
}

const contrasts: Partial<Record<Estimate["measure"], Design["contrast"]>> = {
  differenceInDifferences: "difference-in-differences",
  levelChange: "interrupted-time-series",
  slopeChange: "interrupted-time-series",
};

function contrastOf(estimate: Estimate, comparator: string): Design["contrast"] {
  return contrasts[estimate.measure] ?? (comparator === "none" ? "before-after" : "after-only");
}

function usesSets(estimate: Estimate): boolean {
  return estimate.adjustment === "matching" || estimate.adjustment === "weighting";
}

function balanceFindings(estimate: Estimate, balance: readonly Balance[]): BalanceFindings | null {
  if (balance.length === 0) return null;
  const apart = distances(balance, (entry) =>
    usesSets(estimate) && entry.after !== null ? entry.after : entry.before,
  );
  return {
    serious: namesOf(apart, (by) => by > 0.25),
    unadjusted: namesOf(apart, (by, name) => by > 0.1 && by <= 0.25 && !estimate.adjustedFor.includes(name)),
    unassessable: unassessable(apart),
  };
}

/** Each covariate once, in the order of the balance table, with how far apart the arms are on it. */
function distances(
  balance: readonly Balance[],
  side: (entry: Balance) => Balance["before"],
): Map<string, number | null> {
  const names = [...new Set(balance.map((entry) => entry.covariate))];
  return new Map(
    names.map((name) => [name, covariateDistance(balance.filter((entry) => entry.covariate === name).map(side))]),
  );
}

function namesOf(apart: Map<string, number | null>, holds: (by: number, name: string) => boolean): string[] {
  return [...apart].flatMap(([name, by]) => (by !== null && holds(by, name) ? [name] : []));
}

function unassessable(apart: Map<string, number | null>): string[] {
  return [...apart].flatMap(([name, by]) => (by === null ? [name] : []));
}

function covariatesUsed(estimate: Estimate, comparison: Comparison): Set<string> {
  if (!usesSets(estimate)) return new Set(estimate.adjustedFor);
  const listed = ["covariates", "exact"].flatMap((option) => (comparison.design[option] as string[] | undefined) ?? []);
  return new Set([...listed, ...estimate.adjustedFor]);
}

function essentialFindings(estimate: Estimate, comparison: Comparison, facts: Facts): EssentialFindings {
  const nothing = nothingAssessed.essentials;
  const excused = (id: string) => isJustified({ why: facts.notApplicable?.[id] });
  const stands = (id: keyof NonNullable<Facts["covariateRoles"]>) => facts.covariateRoles?.[id] ?? [];
  if (!covariateRoles.some((role) => excused(role.id) || stands(role.id).length > 0)) return nothing;

  const used = covariatesUsed(estimate, comparison);
  const absent = covariateRoles.filter((role) => !excused(role.id) && !stands(role.id).some((name) => used.has(name)));
  const essential = new Set(covariateRoles.filter((role) => role.essential).flatMap((role) => stands(role.id)));
  const after = comparison.balance.filter((entry) => essential.has(entry.covariate) && entry.after !== null);
  const apart = distances(after, (entry) => entry.after!);
  const spread = after.filter((entry) => outside(entry.after!.varianceRatio)).map((entry) => entry.covariate);
  return {
    missing: absent.filter((role) => role.essential).map((role) => role.label),
    unbalanced:
      after.length === 0 ? null : namesOf(apart, (by, name) => by > 0.1 && !estimate.adjustedFor.includes(name)),
    unassessable: unassessable(apart),
    unequalVariance: after.length === 0 ? null : [...new Set(spread)],
    desirableMissing: absent.filter((role) => !role.essential),
  };
}

function outside(ratio: Balance["before"]["varianceRatio"]): boolean {
  return ratio !== null && (exact(ratio) < 0.5 || exact(ratio) > 2);
}

/**
 * Treated people behind the estimate, of all in the comparison. Matching counts those with a match; of these, people
 * whose outcome or whose match's outcome is missing fall out of the estimate too, so the smaller share stands.
 */
function supportShare(estimate: Estimate, { matching, arms }: Comparison): number | null {
  const weighted = estimate.adjustment === "weighting";
  if (weighted ? estimate.estimand === "ATM" : matching === null) return null;
  const shares: number[] = [];
  if (!weighted) {
    const kept = exact(matching!.treatedMatched);
    shares.push(kept / (kept + exact(matching!.treatedUnmatched)));
  }
  // A subgroup is smaller than the arms because of who it is about.
  if (estimate.subgroup === null) shares.push(exact(estimate.treated.n) / exact(arms.treated));
  const known = shares.filter(Number.isFinite);
  return known.length === 0 ? null : Math.min(1, ...known);
}
