import { dayNumber } from "@likewise/schema";
import type { TableName } from "../plan/table-sources.ts";
import { ukDate } from "./uk-date.ts";

/**
 * One row with errors to plant.
 *
 * `add` puts in a copy of a sound row with some cells changed, so that no sound row is spoilt; `repeat` puts the copy
 * right behind its row; `contradict` adds two copies that differ in `otherwise`; `change` alters the spelling of a sound
 * row that stays in use.
 */
export interface PlannedError {
  readonly table: TableName;
  /** Which of the table's files, 0 for the first (default). */
  readonly file?: number;
  readonly act: "add" | "change" | "repeat" | "contradict";
  /** Where an added row goes; default somewhere between. */
  readonly place?: "first" | "last";
  /** The errors: each code with the field it is found at, null for the whole row. */
  readonly errors: readonly (readonly [code: string, field: string | null])[];
  /** What cells say instead, by field. */
  readonly cells?: Readonly<Record<string, string | ((cell: string) => string)>>;
  /** Of two contradicting rows, what the second says instead. */
  readonly otherwise?: Readonly<Record<string, string>>;
  /** Sound rows it may start from, by their cells; any row when left out. */
  readonly from?: (cell: (field: string) => string) => boolean;
  /** What becomes of the line as a whole. */
  readonly line?: "blank" | "empty" | "cell-too-many" | "cut-short" | "stray-quote";
}

const isChild = (cell: (field: string) => string) => cell("role") === "Child";
const isDamage = (cell: (field: string) => string) => cell("offence") === "Criminal damage, value under 5,000 pounds";
const isProtective = (cell: (field: string) => string) => cell("kind") === "Protective order";
const hasVictim = (cell: (field: string) => string) => /^V\d+$/.test(cell("victim"));

/** 30 days on, as dd/mm/yyyy. */
const aMonthLater = (date: string) => {
  const [day, month, year] = date.split("/").map(Number);
  return ukDate(dayNumber({ year: year!, month: month!, day: day! }) + 30);
};

const prose =
  "Spoke at length about the week, said that things at home had been calmer, that the new job was going well and that " +
  "the appointment was missed because the bus did not come, and asked to come on another day instead";

/**
 * Every error planted in the extracts, in order. Codes are those that ingestion reports; each stands at least twice,
 * some on the first or last row of a file, some two to a row.
 */
