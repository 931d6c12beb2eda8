import type { ArmCheck, Baseline, Columns, Outcomes, StudyPlan } from "@likewise/schema";
import type { ArmCheckRule } from "./arm-check-rule.ts";
import { checkData } from "./check-data.ts";
import { clockChecks } from "./clock-checks.ts";
import { exposureChecks } from "./exposure-checks.ts";
import { groupChecks } from "./group-checks.ts";
import { pathwayChecks } from "./pathway-checks.ts";
import { recordChecks } from "./record-checks.ts";

/** Every check, in the order in which a study goes wrong: who is in the arms, their clocks, their records, what stood in the way. */
const armCheckRules: readonly ArmCheckRule[] = [
  ...pathwayChecks,
  ...groupChecks,
  ...clockChecks,
  ...recordChecks,
  ...exposureChecks,
];

/**
 * What should be alike in both arms and can be counted in each: how far they got, where and when they are from, how long
 * they were watched, how they are recorded, time in custody, support to victim-survivors.
 *
 * Counts only: whether a difference matters is for evidence to say. A check of which an arm has nobody to count is left out.
 *
 * @param baseline who is analysed, with arm and index date
 * @returns checks the tables of the study allow; none for a study of one arm
 */
export function armChecks(input: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  baseline: Baseline;
  outcomes: Outcomes;
}): ArmCheck[] {
  const data = checkData(input);
  if (data.arms.treated.length === 0 || data.arms.comparison.length === 0) return [];
  return armCheckRules.flatMap((rule) => {
    const [treated, comparison] = [rule.count(data, "treated"), rule.count(data, "comparison")];
    if (treated === null || comparison === null || treated.denominator === 0 || comparison.denominator === 0) return [];
    return [{ id: rule.id, label: rule.label, of: rule.of, treated, comparison }];
  });
}
