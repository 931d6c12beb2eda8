import type { RowColumn, RowsOfUnits, StoredTable } from "@likewise/engine";
import {
  type Anchors,
  type Columns,
  columnsOf,
  dateColumn,
  Failure,
  integerColumn,
  textColumn,
} from "@likewise/schema";
import { chargedBy, flagRules, partsLeftOut } from "./event-rules.ts";
import { observedEvents } from "./observed-events.ts";
import { type PersonObserved, peopleById } from "./people-observed.ts";

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
  const observed = [...peopleById(anchors, people)].filter(([, person]) => person !== undefined);
  const column = (name: string, from: string): [string, RowColumn][] =>
    rows.columns[from] === undefined ? [] : [[name, { from }]];
  return {
    rows,
    units: columnsOf({
      id: textColumn(observed.map(([id]) => id)),
      unit: integerColumn(observed.map(([, { unit }]) => unit)),
      from: dateColumn(observed.map(([, { from }]) => from)),
      to: dateColumn(observed.map(([, { to }]) => to)),
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
