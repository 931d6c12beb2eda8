import { type ArmOf, describeMeasures, type MeasuresDescribed, type ScoresOfPeople } from "@likewise/measures";
import {
  type Baseline,
  type Columns,
  cell,
  Failure,
  type MeasureDefinition,
  type MissingReason,
  numberColumn,
  type Outcomes,
  outcomesArtefact,
  type StudyPlan,
} from "@likewise/schema";

/** What the instruments of a study bring: descriptions, and later scores where an outcome is one. */
export interface MeasuresOfRun extends MeasuresDescribed {
  readonly outcomes: readonly Outcomes[];
}

/** Every instrument of the plan scored and compared; outcomes whose value is a later score (`from: measures`). */
export function measuresOfRun({
  plan,
  tables,
  baseline,
  definitions,
}: {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly baseline: Baseline;
  readonly definitions: ReadonlyMap<string, MeasureDefinition>;
}): MeasuresOfRun {
  const headline = plan.comparisons.find((comparison) => comparison.headline === true) ?? plan.comparisons[0];
  const described = describeMeasures({
    plan,
    tables,
    armOf: armsOf(baseline, tables.links),
    assigned: headline?.assignment === "random" ? "random" : "not at random",
    definitions,
  });
  return { ...described, outcomes: outcomesOf(plan, baseline, described) };
}

/** Arms of the people analysed, and through them of whoever is linked to people of one arm alone. */
function armsOf(baseline: Baseline, links: Columns | undefined): ArmOf {
  const { id, arm } = baseline.table.columns;
  const arms = new Map<string, "treated" | "comparison">(
    id.values.map((who, row) => [who, arm.values[row] === 1 ? "treated" : "comparison"]),
  );
  if (links === undefined) return arms;
  const linked = new Map<string, Set<"treated" | "comparison">>();
  for (let row = 0; row < links.numRows; row++) {
    const { person, linked_person, kind } = links.columns;
    const [from, to] = [person, linked_person].map((column) => (column === undefined ? null : cell(column, row)));
    const found = arms.get(String(from));
    if (to == null || found === undefined || (kind !== undefined && cell(kind, row) === "worker")) continue;
    linked.set(String(to), (linked.get(String(to)) ?? new Set()).add(found));
  }
  return new Map([
    ...[...linked].flatMap(([who, found]) => (found.size === 1 ? [[who, [...found][0]!] as const] : [])),
    ...arms,
  ]);
}

function outcomesOf(
  plan: StudyPlan,
  baseline: Baseline,
  { scores, measures, refusals }: MeasuresDescribed,
): Outcomes[] {
  return plan.outcomes.flatMap((outcome) => {
    if (outcome.from !== "measures") return [];
    const name = outcome.outcome ?? outcome.id;
    const found = scores.get(name);
    const measure = measures.find(({ id }) => id === name);
    if (found === undefined || measure === undefined) {
      const why = refusals.find(({ id }) => id.endsWith(`:${name}`))?.why ?? "it is no single score";
      throw new Failure("refused", `outcomes: ${outcome.id} cannot be the later score of ${name}: ${why}`);
    }
    if (measure.better !== null && measure.better !== outcome.direction) {
      throw new Failure(
        "usage",
        `outcomes: ${outcome.id} says ${outcome.direction} is better; the definition of ${name} says ${measure.better}`,
      );
    }
    return [laterScores(outcome.id, outcome.window ?? null, found, baseline)];
  });
}

function laterScores(outcome: string, window: string | null, { ids, later }: ScoresOfPeople, baseline: Baseline) {
  const at = new Map(ids.map((who, place) => [who, place]));
  const values = baseline.table.columns.id.values.map((who) => later[at.get(who) ?? -1] ?? null);
  const why = baseline.table.columns.id.values.map((who): MissingReason => (at.has(who) ? "value-missing" : "no-row"));
  return outcomesArtefact({
    units: baseline.table.columns,
    unitKind: baseline.unitKind,
    outcome,
    window,
    value: numberColumn(values),
    status: values.map((value) => (value === null ? "missing" : "observed")),
    missingReason: values.map((value, row) => (value === null ? why[row]! : null)),
  });
}
