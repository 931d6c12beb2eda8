import {
  type Anchors,
  type Baseline,
  booleanColumn,
  columnsOf,
  isPresent,
  numberColumn,
  type Outcomes,
  outcomeFor,
  type Spells,
  takeRows,
} from "@likewise/schema";
import { type ExposureSpells, exposureSpells } from "./exposure-spells.ts";

/**
 * The spells artefact of an outcome with times: everyone of the baseline whose outcome is not missing, with the days
 * before and after they reached a stage. Its one covariate is `exposed`, whichever arm a person is in.
 *
 * @param outcome id of an outcome whose times are days after the index date
 * @param stage   stage of the anchors at which exposure begins
 * @returns the artefact, the people left out because their outcome is missing, and those whose stage or index date has no day
 * @throws RangeError when the outcome has no times
 */
export function exposureSpellsOf({
  baseline,
  anchors,
  outcomes,
  outcome,
  stage,
}: {
  baseline: Baseline;
  anchors: Anchors;
  outcomes: Outcomes;
  outcome: string;
  stage: string;
}): { readonly spells: Spells; readonly missing: number; readonly undated: number } {
  const { unit, indexDate, id, cluster, role } = baseline.table.columns;
  const vectors = outcomeFor(outcomes, outcome, unit.values);
  const { time, value } = vectors;
  if (time === null) {
    throw new RangeError(`exposureSpellsOf: ${outcome} must have times (days after the index date), got none`);
  }
  const reached = daysReached(anchors, stage);
  const hasOutcome = (row: number) => isPresent(time, row) && isPresent(value, row);
  const undated = (row: number) => {
    const day = reached.get(unit.values[row]!);
    return day === null || (day !== undefined && !isPresent(indexDate, row));
  };
  const everyone = Array.from(unit.values.keys());
  const rows = everyone.filter((row) => hasOutcome(row) && !undated(row));
  const found = exposureSpells({
    time: rows.map((row) => time.values[row]!),
    event: rows.map((row) => value.values[row]!),
    exposedFrom: rows.map((row) => {
      const day = reached.get(unit.values[row]!);
      return day === undefined ? null : day! - indexDate.values[row]!;
    }),
  });
  return {
    spells: artefact(baseline, { unit, id, cluster, role }, rows, found, { outcome, stage }),
    missing: everyone.filter((row) => !hasOutcome(row)).length,
    undated: everyone.filter((row) => hasOutcome(row) && undated(row)).length,
  };
}

/** Unit to the day it reached the stage; null where that has no day. */
function daysReached(anchors: Anchors, stage: string): Map<number, number | null> {
  const { unit, stage: stages, date } = anchors.table.columns;
  const code = stages.levels.indexOf(stage);
  const reached = new Map<number, number | null>();
  stages.values.forEach((level, row) => {
    if (level === code && isPresent(stages, row)) {
      reached.set(unit.values[row]!, isPresent(date, row) ? date.values[row]! : null);
    }
  });
  return reached;
}

function artefact(
  baseline: Baseline,
  columns: Pick<Baseline["table"]["columns"], "unit" | "id" | "cluster" | "role">,
  rows: readonly number[],
  found: ExposureSpells,
  options: Readonly<Record<string, unknown>>,
): Spells {
  const people = takeRows(
    columnsOf({ ...columns }),
    Int32Array.from(found.person, (person) => rows[person]!),
  ).columns as Pick<Spells["table"]["columns"], "unit" | "id" | "cluster" | "role">;
  const { version, unitKind, seed, madeFrom, imputation } = baseline;
  return {
    kind: "likewise/spells",
    version,
    unitKind,
    options,
    seed,
    madeFrom,
    imputation,
    covariates: ["exposed"],
    table: columnsOf({
      unit: people.unit,
      id: people.id,
      cluster: people.cluster,
      role: people.role,
      start: numberColumn(Array.from(found.start)),
      stop: numberColumn(Array.from(found.stop)),
      event: booleanColumn(Array.from(found.event, (event) => event === 1)),
      exposed: booleanColumn(Array.from(found.exposed, (exposed) => exposed === 1)),
    }),
  };
}
