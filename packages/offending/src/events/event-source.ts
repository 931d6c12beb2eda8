import type { RowColumn, RowsOfUnits, StoredTable } from "@likewise/engine";
import { type Anchors, type Columns, columnsOf, Failure, indexStage, textColumn } from "@likewise/schema";
import { chargedBy, flagRules, partsLeftOut } from "./event-rules.ts";
import { observedEvents } from "./observed-events.ts";
import { daysOf, type PersonObserved, unitsOf } from "./people-observed.ts";
import { rowOfUnit } from "./row-of-unit.ts";

/** Where events come from: the table `events`, or one of its columns that stays in the database. */
export interface EventTables {
  readonly tables: Readonly<Record<string, Columns>>;
  /** In place of `tables.events`: millions of rows, which are counted where they lie. */
  readonly storedEvents?: StoredTable | undefined;
}

/** Events that can count, in the form the engine takes, by one set of rules wherever they come from. */
export function eventSource(
  { tables, storedEvents }: EventTables,
  anchors: Anchors,
  people: readonly PersonObserved[],
  needsVictim: boolean,
): Columns | RowsOfUnits {
  if (storedEvents === undefined) return observedEvents(tables, anchors, people, needsVictim);
  if (needsVictim) {
    throw new Failure(
      "usage",
      "outcomes: same-victim and new-victim are counted from a table of events that is read whole",
    );
  }
  return storedEventRows(storedEvents, anchors, people);
}

/**
 * The rules of `observedEvents` for rows that stay in the database: whose an event is, on which days it can count, and its
 * flags.
 */
export function storedEventRows(rows: StoredTable, anchors: Anchors, people: readonly PersonObserved[]): RowsOfUnits {
  const { unit, id, stage } = anchors.table.columns;
  const index = stage.levels.indexOf(indexStage);
  const rowOf = rowOfUnit(unitsOf(people).values);
  const ids = new Array<string | null>(people.length).fill(null);
  for (let row = 0; row < anchors.table.numRows; row++) {
    const place = stage.values[row] === index ? rowOf(unit.values[row]!) : undefined;
    if (place !== undefined) ids[place] = id.values[row]!;
  }
  const column = (name: string, from: string): [string, RowColumn][] =>
    rows.columns[from] === undefined ? [] : [[name, { from }]];
  return {
    rows,
    units: columnsOf({
      id: textColumn(ids),
      unit: unitsOf(people),
      from: daysOf(people, ({ from }) => from),
      to: daysOf(people, ({ to }) => to),
    }),
    id: "person",
    date: "event_date",
    leftOut: [{ column: "role", values: partsLeftOut }],
    columns: Object.fromEntries<RowColumn>([
      ...flagRules.map(({ flag, whenMissing }) => [flag, { from: flag, whenMissing }] as const),
      ...(rows.columns.disposal === undefined ? [] : [["charged", { from: "disposal", oneOf: chargedBy }] as const]),
      ...column("provenDate", "proven_date"),
      ...column("code", "code"),
      ...column("offence", "offence"),
      ...column("gravity_factors", "gravity_factors"),
    ]),
  };
}
