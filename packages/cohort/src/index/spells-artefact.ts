import {
  type Anchors,
  type Baseline,
  booleanColumn,
  columnsOf,
  numberColumn,
  type Outcomes,
  type Spells,
  takeRows,
} from "@likewise/schema";
import { type ExposureSpells, exposureSpells } from "./exposure-spells.ts";
import { timedExposure } from "./timed-exposure.ts";

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
  const { unit, id, cluster, role } = baseline.table.columns;
  const { followUp, rows, missing, undated } = timedExposure("exposureSpellsOf", {
    baseline,
    anchors,
    outcomes,
    outcome,
    stage,
  });
  const found = exposureSpells(followUp);
  return {
    spells: artefact(baseline, { unit, id, cluster, role }, rows, found, { outcome, stage }),
    missing,
    undated,
  };
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
