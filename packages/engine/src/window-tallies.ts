import { type ColumnData, integerColumn, numberColumn, type WindowDefinition, windowEdges } from "@likewise/schema";
import { type AskedOfEvents, bitsOf } from "./asked-of-events.ts";
import { chunkEvents, type EventChunk } from "./event-chunk.ts";
import type { UnitsInOrder } from "./units-in-order.ts";
import { plainIntegers, sumOfParts, type WholeNumbers } from "./whole-numbers.ts";
import type { WindowRequest } from "./window-aggregates.ts";

/** What requests found so far: whole numbers, so that the order in which events come does not matter. */
export interface WindowTallies {
  /** First and last day, by anchor day, that any window holds. */
  readonly reach: { readonly first: Int32Array; readonly last: Int32Array };
  add(chunk: EventChunk): void;
  /** By the name of each request, in order of units. */
  columns(): Record<string, ColumnData>;
}

/** Rows of a chunk that lie in a window. */
interface RowsInside {
  readonly rows: Int32Array;
  readonly count: number;
}

interface Tally {
  add(chunk: EventChunk, inside: RowsInside): void;
  column(): ColumnData;
}

/**
 * Tallies of events in windows, by person in arrays: each window looks once at each event, and each request at those in
 * its window.
 *
 * @param numbers what the numbers of events stand for, by the name of the sum
 */
export function windowTallies(
  units: UnitsInOrder,
  requests: readonly WindowRequest[],
  asked: AskedOfEvents,
  numbers: Readonly<Record<string, WholeNumbers>>,
): WindowTallies {
  const windows = new Map<string, { edges: DayEdges; tallies: Tally[] }>();
  const tallies = requests.map((request) => {
    const { from, to, provenBy } = request.window;
    const key = JSON.stringify([from, to, provenBy]);
    if (!windows.has(key)) windows.set(key, { edges: edgesByDay(request.window, units.days), tallies: [] });
    const tally = tallyOf(request, units, bitsOf(asked, request.where), asked, numbers);
    windows.get(key)!.tallies.push(tally);
    return tally;
  });
  const different = [...windows.values()];
  const rows = new Int32Array(chunkEvents);
  return {
    reach: {
      first: units.days.map((_, day) => Math.min(...different.map(({ edges }) => edges.after[day]! + 1))),
      last: units.days.map((_, day) => Math.max(...different.map(({ edges }) => edges.upTo[day]!))),
    },
    add: (chunk) => {
      for (const { edges, tallies: own } of different) {
        const inside = { rows, count: rowsInside(chunk, edges, rows) };
        for (const tally of own) tally.add(chunk, inside);
      }
    },
    columns: () => Object.fromEntries(requests.map(({ as }, at) => [as, tallies[at]!.column()])),
  };
}

/** Edges of a window around each anchor day. */
interface DayEdges {
  readonly after: Int32Array;
  readonly upTo: Int32Array;
  readonly provenBy: Int32Array | null;
}

function edgesByDay(window: WindowDefinition, days: Int32Array): DayEdges {
  const edges = Array.from(days, (day) => windowEdges(window, day));
  return {
    after: Int32Array.from(edges, ({ after }) => after),
    upTo: Int32Array.from(edges, ({ upTo }) => upTo),
    provenBy: window.provenBy === null ? null : Int32Array.from(edges, ({ provenBy }) => provenBy!),
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

function tallyOf(
  { measure }: WindowRequest,
  units: UnitsInOrder,
  bits: number,
  { sums }: AskedOfEvents,
  numbers: Readonly<Record<string, WholeNumbers>>,
): Tally {
  if (typeof measure !== "string") {
    return sumTally(units, bits, sums.indexOf(measure.sum), numbers[measure.sum] ?? plainIntegers);
  }
  return measure === "count" || measure === "any"
    ? countTally(units, bits, measure === "any")
    : dayTally(units, bits, measure === "firstDay");
}

function countTally(units: UnitsInOrder, bits: number, once: boolean): Tally {
  const counts = new Int32Array(units.unit.length);
  return {
    add: ({ place, flags }, { rows, count }) => {
      for (let i = 0; i < count; i++) {
        const row = rows[i]!;
        if ((flags[row]! & bits) === bits) counts[place[row]!]!++;
      }
    },
    column: () => integerColumn(once ? counts.map((found) => Math.min(found, 1)) : counts, withAnchor(units)),
  };
}

/** First or last day, from the anchor. */
function dayTally(units: UnitsInOrder, bits: number, first: boolean): Tally {
  const found = new Int32Array(units.unit.length);
  const valid = new Uint8Array(units.unit.length);
  return {
    add: ({ place, date, flags }, { rows, count }) => {
      for (let i = 0; i < count; i++) {
        const row = rows[i]!;
        if ((flags[row]! & bits) !== bits) continue;
        const at = place[row]!;
        const day = date[row]!;
        if (valid[at] === 1 && (first ? day >= found[at]! : day <= found[at]!)) continue;
        found[at] = day;
        valid[at] = 1;
      }
    },
    column: () =>
      integerColumn(
        found.map((day, at) => (valid[at] === 1 ? day - units.days[units.dayOf[at]!]! : 0)),
        valid,
      ),
  };
}

function sumTally(units: UnitsInOrder, bits: number, at: number, numbers: WholeNumbers): Tally {
  const sums = numbers.parts.map(() => new Float64Array(units.unit.length));
  return {
    add: ({ place, flags, numbers: given }, { rows, count }) => {
      const own = given[at]!;
      for (const [part, partOf] of numbers.parts.entries()) {
        const partSums = sums[part]!;
        for (let i = 0; i < count; i++) {
          const row = rows[i]!;
          if ((flags[row]! & bits) === bits) partSums[place[row]!]! += partOf(own[row]!);
        }
      }
    },
    column: () => {
      const totals =
        sums.length === 1
          ? sums[0]!
          : sums[0]!.map((_, place) =>
              sumOfParts(
                numbers,
                sums.map((part) => part[place]!),
              ),
            );
      return numberColumn(totals, withAnchor(units));
    },
  };
}

function withAnchor({ dayOf }: UnitsInOrder): Uint8Array {
  const valid = new Uint8Array(dayOf.length);
  for (let place = 0; place < dayOf.length; place++) valid[place] = Number(dayOf[place]! >= 0);
  return valid;
}
