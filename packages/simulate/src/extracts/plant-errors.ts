import type { RandomStream } from "@likewise/stats";
import { csvLine } from "./csv-line.ts";
import type { PlannedError } from "./planned-errors.ts";
import type { ReceivedFile, ReceivedRow } from "./received-files.ts";
import { receivedTables } from "./received-layout.ts";

/**
 * A file with errors planted in it. Each starts from a sound row of its own, so that errors do not meet by chance.
 *
 * @param planned what is planned for this file, in order
 */
export function plantErrors(file: ReceivedFile, planned: readonly PlannedError[], stream: RandomStream): ReceivedFile {
  const rows = file.rows.slice();
  const behind = new Map<number, ReceivedRow[]>();
  const [first, last]: [ReceivedRow[], ReceivedRow[]] = [[], []];
  const taken = new Set<number>();
  const putBehind = (row: number, added: ReceivedRow) => behind.set(row, [...(behind.get(row) ?? []), added]);
  for (const error of planned) {
    const start = soundRow(file, error, taken, stream);
    taken.add(start);
    const added = erroneousRow(file, error, rows[start]!);
    if (error.act === "change") rows[start] = added;
    else if (error.act === "repeat") putBehind(start, added);
    else if (error.place === "first") first.push(added);
    else if (error.place === "last") last.push(added);
    else putBehind(stream.integer(0, rows.length - 2), added);
    if (error.act === "contradict") {
      const other = { ...error, cells: { ...error.cells, ...error.otherwise } };
      putBehind(stream.integer(0, rows.length - 2), erroneousRow(file, other, rows[start]!));
    }
  }
  return { ...file, rows: [...first, ...rows.flatMap((row, i) => [row, ...(behind.get(i) ?? [])]), ...last] };
}

function soundRow(file: ReceivedFile, error: PlannedError, taken: ReadonlySet<number>, stream: RandomStream): number {
  const fits = (row: ReceivedRow) => error.from?.((field) => row.cells[positionOf(file, field)]!) ?? true;
  const rows = Array.from(file.rows.keys()).filter((row) => !taken.has(row) && fits(file.rows[row]!));
  if (rows.length === 0) {
    throw new RangeError(`messyExtracts: ${file.table} must have a row to plant ${error.errors[0]![0]} in, got none`);
  }
  return rows[stream.integer(0, rows.length - 1)]!;
}

function erroneousRow(file: ReceivedFile, { errors, cells = {}, line }: PlannedError, sound: ReceivedRow): ReceivedRow {
  const changed = sound.cells.slice();
  for (const [field, text] of Object.entries(cells)) {
    const at = positionOf(file, field);
    changed[at] = typeof text === "string" ? text : text(changed[at]!);
  }
  const planted = errors.map(([code, field]) => ({
    code,
    column: field === null ? null : file.header[positionOf(file, field)]!,
  }));
  return { cells: changed, planted, ...(line && { raw: brokenLine(changed, line) }) };
}

function brokenLine(cells: readonly string[], line: NonNullable<PlannedError["line"]>): string {
  switch (line) {
    case "blank":
      return csvLine(cells.map(() => ""));
    case "empty":
      return "";
    case "cell-too-many":
      return csvLine([...cells, "moved here"]);
    case "cut-short":
      return csvLine(cells.slice(0, -2));
    case "stray-quote":
      return `${csvLine(cells.slice(0, -1))},"no "reason" given"`;
  }
}

function positionOf(file: ReceivedFile, field: string): number {
  return Object.keys(receivedTables[file.table].fields).indexOf(field);
}
