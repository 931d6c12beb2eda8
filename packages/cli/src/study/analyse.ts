import type { Engine } from "@likewise/engine";
import type { Ingested } from "@likewise/ingest";
import type { HarmMatchReport, StudyScore } from "@likewise/offending";
import type { Anchors, Baseline, Issue, Outcomes, Results, StudyPlan } from "@likewise/schema";
import { compareAsPlanned, headlineFirst, type PlannedResult } from "./compare-as-planned.ts";
import { describeStudy, type StudyDescribed } from "./describe-study.ts";
import { followPeople } from "./follow-people.ts";
import { gradeComparisons } from "./grade-comparisons.ts";
import { interimOf } from "./interim-of.ts";
import { issuesReceived } from "./issues-received.ts";
import { withoutUnlinked } from "./linkage-of-run.ts";
import type { PlanInPlace } from "./plan-in-place.ts";
import { readInputs, type StudyInputs } from "./read-inputs.ts";
import { resultsOfRun } from "./results-of-run.ts";
import { withRejectedRows } from "./with-rejected-rows.ts";

/** Everything a run works out before disclosure: exact results, and the person-level artefacts for `private/`. */
export interface Analysis {
  readonly plan: StudyPlan;
  readonly results: Results;
  readonly ingested: Ingested;
  /** Of every stage, in the order of the method. */
  readonly issues: readonly Issue[];
  readonly anchors: Anchors;
  readonly baseline: Baseline;
  readonly outcomes: Outcomes;
  readonly comparisons: readonly PlannedResult[];
  /** Results of every description; some name people. */
  readonly descriptions: StudyDescribed["results"];
  /** Descriptions that may name victim-survivors or children. */
  readonly describedVictims: StudyDescribed["ofVictims"];
  /** Lists by person, for those who answer for their safety. */
  readonly people: StudyDescribed["people"];
  /** How well each weight table fitted; it lists offences in words. */
  readonly harmReports: readonly HarmMatchReport[];
  readonly scores: readonly StudyScore[];
}

/** The order of the method: extracts in, people followed, comparison made, evidence graded, claims decided. */
export async function analyse(engine: Engine, study: PlanInPlace): Promise<Analysis> {
  const { interim, plan: planAtLook } = interimOf(study.plan, study.releases);
  const inputs = await readInputs(study);
  return withRejectedRows(inputs.ingested.issues, () => analyseInputs(engine, study, { inputs, interim, planAtLook }));
}

async function analyseInputs(
  engine: Engine,
  study: PlanInPlace,
  {
    inputs,
    interim,
    planAtLook,
  }: Readonly<{ inputs: StudyInputs; planAtLook: StudyPlan }> & Pick<ReturnType<typeof interimOf>, "interim">,
): Promise<Analysis> {
  const { plan } = study;
  const people = await followPeople(engine, plan, inputs);
  const { tables, linkedTables, linkage, ingested, harmWeights, provenance } = inputs;
  const { cohort, observation, baseline, outcomes, harm } = people;
  const { anchors, headlineSet: analysisSet } = cohort;
  const asked = { plan: planAtLook, tables: linkedTables, baseline, outcomes, analysisSet, provenance };
  const compared = headlineFirst(planAtLook).map((comparison) =>
    withoutUnlinked(compareAsPlanned(comparison, { ...asked, notes: people.notes }), plan, linkage),
  );
  const { weights } = harmWeights;
  const described = await describeStudy(
    {
      engine,
      plan,
      tables,
      anchors,
      observation,
      baseline,
      outcomes,
      weights,
      linkage,
      answers: people.measured.flags,
    },
    compared[0]!,
  );
  const graded = gradeComparisons({ study, inputs, people, compared, described, interim });
  const found = [...cohort.issues, ...described.issues, ...people.measured.issues, ...observation.issues];
  return {
    plan,
    results: resultsOfRun({ study, inputs, people, compared, described, graded, interim }),
    ingested,
    issues: [...ingested.issues, ...harmWeights.issues, ...issuesReceived(found, ingested)],
    anchors,
    baseline,
    outcomes,
    comparisons: compared,
    descriptions: { ...described.results, "arm-checks": graded.checks },
    describedVictims: described.ofVictims,
    people: described.people,
    harmReports: harm.reports,
    scores: harm.scores,
  };
}
