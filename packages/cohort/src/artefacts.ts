import {
  type Anchors,
  type Baseline,
  booleanColumn,
  type ColumnData,
  categoryColumn,
  columnsOf,
  dateColumn,
  indexStage,
  integerColumn,
  naturalOrder,
  textColumn,
} from "@likewise/schema";
import type { IndexDates } from "./arms/index-dates.ts";
import type { StagesReached } from "./pathway/stages-reached.ts";
import { textAt } from "./people/fields.ts";
import type { People } from "./people/people.ts";
import { compareMissingLast } from "./people/row-order.ts";

/** What the artefacts of the cohort are made from, beside their columns. */
export interface ArtefactSource {
  readonly options: Readonly<Record<string, unknown>>;
  readonly madeFrom: readonly string[];
}

/**
 * One row for each person analysed and stage reached: `index` first, then the stages by date (undated ones last), ties
 * by name. The index row is there even where all times are relative; its date is then missing.
 */
export function anchorsOf(
  people: People,
  units: Int32Array,
  index: IndexDates,
  reached: StagesReached,
  source: ArtefactSource,
): Anchors {
  const rows = Array.from(units).flatMap((unit) => [
    { unit, stage: indexStage, day: index.day[unit]! },
    ...[...reached.entries()]
      .flatMap(([stage, records]) => {
        const record = records.get(unit);
        return record === undefined ? [] : [{ unit, stage, day: record.day }];
      })
      .sort((a, b) => compareMissingLast(a.day, b.day, (x, y) => x - y) || naturalOrder(a.stage, b.stage)),
  ]);
  return {
    ...header(source),
    kind: "likewise/anchors",
    table: columnsOf({
      ...unitColumns(
        people,
        rows.map((row) => row.unit),
      ),
      stage: categoryColumn(rows.map((row) => row.stage)),
      date: dateColumn(rows.map((row) => row.day)),
    }),
  };
}

/** One row for each person analysed: arm, index date and covariates; nothing in it looks past the index date. */
export function baselineOf(
  people: People,
  units: Int32Array,
  treated: (unit: number) => boolean,
  index: IndexDates,
  covariates: Readonly<Record<string, ColumnData>>,
  source: ArtefactSource,
): Baseline {
  const list = Array.from(units);
  return {
    ...header(source),
    kind: "likewise/baseline",
    covariates: Object.keys(covariates),
    table: columnsOf({
      ...covariates,
      ...unitColumns(people, list),
      arm: booleanColumn(list.map(treated)),
      indexDate: dateColumn(list.map((unit) => index.day[unit]!)),
    }),
  };
}

function header({ options, madeFrom }: ArtefactSource) {
  return { version: 1, unitKind: "person", options, seed: null, madeFrom, imputation: 0 } as const;
}

function unitColumns(people: People, units: readonly number[]) {
  const { role, cluster } = people.table.columns;
  return {
    unit: integerColumn(units),
    id: textColumn(units.map((unit) => people.ids[unit]!)),
    cluster: categoryColumn(units.map((unit) => textAt(cluster, people.rows[unit]!))),
    role: categoryColumn(units.map((unit) => textAt(role, people.rows[unit]!))),
  };
}
