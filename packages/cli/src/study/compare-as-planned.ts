import { coursesOf } from "@likewise/cohort";
import { type ComparisonResult, compareGroups } from "@likewise/compare";
import { essentialCovariates } from "@likewise/evidence";
import type {
  Baseline,
  Columns,
  ComparisonPlan,
  Courses,
  Outcome,
  Outcomes,
  Provenance,
  StudyPlan,
} from "@likewise/schema";

/** What every comparison of a study is made from. */
export interface ComparisonInput {
  readonly plan: StudyPlan;
  /** Canonical tables, for the courses of people; without those too few rows of which were linked to people. */
  readonly tables: Readonly<Record<string, Columns>>;
  readonly baseline: Baseline;
  readonly outcomes: Outcomes;
  readonly analysisSet: "referred" | "offered" | "started" | "completed";
  /** What was assumed of covariates before any comparison, in words. */
  readonly notes: readonly string[];
  readonly provenance: Provenance;
}

/** The plan's comparisons, the headline first: pages lead with the first. */
export function headlineFirst(plan: StudyPlan): ComparisonPlan[] {
  const isHeadline = (comparison: ComparisonPlan) => comparison.headline === true;
  return [...plan.comparisons.filter(isHeadline), ...plan.comparisons.filter((one) => !isHeadline(one))];
}

export interface PlannedResult extends ComparisonResult {
  /** Private: when the treated reached what the target trial asks for; null without one. */
  readonly courses: Courses | null;
}

/** One comparison of the plan, not yet graded. */
export function compareAsPlanned(comparison: ComparisonPlan, input: ComparisonInput): PlannedResult {
  const { plan, tables, baseline, outcomes, analysisSet, notes, provenance } = input;
  const trial = comparison.targetTrial;
  const course = trial === undefined ? noCourses : coursesOf({ plan, tables, baseline, trial });
  const wanted = comparison.outcomes ?? plan.outcomes.map((outcome) => outcome.id);
  const result = compareGroups({
    id: comparison.id,
    label: comparison.label ?? comparison.id,
    baseline,
    outcomes,
    declarations: plan.outcomes
      .filter((outcome) => wanted.includes(outcome.id))
      .map((one) => declaredFor(one, comparison)),
    plan: withSites(comparison, baseline),
    courses: course.courses,
    ...(plan.cohort.arms?.labels === undefined ? {} : { labels: plan.cohort.arms.labels }),
    analysisSet,
    essential: essentialCovariates(plan.evidence ?? {}),
    ...dataEnd(plan),
    rowsRead: baseline.table.numRows,
    exclusions: [],
    provenance,
  });
  const assumptions = [...result.comparison.assumptions, ...notes];
  // What the data lack says more than that there are no courses.
  const refusals = [
    ...result.comparison.refusals.filter(
      ({ id }) => course.refusals.length === 0 || !id.startsWith("courses-not-given"),
    ),
    ...course.refusals,
  ];
  return { ...result, courses: course.courses, comparison: { ...result.comparison, assumptions, refusals } };
}

/** More clusters than this are no sites that a report could show apart. */
const mostSites = 20;

/** Where people are clustered by site, each site is left out in turn, whether or not the plan asks: one may carry the result. */
function withSites(comparison: ComparisonPlan, { table: { columns } }: Baseline): ComparisonPlan {
  const { cluster, sensitivity } = comparison;
  if (cluster === undefined || sensitivity?.sites !== undefined) return comparison;
  const named = columns[cluster] ?? columns.cluster;
  const sites = named.type === "category" ? new Set(named.values).size : 0;
  return sites < 2 || sites > mostSites
    ? comparison
    : { ...comparison, sensitivity: { ...sensitivity, sites: cluster } };
}

const noCourses = { courses: null, refusals: [] };

/** A declared estimator is the headline's; another comparison may be unable to have it and falls back to its default. */
function declaredFor(outcome: Outcome, comparison: ComparisonPlan): Outcome {
  if (comparison.headline === true) return outcome;
  const { estimator: _headlines, ...rest } = outcome;
  return rest;
}

/** Events are seen up to the extract date, or to where their table is declared to end. */
function dataEnd({ data }: StudyPlan): { dataEnd?: string } {
  const [earliest] = [data.asAt, data.tables.events?.coverage?.to].filter((day) => day !== undefined).sort();
  return earliest === undefined ? {} : { dataEnd: earliest };
}
