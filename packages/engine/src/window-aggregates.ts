import {
  booleansOf,
  type ColumnData,
  type Columns,
  columnsOf,
  dateColumn,
  datesOf,
  type IntegerColumn,
  integerColumn,
  integersOf,
  isPresent,
  type NumberColumn,
  numberColumn,
  textsOf,
  type WindowDefinition,
} from "@likewise/schema";
import { anchorsTable } from "./anchors-table.ts";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import { queryColumns } from "./read-columns.ts";
import { countableRowsSql, type RowsOfUnits, unitsTable } from "./rows-of-units.ts";
import { windowSql } from "./window-sql.ts";
import { withWorkingTables } from "./working-tables.ts";

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
  const asked = askedOf(requests);
  const counted =
    requests.length === 0
      ? columnsOf({ unit: integerColumn([]) })
      : await ("rows" in events
          ? countStored(engine, units, events, requests, asked)
          : countLoaded(engine, units, events, requests, asked));
  return columnsOf({
    unit: integerColumn(units.unit),
    ...Object.fromEntries(requests.map((request) => [request.as, spread(request, counted, units)])),
  });
}

function countLoaded(
  engine: Engine,
  { unit, date, anchored }: UnitsInOrder,
  events: Columns,
  requests: readonly WindowRequest[],
  asked: Asked,
): Promise<Columns> {
  const people = columnsOf({
    unit: integerColumn(anchored.map((place) => unit[place]!)),
    date: dateColumn(anchored.map((place) => date[place]!)),
  });
  return withWorkingTables(engine, { people, events: eventsTable(events, asked) }, (name) =>
    queryColumns(
      engine,
      countsSql(requests, {
        people: `SELECT "unit", "date", "unit" AS "id" FROM ${name.people}`,
        events: `SELECT *, "unit" AS "id" FROM ${name.events}`,
        observed: false,
      }),
    ),
  );
}

