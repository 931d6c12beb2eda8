import { type Balance, type Comparison, type Coverage, type Estimate, exact, type Facts } from "@likewise/schema";
import type { BalanceFindings, Design, EssentialFindings } from "./design.ts";
import { nothingAssessed } from "./design.ts";
import { covariateRoles } from "./tables/covariate-roles.ts";

/**
 * The design behind one estimate, for the decision table: facts as declared, diagnostics from the comparison.
 *
 * A fact that speaks for the study needs a justification; without one it counts as not assessed. A fact that speaks
 * against it stands as it is.
 *
 * @param estimate the estimate graded
 * @param comparison exact (not yet disclosed)
 * @param facts declared design facts
 * @param coverage who was looked for and found, by outcome and arm; used for attrition when the facts are silent
 * @returns plain data, null where not assessed
 */
export function describeDesign(
  estimate: Estimate,
  comparison: Comparison,
  facts: Facts,
  coverage: readonly Coverage[],
): Design {
  const { design } = comparison;
  return {
    ...nothingAssessed,
    assignment: design.assignment as Design["assignment"],
    comparator: design.comparator as Design["comparator"],
    contrast: contrastOf(estimate, design.comparator),
    adjustment: estimate.adjustment,
    analysisSet: design.analysisSet ?? null,
    preOutcomeBalanced: preOutcomeBalanced(estimate, comparison),
    matchedComparator: comparison.matching !== null,
    outcomeSource: declared(facts.outcomeSource, "same"),
    followUp: declared(facts.followUp, "same"),
    indexDateRule: declared(facts.indexDateRule, "same"),
    covariateTiming: declared(facts.covariateTiming, "before-index"),
    periodControls: declared(facts.periodControls, true),
    comparatorChoice: declared(facts.comparatorChoice, "justified"),
    exclusionArgument: exclusionArgument(facts),
    balance: balanceFindings(estimate, comparison.balance),
    essentials: essentialFindings(estimate, comparison, facts),
    supportShare: supportShare(estimate, comparison),
    attrition: attrition(estimate, comparison, facts, coverage),
    crossover: facts.crossover !== undefined && justified(facts.crossover) ? facts.crossover : null,
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

function justified(fact: { readonly why: string }): boolean {
  return fact.why.trim() !== "";
}

function declared<T>(fact: { readonly value: T; readonly why: string } | undefined, favourable: T): T | null {
  if (fact === undefined) return null;
  return fact.value === favourable && !justified(fact) ? null : fact.value;
}

/** For an order or an instrument, the justification of the comparison is the argument that it acts through nothing else. */
function exclusionArgument(facts: Facts): boolean | null {
  const choice = declared(facts.comparatorChoice, "justified");
  return choice === null ? null : choice === "justified";
}

function usesSets(estimate: Estimate): boolean {
  return estimate.adjustment === "matching" || estimate.adjustment === "weighting";
}

/** Absolute standardised difference; infinite when the treated do not vary and the means differ all the same. */
function distance(summary: Balance["before"]): number {
  if (summary.standardisedMeanDifference !== null) return Math.abs(exact(summary.standardisedMeanDifference));
  return exact(summary.treated) === exact(summary.comparison) ? 0 : Number.POSITIVE_INFINITY;
}

function balanceFindings(estimate: Estimate, balance: readonly Balance[]): BalanceFindings | null {
  if (balance.length === 0) return null;
  const apart = balance.map((entry) => ({
    covariate: entry.covariate,
    by: distance(usesSets(estimate) && entry.after !== null ? entry.after : entry.before),
  }));
  const names = (entries: typeof apart) => [...new Set(entries.map((entry) => entry.covariate))];
  return {
    serious: names(apart.filter((entry) => entry.by > 0.25)),
    unadjusted: names(
      apart.filter((entry) => entry.by > 0.1 && entry.by <= 0.25 && !estimate.adjustedFor.includes(entry.covariate)),
    ),
  };
}

function covariatesUsed(estimate: Estimate, comparison: Comparison): Set<string> {
  if (!usesSets(estimate)) return new Set(estimate.adjustedFor);
  const listed = ["covariates", "exact"].flatMap((option) => (comparison.design[option] as string[] | undefined) ?? []);
  return new Set([...listed, ...estimate.adjustedFor]);
}

function essentialFindings(estimate: Estimate, comparison: Comparison, facts: Facts): EssentialFindings {
  const nothing = { missing: null, unbalanced: null, unequalVariance: null, desirableMissing: null };
  const excused = (id: string) => (facts.notApplicable?.[id] ?? "").trim() !== "";
  const stands = (id: keyof NonNullable<Facts["covariateRoles"]>) => facts.covariateRoles?.[id] ?? [];
  if (!covariateRoles.some((role) => excused(role.id) || stands(role.id).length > 0)) return nothing;

  const used = covariatesUsed(estimate, comparison);
  const absent = covariateRoles.filter((role) => !excused(role.id) && !stands(role.id).some((name) => used.has(name)));
  const essential = new Set(covariateRoles.filter((role) => role.essential).flatMap((role) => stands(role.id)));
  const after = comparison.balance.filter((entry) => essential.has(entry.covariate) && entry.after !== null);
  const names = (entries: readonly Balance[]) => [...new Set(entries.map((entry) => entry.covariate))];
  return {
    missing: absent.filter((role) => role.essential).map((role) => role.label),
    unbalanced:
      after.length === 0
        ? null
        : names(after.filter((e) => distance(e.after!) > 0.1 && !estimate.adjustedFor.includes(e.covariate))),
    unequalVariance: after.length === 0 ? null : names(after.filter((entry) => outside(entry.after!.varianceRatio))),
    desirableMissing: absent.filter((role) => !role.essential),
  };
}

function outside(ratio: Balance["before"]["varianceRatio"]): boolean {
  return ratio !== null && (exact(ratio) < 0.5 || exact(ratio) > 2);
}

/** Weighting keeps every treated person unless the estimand says otherwise. */
function supportShare(estimate: Estimate, { matching }: Comparison): number | null {
  if (estimate.adjustment === "weighting") return estimate.estimand === "ATM" ? null : 1;
  if (matching === null) return null;
  const kept = exact(matching.treatedMatched);
  const all = kept + exact(matching.treatedUnmatched);
  return all === 0 ? null : kept / all;
}

function preOutcomeBalanced(estimate: Estimate, { design, balance }: Comparison): boolean {
  const entries = balance.filter((entry) => entry.covariate === design.baselineOutcome);
  return (
    usesSets(estimate) &&
    entries.length > 0 &&
    entries.every((entry) => entry.after !== null && distance(entry.after) <= 0.1)
  );
}

function attrition(
  estimate: Estimate,
  comparison: Comparison,
  facts: Facts,
  coverage: readonly Coverage[],
): Design["attrition"] {
  if (facts.attrition !== undefined) {
    if (!justified(facts.attrition)) return null;
    const { treated, comparison: other } = facts.attrition;
    const began = (analysed: number, lost: number) => (lost < 1 ? analysed / (1 - lost) : 0);
    const treatedBegan = began(exact(comparison.arms.treated), treated);
    const otherBegan = began(exact(comparison.arms.comparison), other);
    return { treated, comparison: other, overall: pooled(treated, treatedBegan, other, otherBegan) };
  }
  const arm = (name: Coverage["arm"]) =>
    coverage.find((entry) => entry.outcome === estimate.outcome && entry.arm === name);
  const [treated, other] = [arm("treated"), arm("comparison")];
  if (treated === undefined || other === undefined) return null;
  const lost = (entry: Coverage) => 1 - exact(entry.observedToEnd) / exact(entry.people);
  return {
    treated: lost(treated),
    comparison: lost(other),
    overall: pooled(lost(treated), exact(treated.people), lost(other), exact(other.people)),
  };
}

function pooled(treated: number, treatedPeople: number, other: number, otherPeople: number): number {
  const people = treatedPeople + otherPeople;
  return people === 0 ? Math.max(treated, other) : (treated * treatedPeople + other * otherPeople) / people;
}
