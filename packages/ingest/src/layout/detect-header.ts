import { type Cells, filledCells, isBlankCell, isBlankRecord, isLabel, isValue } from "./cell-kinds.ts";
import { headerNames } from "./header-names.ts";
import { repeatsHeader } from "./repeats-header.ts";

/** Where the header stands among the records. */
export interface DetectedHeader {
  /** Position of its first record, 0 for the first of the file. */
  readonly first: number;
  /** How many records it is stacked in. */
  readonly count: number;
  /** Columns that hold anything below it. */
  readonly columnsInUse: number;
  /** Of those, how many it names. */
  readonly columnsNamed: number;
}

/** A header further down than this is declared by the plan. */
const searchedRecords = 60;
/** Rows below a header that say which columns are in use, and of what kind. */
const bodyRecords = 200;
const stackedAtMost = 5;

/**
 * Finds the header: the first record that is not a title of one cell. What stands above is a title block. A later record
 * takes its place only when it names clearly more of the columns in use, in words where the data have numbers, and in
 * words that do not come again.
 *
 * Records directly above belong to the header when they name what it leaves unnamed, or tell apart what it names alike;
 * the record below it, when it does.
 */
export function detectHeader(records: readonly Cells[]): DetectedHeader {
  const start = firstNamed(records);
  const bottom = betterNamed(records, start) ?? aboveData(records, start) ?? start;
  const first = climbed(records, bottom);
  const last = descended(records, first, bottom);
  const body = bodyOf(records, last + 1);
  const names = headerNames(records.slice(first, last + 1));
  const used = columnsInUse(body);
  return {
    first,
    count: last - first + 1,
    columnsInUse: used.length,
    columnsNamed: used.filter((column) => !isBlankCell(names[column])).length,
  };
}

/** The first record that is not a title of one cell above rows of several. */
function firstNamed(records: readonly Cells[]): number {
  const searched = Math.min(records.length, searchedRecords);
  let nonBlank: number | null = null;
  for (let index = 0; index < searched; index++) {
    const filled = filledCells(records[index]!).length;
    if (filled === 0) continue;
    nonBlank ??= index;
    if (filled > 1 || !isTitle(records[index]!, bodyOf(records, index + 1))) return index;
  }
  return nonBlank ?? 0;
}

/** One cell above rows of several, or above names of several columns where it stands alone in its row. */
function isTitle(record: Cells, body: readonly Cells[]): boolean {
  if (columnsInUse(body, 1 / 2).length > 1) return true;
  return record.length === 1 && body.length > 0 && filledCells(body[0]!).length > 1;
}

/** A record below that is beyond doubt the header, where the first one leaves columns unnamed: fuller than all above it. */
function betterNamed(records: readonly Cells[], start: number): number | null {
  const used = columnsInUse(bodyOf(records, start + 1), 1 / 4);
  const named = coverage(records[start]!, used);
  let fullest = filledCells(records[start]!).length;
  if (named === 1) return null;
  for (let index = start + 1; index < Math.min(records.length, start + 20); index++) {
    const record = records[index]!;
    const filled = filledCells(record).length;
    const fuller = filled > fullest && coverage(record, used) >= named + 0.25;
    if (fuller && allLabels(record) && contrasts(record, bodyOf(records, index + 1))) return index;
    fullest = Math.max(fullest, filled);
  }
  return null;
}

/** A record of values is data: the sparse names above it are the header. */
function aboveData(records: readonly Cells[], start: number): number | null {
  const filled = filledCells(records[start]!);
  const values = filled.filter((column) => isValue(records[start]![column]!)).length;
  if (start === 0 || values * 2 < filled.length) return null;
  const above = records[start - 1]!;
  return filledCells(above).length >= 2 && allLabels(above) ? start - 1 : null;
}

function climbed(records: readonly Cells[], bottom: number): number {
  const used = columnsInUse(bodyOf(records, bottom + 1));
  let first = bottom;
  while (first > 0 && bottom - first < stackedAtMost - 1) {
    const above = records[first - 1]!;
    const lower = records.slice(first, bottom + 1);
    if (filledCells(above).length < 2 || !allLabels(above) || !adds(above, lower, used)) break;
    first--;
  }
  return first;
}

function descended(records: readonly Cells[], top: number, bottom: number): number {
  let last = bottom;
  while (last + 1 < records.length && last - top < stackedAtMost - 1) {
    const below = records[last + 1]!;
    const body = bodyOf(records, last + 2);
    const upper = records.slice(top, last + 1);
    const leavesAlone = filledCells(records[top]!).some((column) => isBlankCell(below[column]));
    if (filledCells(below).length < 2 || !allLabels(below) || !leavesAlone || !contrasts(below, body)) break;
    if (!completes(upper, below, columnsInUse(body))) break;
    last++;
  }
  return last;
}

/** Whether a record above names a column in use that the header leaves blank, or tells apart two it names alike. */
function adds(above: Cells, lower: readonly Cells[], used: readonly number[]): boolean {
  const without = headerNames(lower);
  if (used.some((column) => isBlankCell(without[column]) && !isBlankCell(above[column]))) return true;
  return ambiguous(headerNames([above, ...lower]), used) < ambiguous(without, used);
}

function completes(upper: readonly Cells[], below: Cells, used: readonly number[]): boolean {
  const without = headerNames(upper);
  if (used.some((column) => isBlankCell(without[column]) && !isBlankCell(below[column]))) return true;
  return ambiguous(headerNames([...upper, below]), used) < ambiguous(without, used);
}

/** Columns whose name another column has too. */
function ambiguous(names: readonly string[], used: readonly number[]): number {
  const named = used.map((column) => (names[column] ?? "").trim()).filter((name) => name !== "");
  return named.length - new Set(named).size;
}

function allLabels(record: Cells): boolean {
  return filledCells(record).every((column) => isLabel(record[column]!));
}

/** Words above a column of nothing but values, and none of the words among the data. */
function contrasts(record: Cells, below: readonly Cells[]): boolean {
  const filled = filledCells(record);
  const body = below.filter((cells) => !repeatsHeader(cells, record));
  const recurs = filled.some((column) => body.some((cells) => cells[column]?.trim() === record[column]!.trim()));
  if (recurs) return false;
  return filled.some((column) => {
    const cells = body.map((row) => row[column] ?? "").filter((cell) => !isBlankCell(cell));
    return cells.length > 0 && cells.filter(isValue).length * 2 > cells.length;
  });
}

/** Share of columns that a record names. */
function coverage(record: Cells, used: readonly number[]): number {
  if (used.length === 0) return 1;
  return used.filter((column) => !isBlankCell(record[column])).length / used.length;
}

function bodyOf(records: readonly Cells[], from: number): readonly Cells[] {
  return records.slice(from, from + bodyRecords).filter((cells) => !isBlankRecord(cells));
}

/** Columns that hold something in more than a share of the rows. */
function columnsInUse(body: readonly Cells[], share = 1 / 50): number[] {
  const counts: number[] = [];
  for (const cells of body) for (const column of filledCells(cells)) counts[column] = (counts[column] ?? 0) + 1;
  return Object.keys(counts)
    .map(Number)
    .filter((column) => counts[column]! > body.length * share);
}
