import { calendarDate } from "@likewise/schema";
import { countRows } from "../bulk/count-rows.ts";
import type { ReadColumn } from "../table/read-column.ts";
import { inRange } from "./read-cell-text.ts";
import { missing, type Reading } from "./reading.ts";

/**
 * Ages in completed years at the index date of each row, in place of the dates of birth, which go no further. Missing
 * where either date is, or where a date is partial and the age not the same throughout.
 */
export function readAges(born: ReadColumn, index: ReadColumn): ReadColumn {
  const codes = new Int32Array(born.codes.length).fill(-1);
  const texts: string[] = [];
  const readings: Reading[] = [];
  const codeOf = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    if (born.codes[row] === -1) continue;
    const pair = born.codes[row]! * index.readings.length + index.codes[row]!;
    if (!codeOf.has(pair)) {
      codeOf.set(pair, readings.length);
      texts.push(born.texts[born.codes[row]!]!);
      readings.push(ageReading(born, born.readings[born.codes[row]!]!, index.readings[index.codes[row]!]!));
    }
    codes[row] = codeOf.get(pair)!;
  }
  return { ...born, codes, texts, rowsOf: countRows(codes, texts.length), readings };
}

function ageReading({ mapped }: ReadColumn, born: Reading, index: Reading): Reading {
  if (born.problem !== undefined) return born;
  if (typeof born.value !== "number" || typeof index.value !== "number") return missing;
  const youngest = completedYears(born.latest ?? born.value, index.value);
  const oldest = completedYears(born.value, index.latest ?? index.value);
  return youngest === oldest ? inRange({ value: oldest }, mapped) : missing;
}

/** Who was born on 29 February is a year older on 1 March of other years. */
function completedYears(born: number, on: number): number {
  const [birth, day] = [calendarDate(born), calendarDate(on)];
  const reached = day.month > birth.month || (day.month === birth.month && day.day >= birth.day);
  return day.year - birth.year - (reached ? 0 : 1);
}
