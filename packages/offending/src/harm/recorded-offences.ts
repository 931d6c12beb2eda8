import { type ColumnData, type Columns, isPresent } from "@likewise/schema";
import { valueAt } from "../events/read-cell.ts";
import type { RecordedOffence } from "./offence-matcher.ts";

/**
 * The different offences of a table of events, and which of them each row is of: extracts repeat a few hundred offences a
 * million times.
 */
export function recordedOffences({ numRows, columns }: Columns): {
  readonly offences: readonly RecordedOffence[];
  readonly of: Int32Array;
} {
  const codes = coded(columns.code, numRows);
  const words = coded(columns.offence, numRows);
  const offences: RecordedOffence[] = [];
  const known = new Map<number, number>();
  const of = new Int32Array(numRows);
  for (let row = 0; row < numRows; row++) {
    const crime = valueAt(columns.crime, row) !== false;
    const key = (codes.of[row]! * words.texts.length + words.of[row]!) * 2 + Number(crime);
    let offence = known.get(key);
    if (offence === undefined) {
      offence = offences.length;
      known.set(key, offence);
      offences.push({ code: codes.texts[codes.of[row]!]!, text: words.texts[words.of[row]!]!, crime });
    }
    of[row] = offence;
  }
  return { offences, of };
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
