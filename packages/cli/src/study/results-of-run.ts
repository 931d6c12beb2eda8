import { armCheckTables, safetyItems } from "@likewise/cohort";
import { theoryOfResults } from "@likewise/evidence";
import type { Results, StudyPlan, Table } from "@likewise/schema";
import type { PlannedResult } from "./compare-as-planned.ts";
import type { StudyDescribed } from "./describe-study.ts";
import { distinctRefusals } from "./distinct-refusals.ts";
import { economicsOfRun } from "./economics-of-run.ts";
import type { PeopleFollowed } from "./follow-people.ts";
import type { ComparisonsGraded } from "./grade-comparisons.ts";
import type { PlanAtLook } from "./interim-of.ts";
import type { PlanInPlace } from "./plan-in-place.ts";
import type { StudyInputs } from "./read-inputs.ts";
import { rejectedSpend } from "./rejected-spend.ts";
import { studySummary } from "./study-summary.ts";
import { withPractice } from "./with-practice.ts";

/** Everything worked out, put together as exact results: the working edition, before disclosure. */
export function resultsOfRun({
  study,
  inputs,
  people,
  compared,
  described,
  graded,
  interim,
}: {
  readonly study: PlanInPlace;
  readonly inputs: StudyInputs;
  readonly people: PeopleFollowed;
  readonly compared: readonly PlannedResult[];
  readonly described: StudyDescribed;
  readonly graded: ComparisonsGraded;
  readonly interim: PlanAtLook["interim"];
}): Results {
  const { plan, frozen } = study;
  const { tables, linkedTables, theory, evidenceMap } = inputs;
  const { cohort, baseline, harm, measured } = people;
  const { comparisons, guards } = graded;
  const headline = compared[0]!;
  const money = economicsOfRun({
    plan,
    costs: tables.costs,
    rejected: rejectedSpend(plan, inputs.ingested),
    funnel: cohort.funnel,
    baseline,
    compared,
    comparisons,
  });
  const results: Results = {
    kind: "likewise/results",
    version: 1,
    edition: "working",
    study: studySummary(plan, inputs.branding),
    options: shownPlan(plan),
    accounts: [...inputs.ingested.accounts, ...people.accounts],
    funnel: cohort.funnel,
    analysisSets: cohort.analysisSets,
    coverage: [...graded.coverage],
    blocks: [...described.blocks],
    safety: safetyItems({ plan, tables, baseline }),
    measures: [...measured.measures],
    comparisons: [...comparisons],
    economics: money.economics,
    services: null,
    evidence: comparisons.flatMap((comparison) => comparison.evidence),
    claims: comparisons.flatMap((comparison) => comparison.claims),
    refusals: distinctRefusals([
      ...cohort.refusals,
      ...harm.refusals,
      ...described.refusals,
      ...measured.refusals,
      ...money.refusals,
      ...comparisons.flatMap((comparison) => comparison.refusals),
    ]),
    tables: eachOnce([
      ...described.tables,
      ...harm.tables,
      ...measured.tables,
      ...(headline.overlap === null ? [] : [headline.overlap]),
      ...armCheckTables(graded.checks, guards, headline.comparison.arms.labels),
    ]),
    warnings: [...described.warnings],
    guards: [...guards],
    frozen,
    ...(interim === null ? {} : { interim }),
    theory: null,
    disclosure: null,
    provenance: inputs.provenance,
  };
  const withTheory = theory === null ? results : { ...results, theory: theoryOfResults(theory, results) };
  return withPractice(withTheory, { plan, theory, map: evidenceMap, tables: linkedTables });
}

/** Two tables of one id would have the same keys, so that nobody could say which a number is of. */
function eachOnce(tables: readonly Table[]): Table[] {
  const ids = tables.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new RangeError(`resultsOfRun: one table of each id, got two of ${twice}`);
  return [...tables];
}

/** The plan as results hold it: where the secret key lies is nobody else's business. */
function shownPlan(plan: StudyPlan): Results["options"] {
  const { pseudonymKey: _kept, ...protection } = plan.data.protection ?? {};
  return plan.data.protection === undefined ? { ...plan } : { ...plan, data: { ...plan.data, protection } };
}
