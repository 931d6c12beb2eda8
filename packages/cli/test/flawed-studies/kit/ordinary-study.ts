import { iso } from "./days.ts";
import type { Plan, Row, StudyFiles } from "./study-files.ts";
import { eventRows, type Followed, peopleRows, searchRows } from "./tables.ts";

/** People, police events and searches of everyone: the files an ordinary study has; tables of its own replace or join them. */
export function ordinaryStudy(
  plan: Plan,
  followed: readonly Followed[],
  asAt: number,
  tables: Readonly<Record<string, readonly Row[]>> = {},
): StudyFiles {
  return {
    asAt: iso(asAt),
    plan,
    coverage: { events: { from: "2015-12-01", to: iso(asAt) } },
    tables: {
      people: peopleRows(followed),
      events: eventRows(followed, asAt),
      searches: searchRows(followed, asAt),
      ...tables,
    },
  };
}