function countStored(
  engine: Engine,
  { date, placeOf }: UnitsInOrder,
  events: RowsOfUnits,
  requests: readonly WindowRequest[],
  asked: Asked,
): Promise<Columns> {
  const units = unitsTable(events);
  const id = textsOf(units, "id");
  const unit = integersOf(units, "unit");
  const from = datesOf(units, "from");
  const to = datesOf(units, "to");
  const ids = new Array<string>(units.numRows);
  const [ofUnit, anchorDay, before, last] = Array.from({ length: 4 }, () => new Int32Array(units.numRows)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let kept = 0;
  for (let row = 0; row < units.numRows; row++) {
    const place = placeOf(unit.values[row]!);
    if (place < 0 || date[place] === withoutAnchor) continue;
    if (!isPresent(id, row) || !isPresent(from, row) || !isPresent(to, row)) continue;
    ids[kept] = id.values[row]!;
    ofUnit[kept] = unit.values[row]!;
    anchorDay[kept] = date[place]!;
    before[kept] = from.values[row]! - 1;
    last[kept++] = to.values[row]!;
  }
  ids.length = kept;
  const people = columnsOf({
    id: { type: "text", values: ids, valid: null },
    unit: integerColumn(ofUnit.subarray(0, kept)),
    date: dateColumn(anchorDay.subarray(0, kept)),
    before: dateColumn(before.subarray(0, kept)),
    to: dateColumn(last.subarray(0, kept)),
  });
  const looked = events.lookup !== undefined && asked.has(events.lookup.as) ? { lookup: events.lookup.table } : {};
  return withWorkingTables<string, Columns>(engine, { people, ...looked }, (name) =>
    queryColumns(
      engine,
      countsSql(requests, {
        people: `SELECT * FROM ${name.people}`,
        events: countableRowsSql(events, asked.keys(), name.lookup ?? null),
        observed: true,
      }),
    ),
  );
}

/** Units with an anchor, in rising order. */
interface UnitsInOrder {
  readonly unit: Int32Array;
  /** Anchor days; `withoutAnchor` where there is none. */
  readonly date: Int32Array;
  /** Places of units that have an anchor day. */
  readonly anchored: Int32Array;
  /** -1 for another unit. */
  readonly placeOf: (unit: number) => number;
}

const withoutAnchor = -(2 ** 31);

function unitsInOrder(anchors: Columns): UnitsInOrder {
  const units = integersOf(anchors, "unit").values;
  const days = datesOf(anchors, "date");
  const unit = units.slice().sort();
  const placeOf = placesOf(unit);
  const date = new Int32Array(unit.length).fill(withoutAnchor);
  for (let row = 0; row < units.length; row++) {
    if (isPresent(days, row)) date[placeOf(units[row]!)] = days.values[row]!;
  }
  const anchored = unit.map((_, place) => place).filter((place) => date[place] !== withoutAnchor);
  return { unit, date, anchored, placeOf };
}

/** Units are as a rule 0, 1, 2 …: then an array finds them many times faster than a map. */
function placesOf(unit: Int32Array): (unit: number) => number {
  const first = unit[0] ?? 0;
  const span = (unit.at(-1) ?? -1) - first + 1;
  if (span > 4 * unit.length) {
    const places = new Map(Array.from(unit, (one, place) => [one, place]));
    return (one) => places.get(one) ?? -1;
  }
  const places = new Int32Array(span).fill(-1);
  for (let place = 0; place < unit.length; place++) places[unit[place]! - first] = place;
  return (one) => places[one - first] ?? -1;
}

/** The result of a request for every unit: those without an event in any window are not among those counted. */
function spread(request: WindowRequest, counted: Columns, { unit, date, placeOf }: UnitsInOrder): ColumnData {
  const { type, without } = measureOf(request);
  const found = counted.columns[request.as] as IntegerColumn | NumberColumn | undefined;
  const values = type === "INTEGER" ? new Int32Array(unit.length) : new Float64Array(unit.length);
  const valid = new Uint8Array(unit.length);
  if (without === 0)
    for (let place = 0; place < unit.length; place++) valid[place] = Number(date[place] !== withoutAnchor);
  if (found !== undefined) {
    integersOf(counted, "unit").values.forEach((one, row) => {
      if (!isPresent(found, row)) return;
      const place = placeOf(one);
      values[place] = found.values[row]!;
      valid[place] = 1;
    });
  }
  return values instanceof Int32Array ? integerColumn(values, valid) : numberColumn(values, valid);
}

/** Where people and events come from; both have an `id`, which is text or a unit. */
interface Source {
  readonly people: string;
  readonly events: string;
  /** Whether only the days after `before`, up to `to`, of a person count. */
  readonly observed: boolean;
}

/**
 * Only events of a day that some window of their person holds are looked at closely: what the work consists of is a group
 * for every person. People stand on the right of the join, and so in memory; events pass by.
 */
function countsSql(requests: readonly WindowRequest[], { people, events, observed }: Source): string {
  // Requests often share a window: each edge is worked out once per anchor, under a short name.
  const edgeNames = new Map<string, string>();
  const edge = (sql: string): string => {
    if (!edgeNames.has(sql)) edgeNames.set(sql, `edge_${edgeNames.size}`);
    return edgeNames.get(sql)!;
  };
  const windows = requests.map(({ window }) => windowSql(window, '"date"'));
  const afters = windows.map(({ after }) => edge(after)).join(", ");
  const ends = windows.map(({ upTo }) => edge(upTo)).join(", ");
  const [after, upTo] = [`least(${afters})`, `greatest(${ends})`];
  const shared = Object.entries(requests[0]!.where ?? {}).filter(([flag, value]) =>
    requests.every(({ where = {} }) => where[flag] === value),
  );
  const counts = requests.map((request, index) => {
    const { after, upTo, provenBy } = windows[index]!;
    const conditions = [
      `event."date" > person.${edge(after)}`,
      `event."date" <= person.${edge(upTo)}`,
      ...(provenBy === null ? [] : [`event."provenDate" <= person.${edge(provenBy)}`]),
      ...Object.entries(request.where ?? {})
        .filter(([flag]) => !shared.some(([one]) => one === flag))
        .map(flagSql),
    ];
    const { sql, type } = measureOf(request);
    return `CAST(${sql(conditions.join(" AND "))} AS ${type}) AS ${quoteIdentifier(request.as)}`;
  });
  const edges = [...edgeNames].map(([sql, name]) => `${sql} AS ${name}`);
  return `SELECT ${['person."unit"', ...counts].join(", ")}
    FROM (${events}) AS event
    JOIN (
      SELECT *, ${observed ? `greatest(${after}, "before")` : after} AS first_after,
        ${observed ? `least(${upTo}, "to")` : upTo} AS last_day
      FROM (SELECT ${["*", ...edges].join(", ")} FROM (${people}))
    ) AS person ON person."id" = event."id"
    WHERE ${['event."date" > person.first_after', 'event."date" <= person.last_day', ...shared.map(flagSql)].join(" AND ")}
    GROUP BY person."unit"`;
}

function flagSql([flag, value]: [string, boolean]): string {
  return `event.${quoteIdentifier(flag)} = ${value ? "TRUE" : "FALSE"}`;
}

interface MeasureSql {
  readonly type: "INTEGER" | "DOUBLE";
  /** Over the events that fulfil a condition. */
  readonly sql: (condition: string) => string;
  /** Of a person without events; null = missing. */
  readonly without: 0 | null;
}

const measures: Readonly<Record<Extract<WindowRequest["measure"], string>, MeasureSql>> = {
  count: { type: "INTEGER", sql: (condition) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`, without: 0 },
  any: { type: "INTEGER", sql: (condition) => `max(CASE WHEN ${condition} THEN 1 ELSE 0 END)`, without: 0 },
  firstDay: {
    type: "INTEGER",
    sql: (condition) => `min(CASE WHEN ${condition} THEN event."date" - person."date" END)`,
    without: null,
  },
  lastDay: {
    type: "INTEGER",
    sql: (condition) => `max(CASE WHEN ${condition} THEN event."date" - person."date" END)`,
    without: null,
  },
};

function measureOf({ measure }: WindowRequest): MeasureSql {
  if (typeof measure === "string") return measures[measure];
  const value = `event.${quoteIdentifier(measure.sum)}`;
  return { type: "DOUBLE", sql: (condition) => `sum(CASE WHEN ${condition} THEN ${value} END)`, without: 0 };
}

/** Columns the requests look at, and what they must hold. */
type Asked = ReadonlyMap<string, "flag" | "date" | "whole">;

function askedOf(requests: readonly WindowRequest[]): Asked {
  return new Map([
    ...(requests.some(({ window }) => window.provenBy !== null) ? [["provenDate", "date"] as const] : []),
    ...requests.flatMap(({ where = {} }) => Object.keys(where).map((flag) => [flag, "flag"] as const)),
    ...requests.flatMap(({ measure }) => (typeof measure === "string" ? [] : [[measure.sum, "whole"] as const])),
  ]);
}

const readers = { flag: booleansOf, date: datesOf, whole: integersOf };

function eventsTable(events: Columns, asked: Asked): Columns {
  const columns: Record<string, ColumnData> = { unit: integersOf(events, "unit"), date: datesOf(events, "date") };
  for (const [name, kind] of asked) columns[name] = readers[kind](events, name);
  return columnsOf(columns);
}

function requireDistinctNames(requests: readonly WindowRequest[]): void {
  const names = new Set(["unit"]);
  for (const { as } of requests) {
    if (names.has(as))
      throw new RangeError(`windowAggregates: names in "as" must differ and not be unit, got ${as} again`);
    names.add(as);
  }
}
