import { Failure } from "@likewise/schema";
import { headerOf, holdsDates } from "../mapping/mapped-column.ts";
import type { ReadColumn } from "../table/read-column.ts";
import { type DateFormatName, dateFormat, turned } from "../values/date-formats.ts";
import { type Century, readDate } from "../values/read-date.ts";

/**
 * Stops a column whose impossible dates would all exist with day and month the other way round, when the rest would
 * too: then the plan has the wrong order, and its readable half has been read wrongly without a trace.
 *
 * @throws Failure data, with how many dates say so and never which
 */
export function checkDayOrder(table: string, { mapped, texts, readings, reader }: ReadColumn): void {
  if (!holdsDates(reader)) return;
  for (const format of mapped.dateFormats ?? []) {
    const other = turned(format);
    if (other === null) continue;
    const impossible = readings.filter(
      ({ problem }, index) => problem === "date_impossible" && isWritten(texts[index]!, format),
    ).length;
    const dates = texts.filter((_, index) => typeof readings[index]!.value === "number" || readings[index]!.problem);
    const accepted = [other, ...mapped.dateFormats!.filter((name) => name !== format)];
    const exists = (text: string) => accepted.some((name) => isDay(text.trim(), name, mapped.century));
    if (impossible < 3 || !dates.every(exists)) continue;
    throw new Failure(
      "data",
      `${table}: column "${headerOf(mapped)}": ${impossible} different dates do not exist as ${format}, and every date of the column exists as ${other}: correct dateFormat in the plan`,
    );
  }
}

function isWritten(text: string, format: DateFormatName): boolean {
  return dateFormat(format).pattern.test(text.trim());
}

function isDay(text: string, format: DateFormatName, century: Century | null): boolean {
  return typeof readDate(text, dateFormat(format), century) !== "string";
}
