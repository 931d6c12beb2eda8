import {
  armChecks,
  armCheckTables,
  buildCohort,
  coverageOf,
  eligibleOnEvents,
  observe,
  outcomesFromTable,
  safetyItems,
} from "@likewise/cohort";
import { poolRareLevels, profileOf } from "@likewise/disclosure";
import type { Engine } from "@likewise/engine";
import { theoryOfResults } from "@likewise/evidence";
import { type Ingested, ingestStudy } from "@likewise/ingest";
import {
  eventAccount,
  eventBaseline,
  type HarmMatchReport,
  offendingOutcomes,
  type StudyScore,
} from "@likewise/offending";
import {
  type Anchors,
  type Baseline,
  extendBaseline,
  type Issue,
  type Outcomes,
  type Provenance,
  type Results,
  type StudyPlan,
  stackOutcomes,
  type Table,
} from "@likewise/schema";
import { version } from "../version.ts";
import { brandingOf } from "./branding-of.ts";
import { compareAsPlanned, headlineFirst, type PlannedResult } from "./compare-as-planned.ts";
import { contradictionsOfPlan } from "./contradictions-of-plan.ts";
import { describeStudy, type StudyDescribed, withoutUnlinkedTables } from "./describe-study.ts";
import { distinctRefusals } from "./distinct-refusals.ts";
import { harmOfRun } from "./harm-of-run.ts";
import { readWeights } from "./harm-weights.ts";
import { interimOf } from "./interim-of.ts";
import { issuesReceived, numberedTables } from "./issues-received.ts";
import { linkageOfRun, withoutUnlinked } from "./linkage-of-run.ts";
import { loadDefinitions } from "./load-definitions.ts";
import { loadEvidenceMap } from "./load-evidence-map.ts";
import { loadTheory } from "./load-theory.ts";
import { measuresOfRun } from "./measures-of-run.ts";
import { studySummary } from "./study-summary.ts";
import { unreadBlocks } from "./unread-blocks.ts";
import { withEvidence } from "./with-evidence.ts";
import { withPractice } from "./with-practice.ts";

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

/** A plan with where its files are and what identifies it. */
export interface PlanInPlace {
  readonly plan: StudyPlan;
  readonly folder: string;
  /** Where results go: the pseudonym key must not lie there. */
  readonly out: string;
  readonly threads: number;
  readonly sha256: string;
  /** The plan as it was frozen, against this one. */
  readonly frozen: NonNullable<Results["frozen"]> | null;
  /** Results published before. */
  readonly releases: readonly Results[];
}

