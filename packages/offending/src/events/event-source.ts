import type { RowsOfUnits } from "@likewise/engine";
import { type Anchors, type Columns, columnsOf, Failure } from "@likewise/schema";
import { eventColumns, offenceColumns, partsLeftOut } from "./event-rules.ts";
import { observedEvents } from "./observed-events.ts";
import { daysOf, type PersonObserved, unitsOf } from "./people-observed.ts";
import { idsOfPeople, type StoredEvents } from "./stored-people.ts";

/** Where events come from: the table `events`, or one of its columns that stays in the database. */
export interface EventTables {
  readonly tables: Readonly<Record<string, Columns>>;
  /** In place of `tables.events`: millions of rows, which are counted where they lie. */
  readonly storedEvents?: StoredEvents | undefined;
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
export function storedEventRows(rows: StoredEvents, anchors: Anchors, people: readonly PersonObserved[]): RowsOfUnits {
  const columns = Object.entries({ ...eventColumns, ...offenceColumns });
  return {
    rows,
    units: columnsOf({
      unit: unitsOf(people),
      from: daysOf(people, ({ from }) => from),
      to: daysOf(people, ({ to }) => to),
    }),
    ids: rows.people ?? idsOfPeople(anchors),
    id: "person",
    date: "event_date",
    leftOut: [{ column: "role", values: partsLeftOut }],
    columns: Object.fromEntries(
      columns.filter(([, column]) => "whenMissing" in column || rows.columns[column.from] !== undefined),
    ),
  };
}
