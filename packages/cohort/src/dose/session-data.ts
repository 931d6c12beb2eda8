import { type Columns, cell } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";
import { type People, unitsOfRows } from "../people/people.ts";

/** One planned contact of one person. */
export interface Session {
  readonly row: number;
  readonly unit: number;
  readonly day: number | null;
  readonly component: string | null;
  readonly technique: string | null;
  /** null where it is not recorded */
  readonly attended: boolean | null;
  readonly plannedMinutes: number | null;
  readonly minutes: number | null;
  readonly worker: string | null;
}

/** Sessions by unit, in the order of their days. null without a table of sessions. */
export function sessionsByUnit(
  sessions: Columns | undefined,
  people: People,
  asAt: number | null = null,
): ReadonlyMap<number, readonly Session[]> | null {
  if (sessions === undefined) return null;
  const { session_date, component, technique, attended, planned_minutes, minutes, worker } = sessions.columns;
  const units = unitsOfRows(sessions, people);
  const byUnit = new Map<number, Session[]>();
  for (let row = 0; row < units.length; row++) {
    const unit = units[row]!;
    if (unit < 0) continue;
    const day = dayAt(session_date, row);
    if (asAt !== null && day !== null && day > asAt) continue;
    const list = byUnit.get(unit) ?? [];
    byUnit.set(unit, list);
    const came = textAt(attended, row);
    list.push({
      row,
      unit,
      day,
      component: textAt(component, row),
      technique: textAt(technique, row),
      attended: came === null ? null : came === "true",
      plannedMinutes: numberAt(planned_minutes, row),
      minutes: numberAt(minutes, row),
      worker: textAt(worker, row),
    });
  }
  for (const list of byUnit.values()) {
    list.sort((a, b) => (a.day ?? Number.POSITIVE_INFINITY) - (b.day ?? Number.POSITIVE_INFINITY) || a.row - b.row);
  }
  return byUnit;
}

function numberAt(column: Columns["columns"][string] | undefined, row: number): number | null {
  const value = column === undefined ? null : cell(column, row);
  return typeof value === "number" ? value : null;
}
