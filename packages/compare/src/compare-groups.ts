import { type Exclusion, exact, Failure } from "@likewise/schema";
import { compareArms } from "./compare-arms.ts";
import type { CompareInput } from "./compare-input.ts";
import type { ComparisonResult } from "./comparison-result.ts";
import { declaredPrimary } from "./declared-primary.ts";
import { matchedRows } from "./matched-rows.ts";
import { methodOfPlan } from "./methods/method-of-plan.ts";
import { withPreset } from "./methods/preset.ts";
import { imputedPeople } from "./missing/imputed-people.ts";
import { pooledComparison } from "./missing/pooled-comparison.ts";
import { oneGroup } from "./one-group.ts";
import type { People } from "./people/people.ts";
import { peopleCompared } from "./people/people-compared.ts";
import { requireAnswerable } from "./plan-checks.ts";
import { statedDesign } from "./stated-design.ts";

/**
 * One comparison of a treated with a comparison group: the group formed, how alike the arms are, the effects on every
 * outcome with the interval their design calls for, and what is refused.
 *
 * The group is formed from the baseline alone, before any outcome is looked at. People are taken in natural order of their
 * ids, so neither the order of rows nor that of columns changes a digit. Who lacks a covariate is left out of the whole
 * comparison unless the plan says otherwise (`missing`); who lacks an outcome is left out of that outcome, and a matched set with anybody missing is left out whole.
 * A plan that declares no comparator (`none`) and brings one group gets that group, and every effect refused.
 *
 * @returns the comparison with `evidence` and `claims` still empty, and two private artefacts
 * @throws Failure usage when the plan asks for what is not available; Failure data when an arm is empty or an outcome
 *         holds values it cannot have; RangeError when the rows do not add up
 */
export function compareGroups(asked: CompareInput): ComparisonResult {
  const input = { ...asked, plan: withPreset(asked.plan) };
  const { plan, baseline } = input;
  const method = methodOfPlan(plan);
  const covariates = plan.covariates ?? baseline.covariates;
  requireAnswerable(plan, method, covariates);
  const used = { covariates, exact: plan.exact ?? [], antiExact: plan.antiExact ?? [], cluster: plan.cluster ?? null };
  const { missing, samplingWeights } = plan;
  const { people, excluded, gaps } = peopleCompared(baseline, { ...used, missing, samplingWeights });
  const alone = plan.comparator === "none" && people.numRows > 0 && !people.treated.includes(0);
  if (!alone) requireBothArms(people);
  requireClustersApart(plan, people);
  const exclusions = [...input.exclusions, ...excluded];
  requireClosedAccount(input, people, exclusions);

  const seed = input.provenance.seed ?? baseline.seed ?? 1;
  if (alone) {
    const design = statedDesign(input, method, null, [], { ...used, seed, draws: 0 });
    const comparison = oneGroup(input, people, exclusions, design, seed);
    return { comparison, overlap: null, matchedRows: matchedRows(people, null), jointCovariance: [] };
  }
  const settings = { method, used, exclusions, seed, gaps };
  if (missing !== "impute" || gaps.length === 0) return compareArms(people, input, settings);
  const { sensitivity: _sensitivity, multiplicity: _multiplicity, ...each } = plan;
  const imputed = imputedPeople(people, gaps, plan, seed);
  const results = imputed.map((one) => compareArms(one, { ...input, plan: each, tieDraws: 0 }, settings));
  return pooledComparison(results, plan, declaredPrimary(input));
}

function requireBothArms({ treated }: People): void {
  for (const [arm, name] of [
    [1, "treated"],
    [0, "comparison"],
  ] as const) {
    if (treated.includes(arm)) continue;
    throw new Failure("data", `the ${name} arm is empty: nobody in it has every covariate used`);
  }
}

/** Where clusters were assigned, one with people in both arms means that arms or clusters are not what they are said to be. */
function requireClustersApart({ assignment, cluster }: CompareInput["plan"], { clusters, treated }: People): void {
  if (clusters === null || (assignment !== "random" && assignment !== "area-rollout")) return;
  const armOf = new Map<number, number>();
  for (const [row, code] of clusters.entries()) {
    if ((armOf.get(code) ?? treated[row]) !== treated[row]) {
      throw new Failure(
        "data",
        `cluster "${cluster}": people of one cluster are in both arms, but clusters were assigned (${assignment}); name the unit that was assigned, or leave the cluster out`,
      );
    }
    armOf.set(code, treated[row]!);
  }
}

function requireClosedAccount(input: CompareInput, people: People, exclusions: readonly Exclusion[]): void {
  const accounted = exclusions.reduce((sum, { rows }) => sum + exact(rows), people.numRows);
  if (accounted !== input.rowsRead) {
    throw new RangeError(
      `compareGroups: rowsRead must be rows used plus excluded (${accounted}), got ${input.rowsRead}`,
    );
  }
}
