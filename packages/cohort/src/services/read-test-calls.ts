import { type ColumnData, type Columns, cell } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";
import type { OpenTimes } from "./open-hours.ts";

export interface TestCall {
  readonly attempt: string;
  readonly service: string;
  readonly day: number;
  /** Minutes after midnight; null where the time is not known. */
  readonly minute: number | null;
  readonly result: string;
  /** Null where hours or days are not on record. */
  readonly open: OpenTimes | null;
  readonly entryRight: boolean | null;
}

/** Calls by the extract; one without a search, a service, a day or a result is none. */
export function readTestCalls(testCalls: Columns | undefined, asAt: number | null): TestCall[] {
  const calls: TestCall[] = [];
  for (let row = 0; row < (testCalls?.numRows ?? 0); row++) {
    const { attempt, service, called, time, result, entry_right } = testCalls!.columns;
    const [search, who, day, end] = [
      textAt(attempt, row),
      textAt(service, row),
      dayAt(called, row),
      textAt(result, row),
    ];
    if (search === null || who === null || day === null || end === null || (asAt !== null && day > asAt)) continue;
    const right = textAt(entry_right, row);
    calls.push({
      attempt: search,
      service: who,
      day,
      minute: minuteAt(time, row),
      result: end,
      open: openAt(testCalls!, row),
      entryRight: right === null ? null : right === "true",
    });
  }
  return calls;
}

function openAt({ columns: { opens, closes, open_days } }: Columns, row: number): OpenTimes | null {
  const [opensMinute, closesMinute] = [minuteAt(opens, row), minuteAt(closes, row)];
  const daysPerWeek = open_days === undefined ? null : cell(open_days, row);
  if (opensMinute === null || closesMinute === null || typeof daysPerWeek !== "number") return null;
  return { opensMinute, closesMinute, daysPerWeek };
}

/** "10:00", or "24:00" for the end of a day; anything else is not known: "2.30" may be an hour of the afternoon. */
function minuteAt(column: ColumnData | undefined, row: number): number | null {
  const found = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(textAt(column, row) ?? "");
  if (found === null) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2])];
  return minutes < 60 && hours * 60 + minutes <= 24 * 60 ? hours * 60 + minutes : null;
}
