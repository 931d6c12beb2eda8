import {
  type Account,
  type AnalysisSet,
  type Anchors,
  type Baseline,
  type Columns,
  Failure,
  type FunnelStep,
  type Issue,
  type Refusal,
  type StudyPlan,
} from "@likewise/schema";
import { cohortAccounts } from "./arms/accounts.ts";
import { assignArms } from "./arms/assign-arms.ts";
import { peopleCovariates } from "./arms/covariates.ts";
import { drawnStarts } from "./arms/drawn-starts.ts";
import { reasonsNotEligible } from "./arms/eligibility.ts";
import { indexDates } from "./arms/index-dates.ts";
import { anchorsOf, baselineOf } from "./artefacts.ts";
import { cohortIssue } from "./cohort-issues.ts";
import { type AnalysisSetId, analysisSetDefinitions, analysisSets, headlineSet } from "./pathway/analysis-sets.ts";
import { leavingReasons } from "./pathway/case-states.ts";
import { pathwayFunnel } from "./pathway/funnel.ts";
import { requireKnownStages } from "./pathway/require-known-stages.ts";
import { stagesReached } from "./pathway/stages-reached.ts";
import { countReasons } from "./people/account.ts";
import { textAt } from "./people/fields.ts";
import { readPeople } from "./people/people.ts";

export interface CohortResult {
  readonly anchors: Anchors;
  readonly baseline: Baseline;
  readonly funnel: FunnelStep[];
  readonly analysisSets: AnalysisSet[];
  /** The set the baseline holds: what the plan asks for, or `referred` where that is refused. */
  readonly headlineSet: AnalysisSetId;
  readonly accounts: Account[];
  readonly issues: Issue[];
  readonly refusals: Refusal[];
}

/**
 * The cohort of a study: who is analysed, in which arm, from which day, and who is left out and why.
 *
 * Each person of the people table is analysed or left out for the first of these reasons that holds: another role than
 * the one followed; no decision that says an arm; a decision the plan does not compare; decisions of both arms; no
 * index date although the plan has a rule for it; an eligibility rule, in the plan's order; a treated person who did not
 * reach the stage of the analysis set. Units are ordinals by natural order of ids among everyone in the people table,
 * so artefacts of different subsets join.
 *
 * @param plan     the validated plan
 * @param tables   canonical tables by name; people must be there
 * @param madeFrom SHA-256 of the inputs, for the headers of the artefacts
 * @returns artefacts of the people analysed; the funnel counts people referred, analysed or not
 * @throws Failure (usage) when the plan names what does not exist; Failure (data) when an arm is left empty
 */
export function buildCohort({
  plan,
  tables,
  madeFrom = [],
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  madeFrom?: readonly string[];
}): CohortResult {
  const { cohort } = plan;
  if ((cohort.unit ?? "person") !== "person") {
    throw new Failure("usage", `cohort.unit: only person can be followed so far, got ${cohort.unit}`);
  }
  const people = readPeople(tables);
  const everyone = Int32Array.from(people.ids.keys());
  const arms = assignArms(cohort.arms, tables, people, cohort.indexDate ?? null);
  const reached = stagesReached(tables, people);
  requireKnownStages(plan, tables);
  const decided = indexDates(cohort.indexDate ?? null, tables, people, arms);
  const { index, leftOut: withoutStart } = drawnStarts(plan, people, arms, decided, reached);
  const headline = headlineSet(cohort.analysisSet);
  const headlineStage = analysisSetDefinitions.find(({ id }) => id === headline.id)!.stage;
  if (headlineStage !== null && !reached.has(headlineStage)) {
    throw new Failure(
      "usage",
      `cohort.analysisSet: ${headline.id} needs a stage ${headlineStage}, and none is recorded`,
    );
  }
  const notEligible = reasonsNotEligible(
    cohort,
    tables,
    people,
    arms,
    index,
    peopleCovariates(people, arms, index, everyone).columns,
  );
  const role = people.table.columns.role;

  const reasonBeforeSet = (unit: number): string | null => {
    if (cohort.role !== undefined && textAt(role, people.rows[unit]!) !== cohort.role) return "other-role";
    const state = arms.state[unit]!;
    if (state !== "treated" && state !== "comparison") return state;
    if (index.field !== null && decided.day[unit] === null) return "no-index-date";
    return withoutStart(unit) ?? notEligible(unit);
  };
  const inArms = Array.from(everyone, reasonBeforeSet);
  const armUnits = {
    treated: Array.from(everyone).filter((unit) => inArms[unit] === null && arms.state[unit] === "treated"),
    comparison: Array.from(everyone).filter((unit) => inArms[unit] === null && arms.state[unit] === "comparison"),
  };
  const leftOut = inArms.map((reason, unit) =>
    reason === null &&
    headlineStage !== null &&
    arms.state[unit] === "treated" &&
    !reached.get(headlineStage)!.has(unit)
      ? `not-${headline.id}`
      : reason,
  );
  const analysed = everyone.filter((unit) => leftOut[unit] === null);
  requireBothArms(plan, analysed, (unit) => arms.state[unit] === "treated", leftOut);

  const covariates = peopleCovariates(people, arms, index, analysed);
  const source = { options: { cohort }, madeFrom };
  const { funnel, issues } = pathwayFunnel(plan, reached, leavingReasons(plan, tables, people, reached), armUnits);
  const accounts = cohortAccounts(plan, people, arms, index, leftOut, tables);
  return {
    anchors: anchorsOf(people, analysed, index, reached, source),
    baseline: baselineOf(people, analysed, (unit) => arms.state[unit] === "treated", index, covariates.columns, source),
    funnel,
    analysisSets: analysisSets(headline.id, armUnits, reached),
    headlineSet: headline.id,
    accounts: accounts.accounts,
    issues: [
      ...people.repeatedRows.map((row) =>
        cohortIssue("person_repeats", { tableName: "people", table: people.table, row, column: "person" }),
      ),
      ...accounts.issues,
      ...arms.issues,
      ...covariates.issues,
      ...issues,
    ],
    refusals: [...headline.refusals],
  };
}

function requireBothArms(
  plan: StudyPlan,
  analysed: Int32Array,
  treated: (unit: number) => boolean,
  leftOut: readonly (string | null)[],
): void {
  const treatedPeople = analysed.filter(treated).length;
  const empty =
    treatedPeople === 0 ? "treated" : plan.cohort.arms && treatedPeople === analysed.length ? "comparison" : null;
  if (empty === null) return;
  const reasons = countReasons(leftOut).map(({ code, rows }) => `${code} ${rows}`);
  throw new Failure(
    "data",
    `cohort: nobody is left in the ${empty} arm (${leftOut.length} people read; left out: ${reasons.join(", ") || "nobody"})`,
  );
}
