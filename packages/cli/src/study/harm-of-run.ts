import {
  type DeclaredWeights,
  type EventBaseline,
  type HarmMatchReport,
  type HarmOutcomes,
  harmDistributionTable,
  harmMatchTable,
  harmOutcomes,
  type StudyScore,
  scoreChangeTable,
  scoresOfStudy,
} from "@likewise/offending";
import {
  type Anchors,
  type Baseline,
  type Columns,
  type Observation,
  type Outcomes,
  type Refusal,
  type StudyPlan,
  type Table,
  tableId,
} from "@likewise/schema";
import { distinctRefusals } from "./distinct-refusals.ts";

/** All that a run says of harm. */
export interface HarmOfRun {
  readonly outcomes: readonly Outcomes[];
  /** Assumptions every comparison of harm rests on. */
  readonly notes: readonly string[];
  readonly refusals: readonly Refusal[];
  readonly tables: readonly Table[];
  /** One for each weight table used; for `private/`. */
  readonly reports: readonly HarmMatchReport[];
  readonly scores: readonly StudyScore[];
}

/** Outcomes of harm, scores and how well weight tables fitted each arm. */
export function harmOfRun({
  plan,
  tables,
  anchors,
  observation,
  baseline,
  history,
  weights,
}: {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly baseline: Baseline;
  readonly history: EventBaseline;
  readonly weights: readonly DeclaredWeights[];
}): HarmOfRun {
  const [treated, comparison] = [unitsOfArm(baseline, 1), unitsOfArm(baseline, 0)];
  const groups = [
    { id: "treated", units: treated },
    { id: "comparison", units: comparison },
  ].filter(({ units }) => units.length > 0);
  const given = { plan, tables, anchors, observation, weights };
  const harm = harmOutcomes({ ...given, groups });
  const scores = scoresOfStudy({ ...given, selected: treated, notSelected: comparison });
  // The report of outcomes comes first: it alone shows the arms apart.
  const all = [...harm.reports, ...history.harmReports, ...scores.map(({ report }) => report)];
  const reports = all.filter(({ weights: { id } }, index) => all.findIndex((one) => one.weights.id === id) === index);
  return {
    outcomes: harm.outcomes === null ? [] : [harm.outcomes],
    notes: [...history.notes, ...reports.flatMap(({ notes }) => notes)],
    refusals: distinctRefusals([
      ...harm.refusals,
      ...history.refusals,
      ...scores.flatMap(({ refusal }) => (refusal === null ? [] : [refusal])),
    ]),
    tables: [
      ...reports.map((report) => harmMatchTable(report, tableId("harm-match-*", report.weights.id))),
      ...distributions(plan, harm, groups),
      ...scores.flatMap(({ id, change }) =>
        change === null ? [] : [scoreChangeTable(change, tableId("score-change-*", id))],
      ),
    ],
    reports,
    scores,
  };
}

/** How harm is spread over people, an outcome of harm each; none of one whose weights did not fit. */
function distributions(plan: StudyPlan, { outcomes, reports }: HarmOutcomes, groups: Groups): Table[] {
  return plan.outcomes.flatMap((outcome) => {
    const report = reports.find(({ weights }) => weights.id === outcome.harm?.weights);
    if (outcomes === null || report === undefined || report.refusal !== null) return [];
    const table = harmDistributionTable({ outcomes, outcome, groups, weights: report.weights });
    return table === null ? [] : [table];
  });
}

type Groups = readonly { readonly id: string; readonly units: Int32Array }[];

function unitsOfArm({ table }: Baseline, arm: 0 | 1): Int32Array {
  const { unit, arm: arms } = table.columns;
  return unit.values.filter((_, row) => arms.values[row] === arm);
}
