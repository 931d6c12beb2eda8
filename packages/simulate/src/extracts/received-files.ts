import { type CellValue, type Columns, calendarDate, cell } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { TableName } from "../plan/table-sources.ts";
import { missingCodes, type ReceivedField, receivedTables } from "./received-layout.ts";
import { ukDate } from "./uk-date.ts";

/** One row as it arrives. */
export interface ReceivedRow {
  readonly cells: readonly string[];
  /** The line itself, where quoting went wrong. */
  readonly raw?: string;
  /** Errors planted in it: code, and header of the cell or null for the whole row. */
  readonly planted: readonly { readonly code: string; readonly column: string | null }[];
}

/** One file as it arrives. */
export interface ReceivedFile {
  readonly table: TableName;
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly ReceivedRow[];
}

/**
 * A clean table in the way its system writes it: its headers and codes, dates as dd/mm/yyyy, Y and N, pounds with
 * commas, and now and then a code for "not known" in place of a blank. Events come in a file for each period.
 */
export function receivedFiles(table: TableName, columns: Columns, stream: RandomStream): ReceivedFile[] {
  const { files, fields, unmapped } = receivedTables[table];
  const writers = Object.entries(fields).map(([field, received]) => {
    const column = columns.columns[field]!;
    const write = writerOf(received, column.type, stream);
    return (row: number) => write(cell(column, row));
  });
  const header = [...Object.values(fields).map((field) => field.header), ...(unmapped ? [unmapped.header] : [])];
  const rows: ReceivedRow[][] = files.map(() => []);
  for (let row = 0; row < columns.numRows; row++) {
    const cells = [...writers.map((write) => write(row)), ...(unmapped ? [unmapped.text] : [])];
    rows[fileOf(columns, row, files.length)]!.push({ cells, planted: [] });
  }
  return files.map((name, i) => ({ table, name, header, rows: rows[i]! }));
}

function fileOf(columns: Columns, row: number, files: number): number {
  return files === 1 || calendarDate(cell(columns.columns.event_date!, row) as number).year < 2022 ? 0 : 1;
}

function writerOf(field: ReceivedField, type: string, stream: RandomStream): (value: CellValue) => string {
  const theirs = new Map(Object.entries(field.values ?? {}).map(([code, ours]) => [ours, code]));
  return (value) => {
    if (value === null) return type !== "date" && stream.bernoulli(0.05) ? stream.choice(missingCodes) : "";
    if (type === "date") return ukDate(value as number);
    if (type === "boolean") return value ? "Y" : "N";
    if (field.type === "money") return pounds(value as number);
    return theirs.get(String(value)) ?? String(value);
  };
}

function pounds(amount: number): string {
  const [whole, pence] = amount.toFixed(2).split(".");
  return `£${whole!.replace(/\B(?=(\d{3})+$)/g, ",")}.${pence}`;
}
