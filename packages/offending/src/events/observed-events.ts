import type { RowColumn } from "@likewise/engine";
import {
  type Anchors,
  booleanColumn,
  type CellValue,
  type ColumnData,
  type Columns,
  columnsOf,
  dateColumn,
  Failure,
  integerColumn,
  rowsWhere,
} from "@likewise/schema";
import { eventColumns, partsLeftOut } from "./event-rules.ts";
import { type PersonObserved, peopleById, unitsById } from "./people-observed.ts";
import { dayAt, valueAt } from "./read-cell.ts";

/** Why a row of events cannot count for anyone analysed. */
export type EventLeftOut = "person-not-analysed" | "part-victim" | "date-missing" | "outside-observation";

/**
 * What the row of an event says of it, and null or why it is left out.
 *
 * Missing rule: an event without a crime flag is a crime, one without a breach, proactive or domestic flag is none
 * of them, one without
 * a part the person played is theirs, one without a disposal was not charged; each is counted in the account. Of a partial date the earliest day counts.
 */
export function eventFates(
  events: Columns,
  anchors: Anchors,
  people: readonly PersonObserved[],
): { readonly units: Int32Array; readonly leftOut: readonly (EventLeftOut | null)[] } {
  const personOf = peopleById(anchors, people);
  const { person, event_date, role } = events.columns;
  const units = new Int32Array(events.numRows).fill(-1);
  const leftOut = Array.from({ length: events.numRows }, (_, row): EventLeftOut | null => {
    const id = valueAt(person, row);
    const observed = id === null ? undefined : personOf.get(String(id));
    if (observed === undefined) return "person-not-analysed";
    if (partsLeftOut.includes(String(valueAt(role, row)))) return "part-victim";
    const day = dayAt(event_date, row);
    if (day === null) return "date-missing";
    const { from, to } = observed;
    if (from === null || to === null || day < from || day > to) return "outside-observation";
    units[row] = observed.unit;
    return null;
  });
  return { units, leftOut };
}

/**
 * Events that can count, in the form the engine takes: unit, date, provenDate and the flags of the counting rules.
 * Events outside a person's observation are left out, so that a window which is not over holds what was seen of it.
 *
 * @param needsVictim also say whether the victim is one the person was linked to at the index date (`sameVictim`) or
 *   is recorded and another (`newVictim`)
 * @throws Failure (usage) when the victim is asked for and events or links do not say
 */
export function observedEvents(
  tables: Readonly<Record<string, Columns>>,
  anchors: Anchors,
  people: readonly PersonObserved[],
  needsVictim: boolean,
): Columns {
  const events = tables.events;
  if (events === undefined) throw new Failure("usage", "data.tables: an events table is needed to count events");
  const { units, leftOut } = eventFates(events, anchors, people);
  const rows = rowsWhere(events, (row) => leftOut[row] === null);
  const { event_date } = events.columns;
  // Without disposals nothing says who was charged: no column, so that asking for it fails.
  const there = Object.entries(eventColumns).filter(
    ([, column]) => !("oneOf" in column) || events.columns[column.from] !== undefined,
  );
  return columnsOf({
    unit: integerColumn(rows.map((row) => units[row]!)),
    date: dateColumn(rows.map((row) => dayAt(event_date, row)!)),
    ...Object.fromEntries(there.map(([name, column]) => [name, readRows(events, column, rows)])),
    ...(needsVictim ? victimFlags(tables, anchors, people, units, rows) : {}),
  });
}

/** What rows have in a column, as the database reads one of a stored table; one that is as it is holds dates. */
function readRows(events: Columns, column: RowColumn, rows: Int32Array): ColumnData {
  const held = events.columns[column.from];
  const flags = (holds: (value: CellValue) => boolean) =>
    booleanColumn(Uint8Array.from(rows, (row) => Number(holds(valueAt(held, row)))));
  if ("whenMissing" in column) return flags((value) => (value ?? column.whenMissing) === true);
  if ("oneOf" in column) return flags((value) => column.oneOf.includes(String(value)));
  return dateColumn(Array.from(rows, (row) => dayAt(held, row)));
}

function victimFlags(
  tables: Readonly<Record<string, Columns>>,
  anchors: Anchors,
  people: readonly PersonObserved[],
  units: Int32Array,
  rows: Int32Array,
) {
  const victim = tables.events!.columns.victim;
  if (victim === undefined || tables.links === undefined) {
    throw new Failure(
      "usage",
      "outcomes: same-victim and new-victim need the victim of events, and links of the person",
    );
  }
  const linked = linkedAtIndex(tables.links, anchors, people);
  const known = Array.from(rows, (row) => valueAt(victim, row));
  const same = Array.from(
    rows,
    (row, i) => known[i] !== null && (linked.get(units[row]!)?.has(String(known[i])) ?? false),
  );
  return {
    sameVictim: booleanColumn(same),
    newVictim: booleanColumn(same.map((isSame, i) => known[i] !== null && !isSame)),
  };
}

/** Whom each person is linked to in a dyad that began on or before the index date, or whose beginning is not recorded. */
function linkedAtIndex(links: Columns, anchors: Anchors, people: readonly PersonObserved[]): Map<number, Set<string>> {
  const unitOf = unitsById(anchors);
  const anchorOf = new Map(people.map(({ unit, anchor }) => [unit, anchor]));
  const { person, linked_person, kind, from } = links.columns;
  const linked = new Map<number, Set<string>>();
  for (let row = 0; row < links.numRows; row++) {
    const unit = unitOf.get(String(valueAt(person, row)));
    const other = valueAt(linked_person, row);
    if (unit === undefined || other === null || valueAt(kind, row) !== "dyad") continue;
    const anchor = anchorOf.get(unit) ?? null;
    const begins = dayAt(from, row);
    if (begins !== null && anchor !== null && begins > anchor) continue;
    linked.set(unit, (linked.get(unit) ?? new Set()).add(String(other)));
  }
  return linked;
}
