import { type Columns, Failure } from "@likewise/schema";
import { dayAt, type Field, fieldOf, latestDayAt } from "../people/fields.ts";
import { type People, unitsOfRows } from "../people/people.ts";
import { rowOrder } from "../people/row-order.ts";
import type { ArmDecisions } from "./assign-arms.ts";

/** The day follow-up starts, by unit; the same rule in both arms. */
export interface IndexDates {
  /** null when all times of the study are relative. */
  readonly field: Field | null;
  /** By unit: day, or null where it is missing. */
  readonly day: readonly (number | null)[];
  /** By unit: the row the day comes from; -1 where there is none. */
  readonly row: Int32Array;
}

/**
 * The index date of each person: of the people table their own; of the table that says the arm the deciding row's; of
 * any other table the earliest. A partial date is none: follow-up starts on a day.
 *
 * @throws Failure (usage) when the field does not exist or is not a date
 */
export function indexDates(
  indexDate: string | null,
  tables: Readonly<Record<string, Columns>>,
  people: People,
  arms: ArmDecisions,
): IndexDates {
  const n = people.ids.length;
  if (indexDate === null) return { field: null, day: new Array(n).fill(null), row: new Int32Array(n).fill(-1) };
  const field = fieldOf(tables, indexDate, "cohort.indexDate");
  if (field.column.type !== "date") {
    throw new Failure("usage", `cohort.indexDate: ${indexDate} must be a date, got ${field.column.type}`);
  }
  const row = rowsThatSay(field, people, arms);
  return { field, row, day: Array.from(row, (r) => (r < 0 ? null : exactDay(field, r))) };
}

function exactDay({ column }: Field, row: number): number | null {
  const day = dayAt(column, row);
  return day === latestDayAt(column, row) ? day : null;
}

function rowsThatSay(field: Field, people: People, arms: ArmDecisions): Int32Array {
  if (field.tableName === "people") return people.rows;
  if (field.tableName === arms.field?.tableName) return arms.row;
  const earliest = new Int32Array(people.ids.length).fill(-1);
  const units = unitsOfRows(field.table, people);
  const order = rowOrder(field.table, field.column);
  for (let row = 0; row < units.length; row++) {
    const unit = units[row]!;
    if (unit < 0 || dayAt(field.column, row) === null) continue;
    if (earliest[unit]! < 0 || order(row, earliest[unit]!) < 0) earliest[unit] = row;
  }
  return earliest;
}
