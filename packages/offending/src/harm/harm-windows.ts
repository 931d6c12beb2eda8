import {
  type Columns,
  datesOf,
  type IntegerColumn,
  integersOf,
  isPresent,
  type NumberColumn,
  type WindowDefinition,
  windowEdges,
} from "@likewise/schema";
import { sum } from "@likewise/stats";
import type { EventHarm } from "./event-harm.ts";
import { unweighedKinds } from "./offence-matcher.ts";

/** The harm of one person's events in one window. */
export interface HarmInWindow {
  readonly unit: number;
  /** Sum of the weights, in the table's unit; 0 without an event that has one. */
  readonly sum: number;
  /** Greatest weight; 0 without an event that has one. */
  readonly max: number;
  /** Mean of the events that have a weight; null without one. About offenders alone: never an outcome of a comparison. */
  readonly meanPerEvent: number | null;
  /** Whether any event has a weight above 0. */
  readonly any: boolean;
  /** Weight of the first event that has one (the gravest of its day); null without one. */
  readonly first: number | null;
  readonly events: number;
  readonly weighed: number;
  /** Crimes without a weight: what the sum leaves out. */
  readonly unweighed: number;
  readonly proactive: number;
  /** Incidents that are no crime. */
  readonly nonCrime: number;
}

/** What is asked of the events of a window. */
export interface HarmRequest {
  readonly window: WindowDefinition;
  /** Flags an event must have; a missing flag matches neither. */
  readonly where: Readonly<Record<string, boolean>>;
}

/**
 * Harm of each person's events in windows around their anchor day.
 *
 * Events are added in order of day and then of row, so that the sums are the same bits however the work is cut up. An
 * event without a weight adds nothing and is counted: whether a total may be shown is the match report's to say.
 *
 * @param people anchor day by unit; without one nothing is inside
 * @param events integer `unit`, `date`, `provenDate` where a window needs it and boolean flags, row by row as in `harm`
 * @returns by request in the order given, then by person in the order given
 */
export function harmInWindows(
  people: readonly { readonly unit: number; readonly anchor: number | null }[],
  events: Columns,
  harm: Pick<EventHarm, "harm" | "kinds">,
  requests: readonly HarmRequest[],
): HarmInWindow[][] {
  const rowsOf = rowsByUnit(integersOf(events, "unit"), datesOf(events, "date").values);
  return requests.map((request) =>
    people.map(({ unit, anchor }) => {
      const rows = anchor === null ? [] : rowsInside(rowsOf.get(unit) ?? [], anchor, events, request);
      return harmOf(unit, rows, datesOf(events, "date").values, harm);
    }),
  );
}

function rowsByUnit(units: IntegerColumn, days: Int32Array): Map<number, number[]> {
  const rowsOf = new Map<number, number[]>();
  units.values.forEach((unit, row) => {
    const rows = rowsOf.get(unit);
    if (rows === undefined) rowsOf.set(unit, [row]);
    else rows.push(row);
  });
  for (const rows of rowsOf.values()) rows.sort((a, b) => days[a]! - days[b]! || a - b);
  return rowsOf;
}

function rowsInside(
  rows: readonly number[],
  anchor: number,
  { columns }: Columns,
  { window, where }: HarmRequest,
): number[] {
  const { after, upTo, provenBy } = windowEdges(window, anchor);
  const day = columns.date!;
  const proven = columns.provenDate;
  const flags = Object.entries(where);
  return rows.filter((row) => {
    const on = day.values[row] as number;
    if (on <= after || on > upTo) return false;
    if (provenBy !== null) {
      if (proven === undefined || !isPresent(proven, row) || (proven.values[row] as number) > provenBy) return false;
    }
    return flags.every(([flag, value]) => {
      const column = columns[flag];
      return column !== undefined && isPresent(column, row) && (column.values[row] === 1) === value;
    });
  });
}

function harmOf(
  unit: number,
  rows: readonly number[],
  days: Int32Array,
  { harm, kinds }: { readonly harm: NumberColumn; readonly kinds: EventHarm["kinds"] },
): HarmInWindow {
  const weighed = rows.filter((row) => isPresent(harm, row));
  const weights = weighed.map((row) => harm.values[row]!);
  const total = sum(weights);
  const firstDay = weighed.length === 0 ? null : days[weighed[0]!]!;
  const count = (holds: (row: number) => boolean) => rows.filter(holds).length;
  return {
    unit,
    sum: total,
    max: weights.reduce((most, weight) => Math.max(most, weight), 0),
    meanPerEvent: weights.length === 0 ? null : total / weights.length,
    any: weights.some((weight) => weight > 0),
    first:
      firstDay === null
        ? null
        : weighed.filter((row) => days[row] === firstDay).reduce((most, row) => Math.max(most, harm.values[row]!), 0),
    events: rows.length,
    weighed: weighed.length,
    unweighed: count((row) => unweighedKinds.includes(kinds[row]!)),
    proactive: count((row) => kinds[row] === "proactive"),
    nonCrime: count((row) => kinds[row] === "non-crime"),
  };
}
