import {
  addMonths,
  booleanColumn,
  type Columns,
  columnsOf,
  dateColumn,
  parseIsoDate,
  textColumn,
} from "@likewise/schema";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";
import type { SimulatedPerson } from "../model/simulated-person.ts";

/** Who the police were asked about, over which days, and whether they knew them. Somebody without a row was not asked about. */
export function searchesTable(people: readonly SimulatedPerson[], parameters: ProgrammeParameters): Columns {
  const rows = people.filter((person) => person.search !== "not-searched");
  const extractDay = parseIsoDate(parameters.extractDate)!;
  return columnsOf({
    person: textColumn(rows.map((row) => row.id)),
    source: textColumn(rows.map(() => "police")),
    searched_on: dateColumn(rows.map(() => extractDay)),
    found: booleanColumn(rows.map((row) => row.search === "found")),
    from: dateColumn(rows.map((row) => addMonths(row.indexDay, -parameters.recordMonths))),
    to: dateColumn(rows.map((row) => addMonths(row.indexDay, parameters.recordMonths))),
  });
}
