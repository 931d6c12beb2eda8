import { booleanColumn, type Columns, columnsOf, dateColumn, numberColumn, textColumn } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { SimulatedPerson } from "../model/simulated-person.ts";

/** Sessions due, attended or not; a person keeps one worker. */
export function sessionsTable(
  people: readonly SimulatedPerson[],
  plannedMinutes: number,
  stream: RandomStream,
): Columns {
  const rows = people.flatMap(({ id, pathway }) => {
    const worker = `W${stream.integer(1, 12)}`;
    return (pathway?.sessions ?? []).map((session) => ({ ...session, person: id, worker }));
  });
  const minutes = rows.map((row) => (row.attended ? plannedMinutes - 10 * stream.integer(0, 3) : 0));
  return columnsOf({
    person: textColumn(rows.map((row) => row.person)),
    session_date: dateColumn(rows.map((row) => row.day)),
    component: textColumn(rows.map(() => "one-to-one")),
    planned_minutes: numberColumn(rows.map(() => plannedMinutes)),
    minutes: numberColumn(minutes),
    attended: booleanColumn(rows.map((row) => row.attended)),
    absence_reason: textColumn(rows.map((row) => row.absenceReason)),
    worker: textColumn(rows.map((row) => row.worker)),
  });
}
