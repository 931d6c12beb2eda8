import type { ColumnData } from "@likewise/schema";
import { type AskedOfEvents, bitsOf } from "./asked-of-events.ts";
import { chunkEvents, type EventChunk } from "./event-chunk.ts";
import type { UnitsInOrder } from "./units-in-order.ts";
import { plainIntegers, type WholeNumbers } from "./whole-numbers.ts";
import { measureOf, type Tally } from "./window-measures.ts";
import type { DayEdges, WindowByDay } from "./windows-by-day.ts";

/** What requests found so far: whole numbers, so that the order in which events come does not matter. */
export interface WindowTallies {
  add(chunk: EventChunk): void;
  /** By the name of each request, in order of units. */
  columns(): Record<string, ColumnData>;
}

/**
 * Tallies of events in windows, by person in arrays: each window looks once at each event, and each request at those in
 * its window.
 *
 * @param numbers what the numbers of events stand for, by the name of the sum
 */
export function windowTallies(
  units: UnitsInOrder,
  windows: readonly WindowByDay[],
  asked: AskedOfEvents,
  numbers: Readonly<Record<string, WholeNumbers>>,
): WindowTallies {
  const tallies = new Map<string, Tally>();
  const different = windows.map(({ edges, requests }) => {
    const own = requests.map((request) => {
      const name = typeof request.measure === "string" ? "" : request.measure.sum;
      const summed = { at: asked.sums.indexOf(name), numbers: numbers[name] ?? plainIntegers };
      const tally = measureOf(request).tally(units, bitsOf(asked, request.where), summed);
      tallies.set(request.as, tally);
      return tally;
    });
    return { edges, own };
  });
  const rows = new Int32Array(chunkEvents);
  return {
    add: (chunk) => {
      for (const { edges, own } of different) {
        const inside = { rows, count: rowsInside(chunk, edges, rows) };
        for (const tally of own) tally.add(chunk, inside);
      }
    },
    columns: () => Object.fromEntries([...tallies].map(([as, tally]) => [as, tally.column()])),
  };
}

/** Writes the rows in a window; returns how many. No branch, as nobody can guess which way an event goes. */
function rowsInside(
  { count, day, date, provenDate }: EventChunk,
  { after, upTo, provenBy }: DayEdges,
  rows: Int32Array,
): number {
  let inside = 0;
  for (let row = 0; row < count; row++) {
    const on = date[row]!;
    rows[inside] = row;
    inside += Number(on > after[day[row]!]!) & Number(on <= upTo[day[row]!]!);
  }
  if (provenBy === null) return inside;
  let proven = 0;
  for (let i = 0; i < inside; i++) {
    const row = rows[i]!;
    rows[proven] = row;
    proven += Number(provenDate![row]! <= provenBy[day[row]!]!);
  }
  return proven;
}
