import type { CodedTexts, DistinctTexts } from "../bulk/coded-texts.ts";
import { countRows } from "../bulk/count-rows.ts";
import { isBulk } from "../bulk/is-bulk.ts";
import { loneIds } from "../bulk/lone-ids.ts";
import type { BulkFile } from "../bulk/read-in-bulk.ts";
import type { MappedColumn, ReaderName } from "../mapping/mapped-column.ts";
import { isSpreadsheetError } from "../values/is-spreadsheet-error.ts";
import { isMissing, readCellText } from "../values/read-cell-text.ts";
import { readNumber } from "../values/read-number.ts";
import type { Reading } from "../values/reading.ts";
import { numberTexts } from "./number-texts.ts";
import { originOf, type TableRows } from "./table-rows.ts";

/**
 * A column as different texts and a number per row: each text is read, checked and matched once, however often it
 * occurs, and a million rows cost a million look-ups in a typed array.
 */
export interface TextColumnCodes {
  /** Which text each row holds; -1 where the row's structure is broken. */
  readonly codes: Int32Array;
  /** Different texts as received, in the order of their first row. */
  readonly texts: readonly string[];
  /** Rows that hold each text. */
  readonly rowsOf: Int32Array;
  /** Plain ids that stand in one row only and have the code -1, by row; see `loneIds`. */
  readonly alone?: (row: number) => string | null;
  /** All texts, where `texts` has the first and the last of very many only, as if each stood in one row. */
  readonly distinct?: CodedTexts;
}

/** A column with the meaning of each of its texts. */
export interface ReadColumn extends TextColumnCodes {
  readonly mapped: MappedColumn;
  /** As declared, or as read off the cells of a covariate. */
  readonly reader: ReaderName;
  readonly readings: readonly Reading[];
}

/** One column to be numbered. */
export interface ColumnPlace {
  readonly mapped: MappedColumn;
  /** Of the column in each file; null where it is not from the file. */
  readonly positions: readonly number[] | null;
  /** Whether nothing else is matched with the column's ids than they with themselves. */
  readonly mayStandAlone: boolean;
}

/** Rows are looked at so many at a time, column by column, while they are still at hand. */
const blockRows = 512;

/**
 * The texts of columns.
 *
 * @param broken 1 = the row's cells cannot be told apart
 */
export function columnTexts(columns: readonly ColumnPlace[], rows: TableRows, broken: Uint8Array): TextColumnCodes[] {
  const [first] = rows.files;
  const numbered = columns.map((column) => {
    const coded = first !== undefined && isBulk(first) && column.mapped.source.kind === "column";
    if (coded) {
      const received = bulkTexts(column, first);
      return { received: () => received, add: null };
    }
    const codes = new Int32Array(rows.cells.length).fill(-1);
    const { texts, numberOf } = numberTexts();
    const received = () => ({ codes, texts, rowsOf: countRows(codes, texts.length) });
    return { received, add: textAdder(column, rows, codes, numberOf) };
  });
  for (const [file, start] of rows.starts.entries()) {
    const end = start + rows.files[file]!.rows.length;
    for (let from = start; from < end; from += blockRows) {
      const to = Math.min(end, from + blockRows);
      for (const { add } of numbered) add?.(file, from, to, broken);
    }
  }
  return numbered.map(({ received }) => received());
}

type TextAdder = (file: number, from: number, to: number, broken: Uint8Array) => void;

function textAdder(
  { mapped: { source }, positions }: ColumnPlace,
  rows: TableRows,
  codes: Int32Array,
  numberOf: (text: string) => number,
): TextAdder {
  if (source.kind === "column") {
    return (file, from, to, broken) => {
      const position = positions![file]!;
      for (let row = from; row < to; row++) if (broken[row] === 0) codes[row] = numberOf(rows.cells[row]![position]!);
    };
  }
  const textOf = (row: number) => (source.kind === "constant" ? source.text : String(originOf(rows, row).row));
  return (_, from, to, broken) => {
    for (let row = from; row < to; row++) if (broken[row] === 0) codes[row] = numberOf(textOf(row));
  };
}

function bulkTexts({ mapped, positions, mayStandAlone }: ColumnPlace, file: BulkFile): TextColumnCodes {
  const column = file.coded.columns.get(positions![0]!)!;
  const { codes, texts, rowsOf } = column;
  const nearlyUnique = texts.size * 2 > codes.length;
  const asReceived = mapped.isId && mapped.reader === "text" && (mapped.normalise ?? []).length === 0;
  if (nearlyUnique && asReceived && mayStandAlone) {
    const ends = endsOf(texts);
    return { codes, texts: ends, rowsOf: onceEach(ends.length), distinct: column };
  }
  return { codes, texts: texts.all(), rowsOf: rowsOf ?? onceEach(texts.size) };
}

function onceEach(size: number): Int32Array {
  return new Int32Array(size).fill(1);
}

/** Reads every text of a column. The type of an undeclared covariate is number when every present text is one. */
export function readColumn(mapped: MappedColumn, received: TextColumnCodes): ReadColumn {
  const { distinct } = received;
  const texts = distinct === undefined ? received : loneIds(distinct, mapped);
  const reader = mapped.reader ?? inferredReader(mapped, texts);
  return { mapped, reader, ...texts, readings: texts.texts.map((text) => readCellText(text, mapped, reader)) };
}

/** The number (of a date the day, of a partial date the first) in a row; null where there is none that can be read. */
export function numberAt({ codes, readings }: ReadColumn, row: number): number | null {
  const value = codes[row] === -1 ? null : readings[codes[row]!]!.value;
  return typeof value === "number" ? value : null;
}

/** The last day a date in a row may be, which of an exact date is the day; null where there is none that can be read. */
export function latestAt({ codes, readings }: ReadColumn, row: number): number | null {
  if (codes[row] === -1) return null;
  const { value, latest } = readings[codes[row]!]!;
  return latest ?? (typeof value === "number" ? value : null);
}

/** The text in a row; null where there is none that can be read. */
export function textAt({ codes, readings }: ReadColumn, row: number): string | null {
  const value = codes[row] === -1 ? null : readings[codes[row]!]!.value;
  return typeof value === "string" ? value : null;
}

/** Of each text whether it is missing, a number or something else, where nothing declares which. */
export function kindsOfTexts(mapped: MappedColumn, texts: readonly string[]): ("missing" | "number" | "other")[] {
  return texts.map((text) => kindOf(text.trim(), mapped));
}

function inferredReader(mapped: MappedColumn, { texts }: TextColumnCodes): ReaderName {
  const kinds = new Set(kindsOfTexts(mapped, texts));
  return kinds.has("number") && !kinds.has("other") ? "number" : "category";
}

function kindOf(trimmed: string, mapped: MappedColumn): "missing" | "number" | "other" {
  const text = mapped.recodes.get(trimmed) ?? trimmed;
  // A formula that failed rejects its row, and says nothing of the type of the others.
  if (isMissing(trimmed, mapped) || isMissing(text, mapped) || isSpreadsheetError(text)) return "missing";
  // A code that begins with a nought would lose it as a number, and become another code.
  return readNumber(text) === null || /^[+-]?0\d/.test(text) ? "other" : "number";
}

const endTexts = 5000;

/** The first and the last texts, which is all that anybody looks at before they are read. */
function endsOf(texts: DistinctTexts): readonly string[] {
  const most = 2 * endTexts;
  const codeAt = (index: number) => (index < endTexts || texts.size <= most ? index : texts.size - most + index);
  return Array.from({ length: Math.min(texts.size, most) }, (_, index) => texts.at(codeAt(index)));
}
