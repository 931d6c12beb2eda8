import { buildCohort, coverageOf, eligibleOnEvents, observe, outcomesFromTable, safetyItems } from "@likewise/cohort";
import { type ComparisonResult, compareGroups } from "@likewise/compare";
import type { Engine } from "@likewise/engine";
import { essentialCovariates, gradeComparison, makeClaims } from "@likewise/evidence";
import { type Ingested, ingestStudy } from "@likewise/ingest";
import { eventBaseline, offendingOutcomes, sixMonthBlocks } from "@likewise/offending";
import {
  type Anchors,
  type Baseline,
  type Block,
  type Columns,
  type Comparison,
  type ComparisonPlan,
  type Coverage,
  extendBaseline,
  type FunnelStep,
  integersOf,
  type Outcome,
  type Outcomes,
  type Provenance,
  type Results,
  type StudyPlan,
  stackOutcomes,
} from "@likewise/schema";
import { version } from "../version.ts";
import { studySummary } from "./study-summary.ts";

/** Everything a run works out before disclosure: exact results, and the person-level artefacts for `private/`. */
export interface Analysis {
  readonly results: Results;
  readonly ingested: Ingested;
  readonly anchors: Anchors;
  readonly baseline: Baseline;
  readonly outcomes: Outcomes;
  readonly comparisons: readonly ComparisonResult[];
}

/** A plan with where its files are and what identifies it. */
export interface PlanInPlace {
  readonly plan: StudyPlan;
  readonly folder: string;
  readonly sha256: string;
}

/** The order of the method: extracts in, people followed, comparison made, evidence graded, claims decided. */
export async function analyse(engine: Engine, study: PlanInPlace): Promise<Analysis> {
  const { plan } = study;
  const ingested = await ingestStudy({ plan, folder: study.folder });
  const { tables } = ingested;
  const cohort = buildCohort({ plan, tables });
  const { anchors } = cohort;
  const observation = observe({ plan, tables, anchors });
  const history = await eventBaseline({ engine, plan, tables, anchors, observation });
  const items = (plan.cohort.baseline ?? []).map((item) => item.id);
  const { baseline, account } = eligibleOnEvents({ plan, baseline: extendBaseline(cohort.baseline, history, items) });
  const outcomes = stackOutcomes([
    await offendingOutcomes({ engine, plan, tables, anchors, observation }),
    outcomesFromTable({ plan, tables, baseline }),
  ]);
  const provenance: Provenance = {
    inputs: [...ingested.inputs],
    seed: plan.seed ?? null,
    version,
    options: study.sha256,
  };
  const compared = headlineFirst(plan).map((comparison) =>
    compareAsPlanned(comparison, plan, baseline, outcomes, provenance),
  );
  const { funnel } = cohort;
  const coverage = coverageOf(outcomes, baseline);
  const graded = compared.map(({ comparison }) => withEvidence(comparison, plan, { funnel, coverage }));
  const blocks = await blocksOf(engine, { plan, tables, anchors, observation, baseline }, compared[0]!);
  const results: Results = {
    kind: "likewise/results",
    version: 1,
    edition: "working",
    study: studySummary(plan),
    options: { ...plan },
    accounts: [...ingested.accounts, ...cohort.accounts, ...(account === null ? [] : [account])],
    funnel,
    analysisSets: cohort.analysisSets,
    coverage,
    blocks,
    safety: safetyItems({ plan, tables, baseline }),
    measures: [],
    comparisons: graded,
    economics: null,
    services: null,
    evidence: graded.flatMap((comparison) => comparison.evidence),
    claims: graded.flatMap((comparison) => comparison.claims),
    refusals: [...cohort.refusals, ...graded.flatMap((comparison) => comparison.refusals)],
    tables: [],
    disclosure: null,
    provenance,
  };
  return { results, ingested, anchors, baseline, outcomes, comparisons: compared };
}

function compareAsPlanned(
  comparison: ComparisonPlan,
  plan: StudyPlan,
  baseline: Baseline,
  outcomes: Outcomes,
  provenance: Provenance,
): ComparisonResult {
  const wanted = comparison.outcomes ?? plan.outcomes.map((outcome) => outcome.id);
  return compareGroups({
    id: comparison.id,
    label: comparison.label ?? comparison.id,
    baseline,
    outcomes,
    declarations: plan.outcomes
      .filter((outcome) => wanted.includes(outcome.id))
      .map((one) => declaredFor(one, comparison)),
    plan: comparison,
    ...(plan.cohort.arms?.labels === undefined ? {} : { labels: plan.cohort.arms.labels }),
    ...(plan.cohort.analysisSet === undefined ? {} : { analysisSet: plan.cohort.analysisSet }),
    essential: essentialCovariates(plan.evidence ?? {}),
    rowsRead: baseline.table.numRows,
    exclusions: [],
    provenance,
  });
}

/** A declared estimator is the headline's; another comparison may be unable to have it and falls back to its default. */
function declaredFor(outcome: Outcome, comparison: ComparisonPlan): Outcome {
  if (comparison.headline === true) return outcome;
  const { estimator: _headlines, ...rest } = outcome;
  return rest;
}

/** Funnel and coverage of the study: who is missing, and who was referred. */
interface Context {
  readonly funnel: readonly FunnelStep[];
  readonly coverage: readonly Coverage[];
}

function withEvidence(comparison: Comparison, plan: StudyPlan, context: Context): Comparison {
  const { outcomes } = plan;
  const grades = gradeComparison({ comparison, facts: plan.evidence ?? {}, outcomes, coverage: context.coverage });
  return { ...comparison, evidence: grades, claims: makeClaims({ comparison, grades, outcomes, context }) };
}

/** The plan's comparisons, the headline first: pages lead with the first. */
function headlineFirst(plan: StudyPlan): ComparisonPlan[] {
  const isHeadline = (comparison: ComparisonPlan) => comparison.headline === true;
  return [...plan.comparisons.filter(isHeadline), ...plan.comparisons.filter((one) => !isHeadline(one))];
}

interface BlockInput {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Columns;
  readonly baseline: Baseline;
}

/**
 * The programme's before-and-after, beside the same blocks of the people it was matched with: what regression to the
 * mean and time alone did to people like them. Only where events and index dates are there.
 */
async function blocksOf(engine: Engine, input: BlockInput, headline: ComparisonResult): Promise<Block[]> {
  const { plan, tables } = input;
  const outcome = plan.outcomes.find((candidate) => candidate.primary) ?? plan.outcomes[0]!;
  if (tables.events === undefined || plan.cohort.indexDate == null) return [];
  const groups = [
    { id: "treated", units: unitsOf(input.baseline, headline, 1) },
    { id: "comparison", units: unitsOf(input.baseline, headline, 0) },
  ];
  return sixMonthBlocks({ engine, ...input, groups, outcome: outcome.id });
}

/** Units of one arm that the headline estimate describes. */
function unitsOf(baseline: Baseline, headline: ComparisonResult, arm: 0 | 1): Int32Array {
  const armOf = new Map<number, number>();
  const { unit, arm: arms } = baseline.table.columns;
  unit.values.forEach((ordinal, row) => {
    armOf.set(ordinal, arms.values[row]!);
  });
  return integersOf(headline.matchedRows, "unit").values.filter((ordinal) => armOf.get(ordinal) === arm);
}
