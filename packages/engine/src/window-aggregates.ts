import {
  booleansOf,
  type ColumnData,
  type Columns,
  columnsOf,
  datesOf,
  integersOf,
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
  const units = anchorsTable("windowAggregates", anchors);
  const asked = askedOf(requests);
  if (!("rows" in events)) {
    return withWorkingTables(engine, { units, events: eventsTable(events, asked) }, (name) =>
      queryColumns(
        engine,
        aggregatesSql(requests, {
          people: `SELECT "unit", "date", "unit" AS "id" FROM ${name.units}`,
          events: `SELECT *, "unit" AS "id" FROM ${name.events}`,
          observed: [],
        }),
      ),
    );
  }
  const looked = events.lookup !== undefined && asked.has(events.lookup.as) ? { lookup: events.lookup.table } : {};
  const tables: Record<string, Columns> = { units, rowsOf: unitsTable(events), ...looked };
  return withWorkingTables(engine, tables, (name) =>
    queryColumns(
      engine,
      aggregatesSql(requests, {
        people: `SELECT "unit", "date", "id", "from", "to" FROM ${name.units} LEFT JOIN ${name.rowsOf} USING ("unit")`,
        events: countableRowsSql(events, asked.keys(), name.lookup ?? null),
        observed: ['event."date" >= person."from"', 'event."date" <= person."to"'],
      }),
    ),
  );
}

/** Where people and events come from; both have an `id`, which is text or a unit. */
interface Source {
  readonly people: string;
  readonly events: string;
  /** What else must hold for an event to be one of a person. */
  readonly observed: readonly string[];
}

/**
 * Events are counted before they meet the people without any, and only those of a day that some window holds: a group for
 * every person and column is what the work consists of.
 */
function aggregatesSql(requests: readonly WindowRequest[], { people, events, observed }: Source): string {
  // Requests often share a window: each edge is worked out once per anchor, under a short name.
  const edgeNames = new Map<string, string>();
  const edge = (sql: string): string => {
    if (!edgeNames.has(sql)) edgeNames.set(sql, `edge_${edgeNames.size}`);
    return edgeNames.get(sql)!;
  };
  const windows = requests.map(({ window }) => windowSql(window, '"date"'));
  const afters = [...new Set(windows.map(({ after }) => `person.${edge(after)}`))];
  const ends = [...new Set(windows.map(({ upTo }) => `person.${edge(upTo)}`))];
  const [first, ...others] = requests.map(({ where = {} }) => where);
  const ofAll = Object.entries(first ?? {}).filter(([flag, value]) => others.every((where) => where[flag] === value));
  const inside = [
    ...(requests.length === 0 ? ["FALSE"] : []),
    ...(afters.length === 0 ? [] : [`event."date" > least(${afters.join(", ")})`]),
    ...(ends.length === 0 ? [] : [`event."date" <= greatest(${ends.join(", ")})`]),
    ...observed,
    ...ofAll.map(flagSql),
  ];
  const shared = new Set(ofAll.map(([flag]) => flag));
  const counts = requests.map((request, index) => {
    const { after, upTo, provenBy } = windows[index]!;
    const conditions = [
      `event."date" > person.${edge(after)}`,
      `event."date" <= person.${edge(upTo)}`,
      ...(provenBy === null ? [] : [`event."provenDate" <= person.${edge(provenBy)}`]),
      ...Object.entries(request.where ?? {})
        .filter(([flag]) => !shared.has(flag))
        .map(flagSql),
    ];
    return `${measureOf(request).sql(conditions.join(" AND "))} AS count_${index}`;
  });
  const results = requests.map((request, index) => {
    const { type, without } = measureOf(request);
    const value = without === null ? `counted.count_${index}` : `coalesce(counted.count_${index}, ${without})`;
    return `CAST(CASE WHEN person."date" IS NULL THEN NULL ELSE ${value} END AS ${type}) AS ${quoteIdentifier(request.as)}`;
  });
  const edges = [...edgeNames].map(([sql, name]) => `${sql} AS ${name}`);
  return `WITH person AS (SELECT ${["*", ...edges].join(", ")} FROM (${people})),
    counted AS (
      SELECT ${['person."unit"', ...counts].join(", ")}
      FROM (${events}) AS event JOIN person ON person."id" = event."id"
      WHERE ${inside.join(" AND ")}
      GROUP BY person."unit"
    )
    SELECT ${['person."unit"', ...results].join(", ")}
    FROM person LEFT JOIN counted ON counted."unit" = person."unit"
    ORDER BY person."unit"`;
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
function askedOf(requests: readonly WindowRequest[]): ReadonlyMap<string, "flag" | "date" | "whole"> {
  return new Map([
    ...(requests.some(({ window }) => window.provenBy !== null) ? [["provenDate", "date"] as const] : []),
    ...requests.flatMap(({ where = {} }) => Object.keys(where).map((flag) => [flag, "flag"] as const)),
    ...requests.flatMap(({ measure }) => (typeof measure === "string" ? [] : [[measure.sum, "whole"] as const])),
  ]);
}

const readers = { flag: booleansOf, date: datesOf, whole: integersOf };

function eventsTable(events: Columns, asked: ReturnType<typeof askedOf>): Columns {
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
