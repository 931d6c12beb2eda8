import type { Appraisal, Comparison, Coverage, Estimate, Facts, Outcome } from "@likewise/schema";
import { describeDesign } from "../describe-design.ts";
import { designOfOneGroup } from "../grade-comparison.ts";
import { appraiseDesign } from "./appraise-design.ts";
import { precisionStatus } from "./precision-status.ts";

/**
 * Risk of bias by domain and precision of every group of estimates that share both; of one group compared with nobody,
 * of the design alone.
 *
 * @param given as for `gradeComparison`
 * @returns appraisals in the order of the estimates
 * @throws TypeError when a number of the comparison is withheld: appraise before disclosure
 */
export function appraiseComparison(given: {
  readonly comparison: Comparison;
  readonly facts: Facts;
  readonly outcomes: readonly Outcome[];
  readonly coverage?: readonly Coverage[];
}): Appraisal[] {
  const { comparison, facts, outcomes, coverage = [] } = given;
  const byDefault = comparison.design.primaryByDefault ?? [];
  const reportersOf = (ids: readonly string[]) =>
    outcomes.filter(({ id }) => ids.includes(id)).map(({ reporter }) => reporter);
  if (comparison.estimates.length === 0) {
    if (comparison.design.comparator !== "none") return [];
    const design = designOfOneGroup(facts);
    const reporters = reportersOf(outcomes.map(({ id }) => id));
    return [{ ...appraiseDesign({ design, reporters, primaryByDefault: false }), estimates: [], precision: [] }];
  }
  const groups = new Map<string, { judged: ReturnType<typeof appraiseDesign>; estimates: Estimate[] }>();
  for (const estimate of comparison.estimates) {
    const judged = appraiseDesign({
      design: describeDesign(estimate, comparison, facts, coverage),
      reporters: reportersOf([estimate.outcome]),
      primaryByDefault: byDefault.includes(estimate.outcome),
    });
    const key = JSON.stringify([judged, estimate.adjustment, [...estimate.adjustedFor].sort(), estimate.estimand]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { judged, estimates: [estimate] });
    else group.estimates.push(estimate);
  }
  return [...groups.values()].map(({ judged, estimates }) => ({
    ...judged,
    estimates: estimates.map(({ id }) => id),
    precision: estimates
      .filter(({ primary, subgroup }) => primary && subgroup === null)
      .map((estimate) =>
        precisionStatus(
          estimate,
          outcomes.find(({ id }) => id === estimate.outcome),
        ),
      ),
  }));
}
