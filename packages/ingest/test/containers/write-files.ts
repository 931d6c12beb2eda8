import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as xlsx from "@e965/xlsx";
import { closeEngine, openEngine } from "@likewise/engine";
import initSqlJs from "sql.js";
import writeExcelFile from "write-excel-file/node";

/** One person as five systems might store her. Days are ISO dates, whatever the file makes of them. */
export interface Person {
  readonly ref: string;
  readonly area: string | null;
  readonly day: string | null;
  readonly score: number | null;
  readonly pounds: number | null;
  readonly living: boolean | null;
}

export const people: readonly Person[] = [
  { ref: "007", area: "Côte & “Sons” <x>", day: "2024-02-29", score: 0.1, pounds: 1234.5, living: true },
  { ref: "0070", area: " North ", day: "1969-12-31", score: -3, pounds: 0, living: false },
  { ref: "12345678901234567", area: null, day: "2001-01-02", score: null, pounds: 99.99, living: null },
  { ref: "P-4", area: "a, b", day: null, score: 1e-7, pounds: null, living: true },
  { ref: "=5", area: "line", day: "1900-03-01", score: 0.30000000000000004, pounds: 1e6, living: false },
];

export const headers = ["Ref", "Area", "Day", "Score", "Cost", "At home"] as const;

type Cell = string | number | boolean | null;

export function cellsOf({ ref, area, day, score, pounds, living }: Person): readonly Cell[] {
  return [ref, area, day, score, pounds, living];
}

export function csvOf(rows: readonly Person[] = people): string {
  const quoted = (cell: Cell) => (cell === null ? "" : `"${String(cell).replaceAll('"', '""')}"`);
  return `${headers.join(",")}\n${rows.map((row) => `${cellsOf(row).map(quoted).join(",")}\n`).join("")}`;
}

/** Days since 1899-12-30, which is what a spreadsheet stores from March 1900 on. */
export function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

type SheetCell = { t: string; v?: string | number | boolean; z?: string; f?: string; w?: string };

/** A cell as the library writes it: a date is its number and a format. */
export function sheetCell(cell: Cell | { readonly day: string; readonly format?: string }): SheetCell {
  if (cell === null) return { t: "z" };
  if (typeof cell === "object") return { t: "n", v: serialOf(cell.day), z: cell.format ?? "dd/mm/yyyy" };
  if (typeof cell === "number") return { t: "n", v: cell };
  return typeof cell === "boolean" ? { t: "b", v: cell } : { t: "s", v: cell };
}

export function sheetOf(rows: readonly (readonly SheetCell[])[]): xlsx.WorkSheet {
  const sheet: xlsx.WorkSheet = {};
  let width = 1;
  for (const [row, cells] of rows.entries()) {
    width = Math.max(width, cells.length);
    for (const [column, cell] of cells.entries()) {
      if (cell.t !== "z") sheet[xlsx.utils.encode_cell({ r: row, c: column })] = cell;
    }
  }
  sheet["!ref"] = xlsx.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(rows.length - 1, 0), c: width - 1 } });
  return sheet;
}

export function peopleSheet(): xlsx.WorkSheet {
  const rows = people.map((person) =>
    [
      person.ref,
      person.area,
      person.day === null ? null : { day: person.day },
      person.score,
      person.pounds,
      person.living,
    ].map(sheetCell),
  );
  return sheetOf([headers.map(sheetCell), ...rows]);
}

export function bookOf(sheets: Readonly<Record<string, xlsx.WorkSheet>>, workbook: object = {}): xlsx.WorkBook {
  return { SheetNames: Object.keys(sheets), Sheets: sheets, Workbook: workbook } as xlsx.WorkBook;
}

export function writeBook(path: string, book: xlsx.WorkBook): void {
  const bookType = path.split(".").at(-1) as xlsx.BookType;
  const extra = bookType === "xls" ? { bookType: "biff8" as const } : { bookType };
  writeFileSync(path, xlsx.write(book, { type: "buffer", compression: true, ...extra }));
}

/** By a library that shares nothing with the one that reads. */
export async function writeOtherXlsx(path: string): Promise<void> {
  const rows = people.map(
    (person) =>
      [
        { value: person.ref, type: String },
        person.area === null ? null : { value: person.area, type: String },
        person.day === null ? null : { value: new Date(`${person.day}T00:00:00Z`), type: Date, format: "dd/mm/yyyy" },
        person.score === null ? null : { value: person.score, type: Number },
        person.pounds === null ? null : { value: person.pounds, type: Number, format: "[$£-809]#,##0.00" },
        person.living === null ? null : { value: person.living, type: Boolean },
      ] as never,
  );
  await writeExcelFile([headers.map((value) => ({ value, type: String })) as never, ...rows]).toFile(path);
}

export function writeJsonLines(path: string): void {
  const lines = people.map((person) => {
    const cells = cellsOf(person).map((cell, index) => [headers[index]!, cell] as const);
    return JSON.stringify(Object.fromEntries(cells.filter(([, cell]) => cell !== null)));
  });
  writeFileSync(path, `${lines.join("\n")}\n`);
}

const sqlTypes = ["VARCHAR", "VARCHAR", "DATE", "DOUBLE", "DECIMAL(18,2)", "BOOLEAN"];

function sqlTable(): { readonly columns: string; readonly values: string } {
  const literal = (cell: Cell) => (typeof cell === "string" ? `'${cell.replaceAll("'", "''")}'` : String(cell));
  const columns = headers.map((header, index) => `"${header}" ${sqlTypes[index]}`).join(", ");
  return { columns, values: people.map((person) => `(${cellsOf(person).map(literal).join(", ")})`).join(", ") };
}

/** Runs statements in a database in memory, to write files with. */
export async function runSql(...statements: readonly string[]): Promise<void> {
  const engine = await openEngine({ threads: 1, memoryGb: 1 });
  try {
    for (const statement of statements) await engine.connection.run(statement);
  } finally {
    await closeEngine(engine);
  }
}

export async function writeParquetFile(path: string): Promise<void> {
  const { columns, values } = sqlTable();
  await runSql(
    `CREATE TABLE people (${columns})`,
    `INSERT INTO people VALUES ${values}`,
    `COPY people TO '${path}' (FORMAT parquet)`,
  );
}

export async function writeDuckdbFile(path: string, ...more: readonly string[]): Promise<void> {
  const { columns, values } = sqlTable();
  await runSql(
    `ATTACH '${path}' AS made`,
    "USE made",
    `CREATE TABLE people (${columns})`,
    `INSERT INTO people VALUES ${values}`,
    ...more,
    "USE memory",
    "DETACH made",
  );
}

export async function writeSqliteFile(path: string, ...more: readonly string[]): Promise<void> {
  const { columns, values } = sqlTable();
  await writeSqlite(path, `CREATE TABLE people (${columns})`, `INSERT INTO people VALUES ${values}`, ...more);
}

export async function writeSqlite(path: string, ...statements: readonly string[]): Promise<void> {
  const { Database } = await initSqlJs();
  const database = new Database();
  for (const statement of statements) database.run(statement);
  writeFileSync(path, database.export());
  database.close();
}

export function inFolder(folder: string): (name: string) => string {
  return (name) => join(folder, name);
}
