import type { Comparison, Coverage, Estimate, Facts, Grade, Outcome, Reason } from "@likewise/schema";
import { describeDesign } from "./describe-design.ts";
import type { Design } from "./design.ts";
import { nothingAssessed } from "./design.ts";
import { factsOfDesign } from "./facts-of-design.ts";
import { type DesignGrade, gradeDesign } from "./grade-design.ts";
import { covariateRoles } from "./tables/covariate-roles.ts";

/**
 * Maryland levels of a comparison, on both scales that share the name: the level belongs to an estimate, so the crude
 * and the adjusted one of the same study can differ.
 *
 * Estimates of the same estimand, adjusted alike for the same covariates, are graded together where their designs come
 * to the same grades for the same reasons. Of one group that was compared with nobody the design alone is graded.
 *
 * @param given.comparison exact (not yet disclosed)
 * @param given.facts design facts no data can show, each with its justification; leave out what is not known
 * @param given.outcomes the outcomes as declared in the plan
 * @param given.coverage who was looked for and found, by outcome and arm; losses it shows count beside those declared
 * @param given.contradictions what a run found that contradicts the plan, in words; named beside the level
 * @returns grades by group in the order of the estimates, the `wwclg` one before the `original` one
 * @throws TypeError when a number of the comparison is withheld: grade before disclosure
 */
export function gradeComparison(given: {
  readonly comparison: Comparison;
  readonly facts: Facts;
  readonly outcomes: readonly Outcome[];
  readonly coverage?: readonly Coverage[];
  readonly contradictions?: readonly string[];
}): Grade[] {
  const { comparison, facts, outcomes, coverage = [], contradictions = [] } = given;
  if (comparison.design.comparator === "none" && comparison.estimates.length === 0) {
    const assignment = comparison.design.assignment as Design["assignment"];
    const design = { ...designOfOneGroup(facts), assignment, contradictions };
    return gradeDesign(design).map((grade) => ({ ...grade, comparison: comparison.id, estimates: [] }));
  }
  const groups = new Map<string, { grades: readonly DesignGrade[]; estimates: Estimate[] }>();
  for (const estimate of comparison.estimates) {
    const grades = gradeDesign({ ...describeDesign(estimate, comparison, facts, coverage), contradictions });
    const key = JSON.stringify([grades, estimate.adjustment, [...estimate.adjustedFor].sort(), estimate.estimand]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { grades, estimates: [estimate] });
    else group.estimates.push(estimate);
  }
  return [...groups.values()].flatMap(({ grades, estimates }) =>
    grades.map((grade) => ({
      ...grade,
      comparison: comparison.id,
      estimates: estimates.map((estimate) => estimate.id),
      caveats: [...grade.caveats, ...soleAccount(estimates, outcomes)],
    })),
  );
}

/**
 * Grade of one group before and after, which no comparison stands behind: for six-month blocks and for intake against
 * exit. Its verdict can only be `cannot-say`.
 *
 * @param facts declared design facts; `periodControls`, `series` and `restsOn` are those that matter
 * @returns one grade per scale, without a comparison and without estimates
 * @example
 * gradeBeforeAfter({}).map((grade) => grade.level); // [1, 2]
 * gradeBeforeAfter({ restsOn: { value: "interviews" } }).map((grade) => grade.level); // [null, null]
 */
export function gradeBeforeAfter(facts: Facts): Grade[] {
  return gradeDesign(designOfOneGroup(facts)).map((grade) => ({ ...grade, comparison: null, estimates: [] }));
}

/** One group, and one series over time where the plan says how long it is. */
export function designOfOneGroup(facts: Facts): Design {
  return {
    ...nothingAssessed,
    ...factsOfDesign(facts),
    comparator: "none",
    contrast: facts.series === undefined ? "before-after" : "interrupted-time-series",
  };
}

/**
 * Covariates that play an essential part, by name, as declared.
 *
 * @example
 * essentialCovariates({ covariateRoles: { age: ["age"], ethnicity: ["ethnicity"] } }); // ["age"]
 */
export function essentialCovariates(facts: Facts): string[] {
  return covariateRoles.filter((role) => role.essential).flatMap((role) => facts.covariateRoles?.[role.id] ?? []);
}

function soleAccount(estimates: readonly Estimate[], outcomes: readonly Outcome[]): Reason[] {
  const graded = new Set(estimates.map((estimate) => estimate.outcome));
  return outcomes
    .filter((outcome) => graded.has(outcome.id) && outcome.reporter === "perpetrator")
    .map((outcome) => ({
      rule: "perpetrator-account",
      text: `${outcome.label} rests on the account of the person whose behaviour is judged`,
      drop: null,
    }));
}
