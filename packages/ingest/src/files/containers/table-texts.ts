import { type TableTexts, timeZone } from "@likewise/engine";
import type { Assumption } from "../assumption.ts";
import type { NamedColumns } from "./named-columns.ts";

/** What the database read, as the columns of a file. */
export function columnsOfTexts(texts: TableTexts, assumptions: readonly Assumption[] = []): NamedColumns {
  const { names, rows, dates, instants, unreadable } = texts;
  const clock: readonly Assumption[] =
    instants.length === 0
      ? []
      : [
          {
            what: "timeZone",
            value: timeZone,
            evidence: `${instants.length} columns hold instants, not days: ${instants.map((name) => `"${name}"`).join(", ")}`,
            fix: "store days, or the time of day where it happened",
          },
        ];
  return {
    header: names,
    rows,
    realDates: dates,
    assumptions: [...assumptions, ...clock],
    unreadable: new Map(Object.entries(unreadable)),
  };
}
