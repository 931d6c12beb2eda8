import { type ColumnData, integerColumn, numberColumn } from "@likewise/schema";
import { type EventChunk, neverProven } from "./event-chunk.ts";
import type { UnitsInOrder } from "./units-in-order.ts";
import { sumOfParts, type WholeNumbers } from "./whole-numbers.ts";
import type { WindowRequest } from "./window-aggregates.ts";

/** What can be asked of a person's events in a window. */
export interface WindowMeasure {
  /**
   * @param bits    flags an event must have
   * @param numbers for a sum, which of the numbers of events, and what it stands for
   */
  tally(units: UnitsInOrder, bits: number, numbers: SummedNumbers): Tally;
  /** The same for the database to work out by person; null where sums of whole numbers of 32 bits would not do. */
  readonly grouped: GroupedMeasure | null;
}

export interface SummedNumbers {
  readonly at: number;
  readonly numbers: WholeNumbers;
}

/** What a request found so far, by the place of each unit: whole numbers, so that the order of events does not matter. */
export interface Tally {
  add(chunk: EventChunk, inside: RowsInside): void;
  column(): ColumnData;
}

/** Rows of a chunk that lie in a window. */
export interface RowsInside {
  readonly rows: Int32Array;
  readonly count: number;
}

/** One whole number of 32 bits a person. */
export interface GroupedMeasure {
  /** Of a person without an event. */
  readonly none: number;
  /** SQL over the rows of a person, of those for which a condition holds; of a `date`, and `none` without a row. */
  sql(inside: string): string;
  column(found: Int32Array, units: UnitsInOrder): ColumnData;
}

/** The measure a request names. */
export function measureOf({ measure }: WindowRequest): WindowMeasure {
  return typeof measure === "string" ? wholeMeasures[measure] : sum;
}

/** The days of infinity in the database; a first day is before the one, a last day after the other. */
const [never, longAgo] = [neverProven, -neverProven];

const counted: Pick<GroupedMeasure, "none" | "sql"> = {
  none: 0,
  sql: (inside) => `CAST(count(*) FILTER (WHERE ${inside}) AS INTEGER)`,
};

const wholeMeasures: Readonly<Record<Extract<WindowRequest["measure"], string>, WindowMeasure>> = {
  count: wholeMeasure(addCounts, {
    ...counted,
    column: (found, units) => integerColumn(found, withAnchor(units)),
  }),
  any: wholeMeasure(addCounts, {
    ...counted,
    column: (found, units) =>
      integerColumn(
        found.map((count) => Math.min(count, 1)),
        withAnchor(units),
      ),
  }),
  firstDay: wholeMeasure(addFirstDays, {
    none: never,
    sql: (inside) => `coalesce(min("date") FILTER (WHERE ${inside}), DATE 'infinity')`,
    column: (found, units) => fromAnchor(found, never, units),
  }),
  lastDay: wholeMeasure(addLastDays, {
    none: longAgo,
    sql: (inside) => `coalesce(max("date") FILTER (WHERE ${inside}), DATE '-infinity')`,
    column: (found, units) => fromAnchor(found, longAgo, units),
  }),
};

type AddWhole = (found: Int32Array, bits: number, chunk: EventChunk, inside: RowsInside) => void;

function wholeMeasure(add: AddWhole, grouped: GroupedMeasure): WindowMeasure {
  return {
    tally: (units, bits) => {
      const found = new Int32Array(units.unit.length).fill(grouped.none);
      return {
        add: (chunk, inside) => add(found, bits, chunk, inside),
        column: () => grouped.column(found, units),
      };
    },
    grouped,
  };
}

function addCounts(found: Int32Array, bits: number, { place, flags }: EventChunk, { rows, count }: RowsInside): void {
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    if ((flags[row]! & bits) === bits) found[place[row]!]!++;
  }
}

function addFirstDays(
  found: Int32Array,
  bits: number,
  { place, date, flags }: EventChunk,
  { rows, count }: RowsInside,
): void {
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    if ((flags[row]! & bits) === bits && date[row]! < found[place[row]!]!) found[place[row]!] = date[row]!;
  }
}

function addLastDays(
  found: Int32Array,
  bits: number,
  { place, date, flags }: EventChunk,
  { rows, count }: RowsInside,
): void {
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    if ((flags[row]! & bits) === bits && date[row]! > found[place[row]!]!) found[place[row]!] = date[row]!;
  }
}

/** Days from the anchor, missing where none was found. */
function fromAnchor(found: Int32Array, none: number, { days, dayOf }: UnitsInOrder): ColumnData {
  const valid = new Uint8Array(found.length);
  const since = new Int32Array(found.length);
  for (let place = 0; place < found.length; place++) {
    if (found[place] === none) continue;
    valid[place] = 1;
    since[place] = found[place]! - days[dayOf[place]!]!;
  }
  return integerColumn(since, valid);
}

const sum: WindowMeasure = {
  tally: (units, bits, { at, numbers }) => {
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
  },
  grouped: null,
};

function withAnchor({ dayOf }: UnitsInOrder): Uint8Array {
  const valid = new Uint8Array(dayOf.length);
  for (let place = 0; place < dayOf.length; place++) valid[place] = Number(dayOf[place]! >= 0);
  return valid;
}
