import { armChecks, coverageOf } from "@likewise/cohort";
import {
  type Comparison,
  type Coverage,
  type GuardFinding,
  isTable,
  type Table,
  type TableForm,
} from "@likewise/schema";
import { headlineFirst, type PlannedResult } from "./compare-as-planned.ts";
import { contradictionsOfPlan } from "./contradictions-of-plan.ts";
import type { StudyDescribed } from "./describe-study.ts";
import type { PeopleFollowed } from "./follow-people.ts";
import type { PlanAtLook } from "./interim-of.ts";
import type { PlanInPlace } from "./plan-in-place.ts";
import type { StudyInputs } from "./read-inputs.ts";
import { withEvidence } from "./with-evidence.ts";

/** Comparisons with grades and claims, and what decided them. */
export interface ComparisonsGraded {
  readonly comparisons: readonly Comparison[];
  readonly coverage: readonly Coverage[];
  /** Counts of both arms that should be alike. */
  readonly checks: ReturnType<typeof armChecks>;
  readonly guards: readonly GuardFinding[];
}

/** Every comparison graded as the data show it, the headline's first. */
export function gradeComparisons({
  study,
  inputs,
  people,
  compared,
  described,
  interim,
}: {
  readonly study: PlanInPlace;
  readonly inputs: Pick<StudyInputs, "linkedTables" | "theory">;
  readonly people: PeopleFollowed;
  readonly compared: readonly PlannedResult[];
  readonly described: StudyDescribed;
  readonly interim: PlanAtLook["interim"];
}): ComparisonsGraded {
  const { plan, frozen } = study;
  const { baseline, outcomes } = people;
  const coverage = coverageOf(outcomes, baseline);
  const checks = armChecks({ plan, tables: inputs.linkedTables, baseline, outcomes });
  const brings = new Set(Object.keys(inputs.linkedTables));
  const costed = plan.economics !== undefined && brings.has("costs");
  const emmie = { theory: inputs.theory !== null, delivery: deliveryOf(described.tables), economics: costed };
  const planned = headlineFirst(plan);
  const graded = compared.map(({ comparison }, index) =>
    withEvidence(
      { ...comparison, assumptions: [...comparison.assumptions, ...described.notes] },
      {
        facts: described.facts,
        outcomes: plan.outcomes,
        funnel: people.cohort.funnel,
        coverage,
        interim,
        contradictions: contradictionsOfPlan(plan, planned[index]!),
        emmie: plan.report?.emmie === true && index === 0 ? emmie : undefined,
        study: { checks, tables: described.tables, frozen, brings, analysisSet: plan.cohort.analysisSet },
      },
    ),
  );
  return {
    comparisons: graded.map(({ comparison }) => comparison),
    coverage,
    checks,
    guards: graded.flatMap(({ findings }) => findings),
  };
}

const delivered: readonly TableForm[] = [
  "dose",
  "dose-*",
  "completion-*",
  "completion-by-mode",
  "completion-of-*",
  "source-completion",
];

/** Tables of what was delivered. */
function deliveryOf(tables: readonly Table[]): string[] {
  return tables.filter((table) => delivered.some((form) => isTable(table, form))).map(({ id }) => id);
}
