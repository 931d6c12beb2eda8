import { type Columns, datesOf, integersOf, isPresent, type WindowDefinition, windowEdges } from "@likewise/schema";
import { sumOf } from "@likewise/stats";
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
  const days = datesOf(events, "date").values;
  const { rows, startOf } = rowsByUnit(integersOf(events, "unit").values, days);
  const weights = new Float64Array(rows.length);
  return requests.map((request) => {
    const counts = rowsThatCount(events, request);
    return people.map(({ unit, anchor }) => {
      const figures = {
        events: 0,
        weighed: 0,
        unweighed: 0,
        proactive: 0,
        nonCrime: 0,
        max: 0,
        first: null as number | null,
      };
      const [start, end] = startOf.get(unit) ?? [0, 0];
      const edges = anchor === null ? null : windowEdges(request.window, anchor);
      let firstDay = 0;
      for (let at = start; at < end && edges !== null; at++) {
        const row = rows[at]!;
        const on = days[row]!;
        if (on > edges.upTo) break;
        if (on <= edges.after || !counts(row, edges.provenBy)) continue;
        figures.events++;
        if (isPresent(harm.harm, row)) {
          const weight = harm.harm.values[row]!;
          if (figures.first === null) firstDay = on;
          if (on === firstDay) figures.first = Math.max(figures.first ?? 0, weight);
          figures.max = Math.max(figures.max, weight);
          weights[figures.weighed++] = weight;
        }
        const kind = harm.kinds[row]!;
        if (kind === "non-crime") figures.nonCrime++;
        else if (kind === "proactive") figures.proactive++;
        else if (unweighedKinds.includes(kind)) figures.unweighed++;
      }
      const total = sumOf(figures.weighed, (index) => weights[index]!);
      const meanPerEvent = figures.weighed === 0 ? null : total / figures.weighed;
      return { unit, sum: total, meanPerEvent, any: figures.max > 0, ...figures };
    });
  });
}

/** Rows of each unit in order of day and then of row, one unit after the other, and where each begins and ends. */
function rowsByUnit(
  units: Int32Array,
  days: Int32Array,
): { readonly rows: Int32Array; readonly startOf: ReadonlyMap<number, readonly [start: number, end: number]> } {
  const counts = new Map<number, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const startOf = new Map<number, [number, number]>();
  let start = 0;
  for (const [unit, count] of counts) {
    startOf.set(unit, [start, start]);
    start += count;
  }
  const rows = new Int32Array(units.length);
  units.forEach((unit, row) => {
    rows[startOf.get(unit)![1]++] = row;
  });
  for (const [from, to] of startOf.values()) rows.subarray(from, to).sort((a, b) => days[a]! - days[b]! || a - b);
  return { rows, startOf };
}

/** Whether a row has the flags asked for and is proven in time. */
function rowsThatCount(
  { columns }: Columns,
  { where }: HarmRequest,
): (row: number, provenBy: number | null) => boolean {
  const flags = Object.entries(where).map(([flag, value]) => ({ column: columns[flag], value: Number(value) }));
  const proven = columns.provenDate;
  return (row, provenBy) =>
    flags.every(
      ({ column, value }) => column !== undefined && isPresent(column, row) && column.values[row] === value,
    ) &&
    (provenBy === null ||
      (proven !== undefined && isPresent(proven, row) && (proven.values[row] as number) <= provenBy));
}
