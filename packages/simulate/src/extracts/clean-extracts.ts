import { type ColumnData, type Columns, cell, isoDate } from "@likewise/schema";
import type { SimulatedProgramme } from "../simulate-programme.ts";
import { csvLine } from "./csv-line.ts";

/** A file of a study, by its path in the study folder. */
export interface ExtractFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The tables of a programme as the CSV files its plan names: field names as headers, dates as yyyy-mm-dd, blank where
 * missing.
 *
 * @example
 * const programme = simulateProgramme({ seed: 1, referrals: 40, pool: 160 });
 * cleanExtracts(programme)[0].name; // "data/people.csv"
 */
export function cleanExtracts(programme: Pick<SimulatedProgramme, "tables">): ExtractFile[] {
  return Object.entries(programme.tables).map(([table, columns]) => ({
    name: `data/${table}.csv`,
    text: [Object.keys(columns.columns), ...cellTexts(columns)].map((cells) => `${csvLine(cells)}\n`).join(""),
  }));
}

function cellTexts(table: Columns): string[][] {
  const columns = Object.values(table.columns);
  return Array.from({ length: table.numRows }, (_, row) => columns.map((column) => cellText(column, row)));
}

function cellText(column: ColumnData, row: number): string {
  const value = cell(column, row);
  if (value === null) return "";
  if (column.type === "date") return isoDate(value as number);
  return String(value);
}
