import { Failure } from "@likewise/schema";
import { headerOf } from "../mapping/mapped-column.ts";
import type { ReadColumn } from "../table/read-column.ts";
import { type DateFormatName, dateFormats, readDate } from "../values/read-date.ts";

const turned: Partial<Record<DateFormatName, DateFormatName>> = {
  "dd/mm/yyyy": "mm/dd/yyyy",
  "mm/dd/yyyy": "dd/mm/yyyy",
};

/**
 * Stops a column whose impossible dates would all exist with day and month the other way round, when the rest would
 * too: then the plan has the wrong order, and its readable half has been read wrongly without a trace.
 *
 * @throws Failure data, with how many dates say so and never which
 */
export function checkDayOrder(table: string, { mapped, texts, readings, reader }: ReadColumn): void {
  const other = dateFormats.find(({ format }) => format === turned[mapped.dateFormats?.[0] ?? "yyyy-mm-dd"]);
  if (reader !== "date" || other === undefined) return;
  const impossible = readings.filter((reading) => reading.problem === "date_impossible").length;
  const dates = texts.filter((_, index) => typeof readings[index]!.value === "number" || readings[index]!.problem);
  if (impossible < 3 || !dates.every((text) => typeof readDate(text.trim(), other) === "number")) return;
  throw new Failure(
    "data",
    `${table}: column "${headerOf(mapped)}": ${impossible} different dates do not exist as ${mapped.dateFormats?.[0]}, and every date of the column exists as ${other.format}: correct dateFormat in the plan`,
  );
}