export const plannedErrors: readonly PlannedError[] = [
  // Rows whose cells cannot be told apart
  { table: "sessions", act: "add", errors: [["blank_row", null]], line: "blank" },
  { table: "abuse", act: "add", place: "last", errors: [["blank_row", null]], line: "empty" },
  { table: "stages", act: "add", errors: [["too_many_cells", null]], line: "cell-too-many" },
  { table: "costs", act: "add", place: "last", errors: [["too_many_cells", null]], line: "cell-too-many" },
  { table: "selections", act: "add", errors: [["too_few_cells", null]], line: "cut-short" },
  { table: "links", act: "add", place: "first", errors: [["too_few_cells", null]], line: "cut-short" },
  { table: "sessions", act: "add", errors: [["quote_stray", null]], line: "stray-quote" },
  { table: "referrals", act: "add", errors: [["quote_stray", null]], line: "stray-quote" },

  // Cells that cannot be read
  { table: "sessions", act: "add", place: "first", errors: [["required_missing", "person"]], cells: { person: "" } },
  { table: "stages", act: "add", errors: [["required_missing", "stage"]], cells: { stage: "NK" } },
  {
    table: "events",
    act: "add",
    place: "first",
    errors: [["date_format", "event_date"]],
    cells: { event_date: "2019-03-14" },
  },
  { table: "referrals", act: "add", errors: [["date_format", "closed_date"]], cells: { closed_date: "14/03/22" } },
  {
    table: "events",
    file: 1,
    act: "add",
    errors: [["date_impossible", "event_date"]],
    cells: { event_date: "31/02/2023" },
  },
  { table: "orders", act: "add", place: "first", errors: [["date_impossible", "from"]], cells: { from: "30/02/2021" } },
  { table: "orders", act: "add", errors: [["date_out_of_range", "from"]], cells: { from: "01/01/1900" } },
  { table: "links", act: "add", errors: [["date_out_of_range", "from"]], cells: { from: "30/12/1899" } },
  { table: "people", act: "add", errors: [["number_not_a_number", "age"]], cells: { age: "forty" }, from: isChild },
  { table: "sessions", act: "add", errors: [["number_not_a_number", "minutes"]], cells: { minutes: "2 hours" } },
  {
    table: "abuse",
    act: "add",
    place: "first",
    errors: [["integer_expected", "severity"]],
    cells: { severity: "1.5" },
  },
  {
    table: "people",
    act: "add",
    errors: [["integer_expected", "panel_quarter"]],
    cells: { panel_quarter: "2.5" },
    from: isChild,
  },
  {
    table: "people",
    act: "add",
    place: "first",
    errors: [["number_out_of_range", "age"]],
    cells: { age: "430" },
    from: isChild,
  },
  { table: "abuse", act: "add", errors: [["number_out_of_range", "severity"]], cells: { severity: "7" } },
  {
    table: "costs",
    act: "add",
    place: "first",
    errors: [["money_not_money", "amount_pounds"]],
    cells: { amount_pounds: "£12,34.50" },
  },
  { table: "costs", act: "add", errors: [["money_not_money", "amount_pounds"]], cells: { amount_pounds: "TBC" } },
  { table: "sessions", act: "add", errors: [["boolean_unknown", "attended"]], cells: { attended: "Maybe" } },
  { table: "searches", act: "add", errors: [["boolean_unknown", "found"]], cells: { found: "Partial" } },
  {
    table: "selections",
    act: "add",
    place: "last",
    errors: [["code_unknown", "panel_decision"]],
    cells: { panel_decision: "Deferred" },
  },
  { table: "abuse", act: "add", errors: [["code_unknown", "kind"]], cells: { kind: "Physical" } },
  { table: "sessions", act: "add", errors: [["id_scientific", "person"]], cells: { person: "1.00E+05" } },
  { table: "events", act: "add", errors: [["id_scientific", "event"]], cells: { event: "1.23E+11" } },
  { table: "sessions", act: "add", errors: [["free_text", "absence_reason"]], cells: { absence_reason: prose } },
  { table: "stages", act: "add", errors: [["free_text", "reason"]], cells: { reason: prose } },
  {
    table: "sessions",
    act: "add",
    errors: [["identifier_in_cell", "absence_reason"]],
    cells: { absence_reason: "rang from 07700 900123" },
  },
  { table: "stages", act: "add", errors: [["identifier_in_cell", "reason"]], cells: { reason: "see Mrs Example" } },

  // Rows that contradict the calendar or the people
  {
    table: "sessions",
    act: "add",
    place: "last",
    errors: [["date_after_extract", "session_date"]],
    cells: { session_date: "15/01/2025" },
  },
  {
    table: "events",
    file: 1,
    act: "add",
    place: "last",
    errors: [["date_after_extract", "recorded_date"]],
    cells: { recorded_date: "02/02/2025" },
  },
  { table: "events", act: "add", errors: [["date_order", "recorded_date"]], cells: { recorded_date: "01/01/2018" } },
  {
    table: "referrals",
    act: "add",
    place: "last",
    errors: [["date_order", "closed_date"]],
    cells: { closed_date: "01/01/2019" },
  },
  {
    table: "events",
    file: 1,
    act: "add",
    place: "first",
    errors: [["reference_unknown", "person"]],
    cells: { person: "P99998" },
  },
  { table: "abuse", act: "add", errors: [["reference_unknown", "person"]], cells: { person: "P99999" } },
  {
    table: "people",
    act: "add",
    place: "last",
    errors: [["number_out_of_range", "age"]],
    cells: { person: "P99001", role: "Perpetrator", age: "-3" },
    from: isChild,
  },
  { table: "sessions", act: "add", errors: [["reference_rejected", "person"]], cells: { person: "P99001" } },
  {
    table: "stages",
    act: "add",
    place: "first",
    errors: [["reference_rejected", "person"]],
    cells: { person: "P99001" },
  },

  // Rows that contradict each other
  {
    table: "events",
    act: "contradict",
    errors: [["conflicting_rows", null]],
    cells: { event: "E990001" },
    otherwise: { disposal: "community-resolution" },
    from: hasVictim,
  },
  {
    table: "events",
    file: 1,
    act: "contradict",
    errors: [["conflicting_rows", null]],
    cells: { event: "E990002" },
    otherwise: { victim: "V99001" },
    from: hasVictim,
  },
  { table: "events", act: "repeat", errors: [["key_repeated", null]] },
  { table: "searches", act: "repeat", errors: [["key_repeated", null]] },
  { table: "stages", act: "repeat", errors: [["key_repeated", null]] },
  { table: "sessions", act: "repeat", errors: [["equal_rows", null]] },
  { table: "sessions", act: "repeat", errors: [["equal_rows", null]] },
  {
    table: "orders",
    act: "add",
    errors: [["overlapping_spells", "from"]],
    cells: { from: aMonthLater },
    from: isProtective,
  },
  {
    table: "orders",
    act: "add",
    place: "last",
    errors: [["overlapping_spells", "from"]],
    cells: { from: aMonthLater },
    from: isProtective,
  },

  // Spellings that are reported and stay in use
  {
    table: "people",
    act: "change",
    errors: [["category_twin", "area"]],
    cells: { area: "northside " },
    from: inArea("Northside"),
  },
  {
    table: "people",
    act: "change",
    errors: [["category_twin", "area"]],
    cells: { area: "NORTHSIDE" },
    from: inArea("Northside"),
  },
  { table: "sessions", act: "change", errors: [["category_twin", "component"]], cells: { component: "one–to–one" } },
  {
    table: "costs",
    act: "change",
    errors: [["category_twin", "category"]],
    cells: { category: "Case Managers" },
    from: (cell) => cell("category") === "Case managers",
  },
  {
    table: "referrals",
    act: "change",
    errors: [["code_unmapped", "source"]],
    cells: { source: "Police (control room)" },
  },
  { table: "referrals", act: "change", errors: [["code_unmapped", "source"]], cells: { source: "Cab driver" } },
  { table: "sessions", act: "change", errors: [["id_whitespace", "person"]], cells: { person: (id) => ` ${id} ` } },
  { table: "stages", act: "change", errors: [["id_whitespace", "person"]], cells: { person: (id) => ` ${id} ` } },
  {
    table: "people",
    act: "repeat",
    errors: [["id_twin", "person"]],
    cells: { person: (id) => id.toLowerCase() },
    from: isChild,
  },
  {
    table: "people",
    act: "repeat",
    errors: [["id_twin", "person"]],
    cells: { person: (id) => id.toLowerCase() },
    from: isChild,
  },
  {
    table: "events",
    act: "change",
    errors: [["encoding_mojibake", "offence"]],
    cells: { offence: "Criminal damage, value under Â£5,000" },
    from: isDamage,
  },
  {
    table: "events",
    file: 1,
    act: "change",
    errors: [["encoding_mojibake", "offence"]],
    cells: { offence: "Criminal damage â€“ value under 5,000 pounds" },
    from: isDamage,
  },

  // Two to a row
  {
    table: "sessions",
    act: "add",
    errors: [
      ["date_impossible", "session_date"],
      ["boolean_unknown", "attended"],
    ],
    cells: { session_date: "31/04/2021", attended: "?" },
  },
  {
    table: "abuse",
    act: "add",
    errors: [
      ["date_format", "date"],
      ["code_unknown", "reporter"],
    ],
    cells: { date: "March 2021", reporter: "neighbour" },
  },
  {
    table: "people",
    act: "add",
    errors: [
      ["required_missing", "person"],
      ["number_not_a_number", "age"],
    ],
    cells: { person: "", age: "adult" },
    from: isChild,
  },
];

function inArea(area: string): NonNullable<PlannedError["from"]> {
  return (cell) => cell("area") === area && cell("role") !== "Perpetrator";
}