/** The order of the method: extracts in, people followed, comparison made, evidence graded, claims decided. */
export async function analyse(engine: Engine, study: PlanInPlace): Promise<Analysis> {
  const { plan } = study;
  const look = interimOf(plan, study.releases);
  const branding = await brandingOf(plan, study.folder);
  const theory = await loadTheory(plan, study.folder);
  const evidenceMap = await loadEvidenceMap(plan, study.folder);
  const own = await loadDefinitions(plan, study.folder);
  const ingested = await ingestStudy({ plan, folder: study.folder, out: study.out, threads: study.threads });
  const linkage = linkageOfRun(plan, ingested.linkages);
  const tables = numberedTables(ingested);
  const cohort = buildCohort({ plan, tables });
  const { anchors } = cohort;
  const observation = observe({ plan, tables, anchors });
  const { weights, ...weightFiles } = await readWeights(plan, study.folder);
  const history = await eventBaseline({ engine, plan, tables, anchors, observation, weights });
  const items = (plan.cohort.baseline ?? []).map((item) => item.id);
  const eligible = eligibleOnEvents({ plan, baseline: extendBaseline(cohort.baseline, history, items) });
  const profile = profileOf(plan.disclosure?.profile ?? "default", plan.disclosure?.threshold);
  const { baseline, notes: pooled } = poolRareLevels(eligible.baseline, profile);
  const harm = harmOfRun({ plan, tables, anchors, observation, baseline, history, weights });
  const measured = measuresOfRun({
    plan,
    tables: withoutUnlinkedTables(tables, linkage),
    baseline,
    definitions: own.definitions,
  });
  const outcomes = stackOutcomes([
    await offendingOutcomes({ engine, plan, tables, anchors, observation }),
    ...harm.outcomes,
    ...measured.outcomes,
    outcomesFromTable({ plan, tables, baseline }),
  ]);
  const provenance: Provenance = {
    inputs: [
      ...ingested.inputs,
      ...weightFiles.inputs,
      ...present(theory?.input ?? null),
      ...present(evidenceMap?.input ?? null),
      ...own.inputs,
    ],
    seed: plan.seed ?? null,
    version,
    options: study.sha256,
  };
  const { funnel, headlineSet: analysisSet } = cohort;
  const input = {
    plan: look.plan,
    tables: withoutUnlinkedTables(tables, linkage),
    baseline,
    outcomes,
    analysisSet,
    notes: [...linkage.notes, ...pooled, ...harm.notes],
    provenance,
  };
  const compared = headlineFirst(look.plan).map((comparison) =>
    withoutUnlinked(compareAsPlanned(comparison, input), plan, linkage),
  );
  const coverage = coverageOf(outcomes, baseline);
  const shown = { engine, plan, tables, anchors, observation, baseline, outcomes, weights, linkage };
  const described = await describeStudy(shown, compared[0]!);
  const { facts, notes } = described;
  const emmie = { theory: theory !== null, delivery: deliveryOf(described.tables), economics: false };
  const checks = armChecks({ plan, tables: input.tables, baseline, outcomes });
  const brings = new Set(Object.keys(input.tables));
  const evidence = compared.map(({ comparison }, index) =>
    withEvidence(
      { ...comparison, assumptions: [...comparison.assumptions, ...notes] },
      {
        facts,
        outcomes: plan.outcomes,
        funnel,
        coverage,
        interim: look.interim,
        contradictions: contradictionsOfPlan(plan, headlineFirst(plan)[index]!),
        emmie: plan.report?.emmie === true && index === 0 ? emmie : undefined,
        study: { checks, tables: described.tables, frozen: study.frozen, brings, analysisSet: plan.cohort.analysisSet },
      },
    ),
  );
  const graded = evidence.map(({ comparison }) => comparison);
  const guards = evidence.flatMap(({ findings }) => findings);
  const results: Results = {
    kind: "likewise/results",
    version: 1,
    edition: "working",
    study: studySummary(plan, branding),
    options: shownPlan(plan),
    accounts: [
      ...ingested.accounts,
      ...cohort.accounts,
      ...present(eligible.account),
      ...present(eventAccount({ plan, tables, anchors, observation })),
    ],
    funnel,
    analysisSets: cohort.analysisSets,
    coverage,
    blocks: [...described.blocks],
    safety: safetyItems({ plan, tables, baseline }),
    measures: [...measured.measures],
    comparisons: graded,
    economics: null,
    services: null,
    evidence: graded.flatMap((comparison) => comparison.evidence),
    claims: graded.flatMap((comparison) => comparison.claims),
    refusals: distinctRefusals([
      ...cohort.refusals,
      ...harm.refusals,
      ...described.refusals,
      ...measured.refusals,
      ...unreadBlocks(plan),
      ...graded.flatMap((comparison) => comparison.refusals),
    ]),
    tables: [
      ...described.tables,
      ...harm.tables,
      ...measured.tables,
      ...present(compared[0]!.overlap),
      ...armCheckTables(checks, guards, compared[0]!.comparison.arms.labels),
    ],
    warnings: [...described.warnings],
    guards,
    frozen: study.frozen,
    ...(look.interim === null ? {} : { interim: look.interim }),
    theory: null,
    disclosure: null,
    provenance,
  };
  const withTheory = theory === null ? results : { ...results, theory: theoryOfResults(theory.theory, results) };
  const practice = withPractice(withTheory, {
    plan,
    theory: theory?.theory ?? null,
    map: evidenceMap?.map ?? null,
    tables: input.tables,
  });
  const found = [...cohort.issues, ...described.issues, ...measured.issues, ...observation.issues];
  const issues = [...ingested.issues, ...weightFiles.issues, ...issuesReceived(found, ingested)];
  return {
    plan,
    results: practice,
    ingested,
    issues,
    anchors,
    baseline,
    outcomes,
    comparisons: compared,
    descriptions: { ...described.results, "arm-checks": checks },
    describedVictims: described.ofVictims,
    people: described.people,
    harmReports: harm.reports,
    scores: harm.scores,
  };
}

/** Tables of what was delivered: dose, fidelity, completion. */
function deliveryOf(tables: readonly Table[]): string[] {
  return tables.map(({ id }) => id).filter((id) => /dose|fidelity|completion/.test(id));
}

/** The plan as results hold it: where the secret key lies is nobody else's business. */
function shownPlan(plan: StudyPlan): Results["options"] {
  const { pseudonymKey: _kept, ...protection } = plan.data.protection ?? {};
  return plan.data.protection === undefined ? { ...plan } : { ...plan, data: { ...plan.data, protection } };
}

function present<Value>(value: Value | null): Value[] {
  return value === null ? [] : [value];
}
