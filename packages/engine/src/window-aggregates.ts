import {
  type ColumnData,
  type Columns,
  columnsOf,
  integerColumn,
  textsOf,
  type WindowDefinition,
} from "@likewise/schema";
import { anchorsTable } from "./anchors-table.ts";
import { askedOfEvents } from "./asked-of-events.ts";
import { loadedEvents } from "./loaded-events.ts";
import type { Engine } from "./open-engine.ts";
import type { RowsOfUnits } from "./rows-of-units.ts";
import { storedEvents } from "./stored-events.ts";
import { type UnitsInOrder, unitsInOrder } from "./units-in-order.ts";
import { linesOf, type WholeNumbers } from "./whole-numbers.ts";
import { windowTallies } from "./window-tallies.ts";
import { windowsByDay } from "./windows-by-day.ts";

/** One number per unit: what is asked of the events of a window. */
export interface WindowRequest {
  /** Name of the result's column. */
  readonly as: string;
  readonly window: WindowDefinition;
  /** Flags an event must have, by column; a missing flag matches neither true nor false. */
  readonly where?: Readonly<Record<string, boolean>>;
  /**
   * How many; 1 if any, else 0; day of the first or last, in days from the anchor, missing when there is none; or the sum
   * of the whole numbers that the events have in a column, a missing one adding nothing.
   */
  readonly measure: "count" | "any" | "firstDay" | "lastDay" | { readonly sum: string };
}

/**
 * Counts, sums and first or last days of events in windows around each unit's anchor day, many requests in one scan.
 *
 * A window is (after, upTo], its edges in calendar months from the anchor. A window with `provenBy` counts an event only
 * when its `provenDate` is present and on or before that day. Every unit with an anchor has a row, with or without
 * events; events of other units, and events without a date, are not counted.
 *
 * @param anchors  integer `unit` and `date`, one row per unit; of a partial date the earliest day
 * @param events   integer `unit`, `date`, where a window needs it `provenDate`, boolean flags and, for sums, integers; or
 *   rows of a stored table, which stay where they are
 * @param requests names in `as` must differ
 * @returns `unit` and one column per request, ordered by unit; missing where the anchor's date is. Integers, but sums
 *   are numbers: added as whole numbers of any size, so that neither threads nor the order of rows matter, and then
 *   rounded to the nearest double
 * @throws RangeError when a unit is missing or stands twice, a name repeats, or a column is missing or of another type
 * @example
 * const engine = await openEngine({ threads: 1 });
 * const units = (...values) => ({ type: "integer", values: Int32Array.from(values), valid: null });
 * const days = (...values) => ({ type: "date", values: Int32Array.from(values), latest: null, valid: null });
 * const anchors = { numRows: 1, columns: { unit: units(4), date: days(19782) } };
 * const events = { numRows: 2, columns: { unit: units(4, 4), date: days(19782, 19790) } };
 * const window = { id: "recorded-1m", side: "after", from: { months: 0 }, to: { months: 1 }, provenBy: null };
 * const requests = [{ as: "reoffences", window, measure: "count" }];
 * (await windowAggregates(engine, { anchors, events, requests })).columns.reoffences.values; // [1]
 * await closeEngine(engine);
 */
export async function windowAggregates(
  engine: Engine,
  {
    anchors,
    events,
    requests,
  }: { readonly anchors: Columns; readonly events: Columns | RowsOfUnits; readonly requests: readonly WindowRequest[] },
): Promise<Columns> {
  requireDistinctNames(requests);
  const units = unitsInOrder(anchorsTable("windowAggregates", anchors));
  const found = requests.length === 0 ? {} : await foundOf(engine, units, events, requests);
  const columns = Object.fromEntries(requests.map(({ as }) => [as, found[as]!]));
  return columnsOf({ unit: integerColumn(units.unit), ...columns });
}

async function foundOf(
  engine: Engine,
  units: UnitsInOrder,
  events: Columns | RowsOfUnits,
  requests: readonly WindowRequest[],
): Promise<Record<string, ColumnData>> {
  const asked = askedOfEvents(requests);
  const windows = windowsByDay(requests, units.days);
  const startTallies = () => windowTallies(units, windows, asked, numbersOf(events));
  if ("rows" in events) return storedEvents(engine, { units, events, windows, asked }, startTallies);
  const tallies = startTallies();
  loadedEvents(units, events, asked, tallies.add);
  return tallies.columns();
}

function requireDistinctNames(requests: readonly WindowRequest[]): void {
  const names = new Set(["unit"]);
  for (const { as } of requests) {
    if (names.has(as))
      throw new RangeError(`windowAggregates: names in "as" must differ and not be unit, got ${as} again`);
    names.add(as);
  }
}

/** Numbers that do not stand for themselves. */
function numbersOf(events: Columns | RowsOfUnits): Readonly<Record<string, WholeNumbers>> {
  if (!("rows" in events) || events.lookup === undefined) return {};
  const { as, table } = events.lookup;
  return { [as]: linesOf(textsOf(table, as).values) };
}
