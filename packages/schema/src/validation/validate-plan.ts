import type { StudyPlan } from "../generated/types.ts";
import { checkShape, type PlanProblem } from "./check-shape.ts";
import { withClaims } from "./claimed-levels.ts";
import { checkBlocks } from "./plan-checks/check-blocks.ts";
import { checkBranding } from "./plan-checks/check-branding.ts";
import { checkChangeTargets } from "./plan-checks/check-change-targets.ts";
import { checkCohort } from "./plan-checks/check-cohort.ts";
import { checkComparisons } from "./plan-checks/check-comparisons.ts";
import { checkComponents } from "./plan-checks/check-components.ts";
import { checkContract } from "./plan-checks/check-contract.ts";
import { checkDateFormats } from "./plan-checks/check-date-formats.ts";
import { checkEconomics } from "./plan-checks/check-economics.ts";
import { checkEvidence } from "./plan-checks/check-evidence.ts";
import { checkInterim } from "./plan-checks/check-interim.ts";
import { checkLinkage } from "./plan-checks/check-linkage.ts";
import { checkMeasures } from "./plan-checks/check-measures.ts";
import { checkOutcomes } from "./plan-checks/check-outcomes.ts";
import { checkRates } from "./plan-checks/check-rates.ts";
import { checkTables } from "./plan-checks/check-tables.ts";
import { checkTiming } from "./plan-checks/check-timing.ts";
import { checkUses } from "./plan-checks/check-uses.ts";
import { checkWeights } from "./plan-checks/check-weights.ts";
import { type PlanNames, planNames } from "./plan-checks/plan-names.ts";

/** What a shape cannot state: names that must exist elsewhere in the plan, and declarations that must agree. */
const checks: readonly ((plan: StudyPlan, names: PlanNames) => PlanProblem[])[] = [
  checkTables,
  checkLinkage,
  checkDateFormats,
  checkUses,
  checkCohort,
  checkBlocks,
  checkTiming,
  checkOutcomes,
  checkMeasures,
  checkComparisons,
  checkEconomics,
  checkEvidence,
  checkComponents,
  checkRates,
  checkWeights,
  checkInterim,
  checkBranding,
  checkChangeTargets,
  checkContract,
];

const noPeople: PlanProblem = {
  path: "data.tables",
  message: "expected a table people, found none: every study is about people",
};

/**
 * Checks a study plan: its shape, and, once the shape is right, whether its parts agree.
 *
 * @param data what study.yaml holds, once parsed
 * @returns the plan, or every problem with its place; never throws
 * @example
 * validatePlan({ version: 1 }).problems[0]; // { path: "title", message: "expected text that is not empty, found nothing" }
 */
export function validatePlan(data: unknown): { plan: StudyPlan } | { problems: PlanProblem[] } {
  const shape = withClaims(data, checkShape("study", data));
  if (shape.length > 0) return { problems: shape };
  const plan = data as StudyPlan;
  // Without people nearly every name is unknown; saying so once is enough.
  if (!Object.hasOwn(plan.data.tables, "people")) return { problems: [noPeople] };
  const names = planNames(plan);
  const problems = checks.flatMap((check) => check(plan, names));
  return problems.length > 0 ? { problems } : { plan };
}
