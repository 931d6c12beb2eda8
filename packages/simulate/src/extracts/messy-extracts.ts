import type { StudyPlan } from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import type { TableName } from "../plan/table-sources.ts";
import type { SimulatedProgramme } from "../simulate-programme.ts";
import type { ExtractFile } from "./clean-extracts.ts";
import { csvLine } from "./csv-line.ts";
import { plannedErrors } from "./planned-errors.ts";
import { plantErrors } from "./plant-errors.ts";
import { type ReceivedFile, type ReceivedRow, receivedFiles } from "./received-files.ts";
import { receivedSources, receivedTables } from "./received-layout.ts";

/** An error that was planted, with the code under which ingestion reports it. */
export interface PlantedError {
  readonly code: string;
  readonly table: string;
  readonly file: string;
  /** 1-based row of data, the header not counted, blank rows counted; null for an error of the whole file. */
  readonly row: number | null;
  /** Header of the cell; null for an error of the whole row. */
  readonly column: string | null;
  /** The person the row is about, as written there; null where it does not say. */
  readonly person: string | null;
}

/** Extracts as services send them, a plan that reads them, and the list of what is wrong with them. */
export interface MessyExtracts {
  readonly files: readonly ExtractFile[];
  readonly plan: StudyPlan;
  readonly planted: readonly PlantedError[];
}

/**
 * The tables of a programme as they would arrive from five systems: other headers and codes, dates as dd/mm/yyyy, pounds
 * with commas, columns nobody asked for, codes for "not known", and planted errors of every kind that ingestion knows
 * how to tell, each at least twice.
 *
 * No row of the clean tables is spoilt: errors that cost a row are rows of their own, errors in sound rows are spellings
 * that leave their meaning. So a study of these extracts finds what a study of the clean ones finds.
 *
 * @param programme with all its tables
 * @param options   seed of where the errors fall; default the programme's own
 * @throws RangeError when a table is too small to hold the errors (fewer than about 40 referrals)
 * @example
 * const programme = simulateProgramme({ seed: 1, referrals: 60, pool: 200 });
 * messyExtracts(programme).planted.length >= 40; // true
 */
export function messyExtracts(
  programme: SimulatedProgramme,
  { seed = programme.parameters.seed }: { readonly seed?: number | string } = {},
): MessyExtracts {
  const stream = randomStream(seed).split("messy");
  const received = (Object.keys(receivedTables) as TableName[]).flatMap((table) =>
    receivedFiles(table, programme.tables[table]!, stream.split(table)).map((file, i) => {
      const planned = plannedErrors.filter((error) => error.table === table && (error.file ?? 0) === i);
      return plantErrors(file, planned, stream.split(file.name));
    }),
  );
  return {
    files: received.map((file) => ({ name: file.name, text: textOf(file) })),
    plan: { ...programme.plan, data: { ...programme.plan.data, tables: receivedSources() } },
    planted: received.flatMap(plantedIn),
  };
}

function textOf(file: ReceivedFile): string {
  const header = file.header.map((name) => (spacedHeaders[file.table] === name ? ` ${name} ` : name));
  const lines = file.rows.map((row) => row.raw ?? csvLine(row.cells));
  return [csvLine(header), ...lines].map((line) => `${line}\n`).join("");
}

function plantedIn(file: ReceivedFile): PlantedError[] {
  const { table, name } = file;
  const spaced = spacedHeaders[table];
  const ofFile = spaced === undefined ? [] : [{ code: "header_whitespace", column: spaced, row: null, person: null }];
  const ofRows = file.rows.flatMap((row, i) =>
    row.planted.map((planted) => ({ ...planted, row: i + 1, person: personOf(file, row) })),
  );
  return [...ofFile, ...ofRows].map(({ code, row, column, person }) => ({
    code,
    table,
    file: name,
    row,
    column,
    person,
  }));
}

function personOf(file: ReceivedFile, row: ReceivedRow): string | null {
  const at = Object.keys(receivedTables[file.table].fields).indexOf("person");
  if (at === -1 || row.raw === "" || row.raw?.startsWith(",")) return null;
  return row.cells[at]!.trim() || null;
}

/** Headers that arrive with spaces around them. */
const spacedHeaders: Partial<Record<TableName, string>> = { costs: "Payer", searches: "Found" };
