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
import { windowSql } from "./window-sql.ts";
import { withWorkingTables } from "./working-tables.ts";

/** One number per unit: what is asked of the events of a window. */
export interface WindowRequest {
  /** Name of the result's column. */
  readonly as: string;
  readonly window: WindowDefinition;
  /** Flags an event must have, by column; a missing flag matches neither true nor false. */
  readonly where?: Readonly<Record<string, boolean>>;
  /** How many; 1 if any, else 0; day of the first or last, in days from the anchor, missing when there is none. */
  readonly measure: "count" | "any" | "firstDay" | "lastDay";
}

/**
 * Counts and first or last days of events in windows around each unit's anchor day, many requests in one scan.
 *
 * A window is (after, upTo], its edges in calendar months from the anchor. A window with `provenBy` counts an event only
 * when its `provenDate` is present and on or before that day. Every unit with an anchor has a row, with or without
 * events; events of other units, and events without a date, are not counted.
 *
 * @param anchors  integer `unit` and `date`, one row per unit; of a partial date the earliest day
 * @param events   integer `unit`, `date`, where a window needs it `provenDate`, and boolean flags
 * @param requests names in `as` must differ
 * @returns `unit` and one integer column per request, ordered by unit; missing where the anchor's date is
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
  }: { readonly anchors: Columns; readonly events: Columns; readonly requests: readonly WindowRequest[] },
): Promise<Columns> {
  requireDistinctNames(requests);
  const tables = { anchors: anchorsTable("windowAggregates", anchors), events: eventsTable(events, requests) };
  // Requests often share a window: each edge is worked out once per anchor, under a short name.
  const edgeNames = new Map<string, string>();
  const results = requests.map((request) => `${resultSql(request, edgeNames)} AS ${quoteIdentifier(request.as)}`);
  const edges = [...edgeNames].map(([sql, name]) => `${sql} AS ${name}`);
  return withWorkingTables(engine, tables, (name) =>
    queryColumns(
      engine,
      `WITH edge AS (SELECT ${['"unit"', '"date" AS anchor', ...edges].join(", ")} FROM ${name.anchors})
       SELECT ${["edge.unit", ...results].join(", ")}
       FROM edge LEFT JOIN ${name.events} AS event ON event."unit" = edge.unit
       GROUP BY edge.unit
       ORDER BY edge.unit`,
    ),
  );
}

function resultSql({ window, where = {}, measure }: WindowRequest, edgeNames: Map<string, string>): string {
  const edge = (sql: string): string => {
    if (!edgeNames.has(sql)) edgeNames.set(sql, `edge_${edgeNames.size}`);
    return `edge.${edgeNames.get(sql)}`;
  };
  const { after, upTo, provenBy } = windowSql(window, '"date"');
  const conditions = [
    `event."date" > ${edge(after)}`,
    `event."date" <= ${edge(upTo)}`,
    ...(provenBy === null ? [] : [`event."provenDate" <= ${edge(provenBy)}`]),
    ...Object.entries(where).map(([flag, value]) => `event.${quoteIdentifier(flag)} = ${value ? "TRUE" : "FALSE"}`),
  ];
  return `CAST(CASE WHEN min(edge.anchor) IS NULL THEN NULL ELSE ${measures[measure](conditions.join(" AND "))} END AS INTEGER)`;
}

const measures: Readonly<Record<WindowRequest["measure"], (condition: string) => string>> = {
  count: (condition) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`,
  any: (condition) => `max(CASE WHEN ${condition} THEN 1 ELSE 0 END)`,
  firstDay: (condition) => `min(CASE WHEN ${condition} THEN event."date" - edge.anchor END)`,
  lastDay: (condition) => `max(CASE WHEN ${condition} THEN event."date" - edge.anchor END)`,
};

function eventsTable(events: Columns, requests: readonly WindowRequest[]): Columns {
  const flags = new Set(requests.flatMap(({ where }) => Object.keys(where ?? {})));
  const columns: Record<string, ColumnData> = { unit: integersOf(events, "unit"), date: datesOf(events, "date") };
  if (requests.some(({ window }) => window.provenBy !== null)) columns.provenDate = datesOf(events, "provenDate");
  for (const flag of flags) columns[flag] = booleansOf(events, flag);
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
