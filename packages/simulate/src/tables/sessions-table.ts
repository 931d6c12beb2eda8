import type { Columns } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import { tableFields } from "../plan/table-sources.ts";
import { recordColumns } from "./record-columns.ts";

/** Sessions due, attended or not; a person keeps one worker. */
export function sessionsTable(
  people: readonly SimulatedPerson[],
  plannedMinutes: number,
  stream: RandomStream,
): Columns {
  const rows = people.flatMap(({ id, pathway, component = "one-to-one" }) => {
    const worker = `W${stream.integer(1, 12)}`;
    return (pathway?.sessions ?? []).map(({ day, attended, absenceReason }) => ({
      person: id,
      session_date: day,
      component,
      planned_minutes: plannedMinutes,
      minutes: attended ? plannedMinutes - 10 * stream.integer(0, 3) : 0,
      attended,
      absence_reason: absenceReason,
      worker,
    }));
  });
  return recordColumns("sessions", tableFields.sessions, rows);
}
