import { type ColumnData, type Columns, isPresent } from "@likewise/schema";
import { valueAt } from "../events/read-cell.ts";
import type { RecordedOffence } from "./offence-matcher.ts";

/** Different offences of a table of events, those of one offence with other factors apart: a few hundred, a million times. */
export interface CountedOffences {
  readonly offences: readonly RecordedOffence[];
  /** What moves the gravity of each; null where events do not say. */
  readonly factors: readonly (string | null)[] | null;
  /** Events of each. */
  readonly events: Float64Array;
}

/** The different offences of a table of events, and which of them each row is of. */
export function recordedOffences({ numRows, columns }: Columns): CountedOffences & { readonly of: Int32Array } {
  const codes = coded(columns.code, numRows);
  const words = coded(columns.offence, numRows);
  const moved = coded(columns.gravity_factors, numRows);
  const offences: RecordedOffence[] = [];
  const factors: (string | null)[] = [];
  const known = new Map<number, number>();
  const of = new Int32Array(numRows);
  for (let row = 0; row < numRows; row++) {
    const crime = valueAt(columns.crime, row) !== false;
    const said = codes.of[row]! * words.texts.length + words.of[row]!;
    const key = (said * moved.texts.length + moved.of[row]!) * 2 + Number(crime);
    let offence = known.get(key);
    if (offence === undefined) {
      offence = offences.length;
      known.set(key, offence);
      offences.push({ code: codes.texts[codes.of[row]!]!, text: words.texts[words.of[row]!]!, crime });
      factors.push(moved.texts[moved.of[row]!]!);
    }
    of[row] = offence;
  }
  return {
    offences,
    factors: columns.gravity_factors === undefined ? null : factors,
    events: eventsOf(of, offences.length),
    of,
  };
}

/** Events of each different offence, of the rows given or of all. */
export function eventsOf(of: Int32Array, offences: number, rows: ArrayLike<number> | null = null): Float64Array {
  const events = new Float64Array(offences);
  const length = rows?.length ?? of.length;
  for (let i = 0; i < length; i++) {
    const offence = of[rows === null ? i : rows[i]!]!;
    events[offence] = events[offence]! + 1;
  }
  return events;
}

/** Different texts of a column, null the first, and which each row has. */
function coded(
  column: ColumnData | undefined,
  numRows: number,
): { readonly texts: readonly (string | null)[]; readonly of: Int32Array } {
  const of = new Int32Array(numRows);
  if (column === undefined) return { texts: [null], of };
  if (column.type === "category") {
    for (let row = 0; row < numRows; row++) if (isPresent(column, row)) of[row] = column.values[row]! + 1;
    return { texts: [null, ...column.levels], of };
  }
  const texts: (string | null)[] = [null];
  const known = new Map<string, number>();
  for (let row = 0; row < numRows; row++) {
    const value = valueAt(column, row);
    if (value === null) continue;
    const text = String(value);
    let index = known.get(text);
    if (index === undefined) {
      index = texts.length;
      known.set(text, index);
      texts.push(text);
    }
    of[row] = index;
  }
  return { texts, of };
}
