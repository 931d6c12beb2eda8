import { addMonths, type Columns, parseIsoDate } from "@likewise/schema";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import { tableFields } from "../plan/table-sources.ts";
import { recordColumns } from "./record-columns.ts";

/** Who the police were asked about, over which days, and whether they knew them. Somebody without a row was not asked about. */
export function searchesTable(people: readonly SimulatedPerson[], parameters: ProgrammeParameters): Columns {
  const extractDay = parseIsoDate(parameters.extractDate)!;
  const rows = people
    .filter((person) => person.search !== "not-searched")
    .map((person) => ({
      person: person.id,
      source: "events",
      searched_on: extractDay,
      found: person.search === "found",
      from: addMonths(person.indexDay, -parameters.recordMonths),
      to: Math.min(extractDay, addMonths(person.indexDay, parameters.recordMonths)),
    }));
  return recordColumns("searches", tableFields.searches, rows);
}
