import { Failure } from "@likewise/schema";
import { countRows } from "../bulk/count-rows.ts";
import type { Assumption } from "../files/assumption.ts";
import { headerOf, holdsDates, type MappedColumn, withIsoDates } from "../mapping/mapped-column.ts";
import { requireCentury } from "../mapping/mapped-columns.ts";
import type { TextColumnCodes } from "../table/read-column.ts";
import { originOf, type TableRows } from "../table/table-rows.ts";
import { isSpreadsheetError } from "./is-spreadsheet-error.ts";
import { type DateProof, proveDateFormat } from "./prove-date-format.ts";
import { isMissing } from "./read-cell-text.ts";
import { isSentinelText } from "./sentinels.ts";
import { swappedBySpreadsheet } from "./swapped-by-spreadsheet.ts";

/** Mapped columns whose date formats are all known, and what was read off the cells for it. */
export interface SettledDates {
  readonly columns: readonly MappedColumn[];
  readonly assumptions: readonly Assumption[];
}

/**
 * Proves the date formats the plan does not declare, and lets files that hold dates as dates be read besides.
 *
 * @throws Failure `data` naming every column whose cells do not prove one format: the readings, and the rows that would
 *   be other days or cannot be read; `usage` when years of two digits meet a plan without an extract date
 */
export function settleDateFormats(
  table: string,
  mapped: readonly MappedColumn[],
  texts: readonly TextColumnCodes[],
  rows: TableRows,
): SettledDates {
  const realDates = rows.files.some((file) => file.realDates);
  const assumptions: Assumption[] = [];
  const unproven: string[] = [];
  const columns = mapped.map((column, index) => {
    if (!holdsDates(column.reader)) return column;
    const swappedIn = (file: number) =>
      rows.files[file]!.realDates && swappedBySpreadsheet(ofFile(texts[index]!, rows, file).trimmed);
    if (rows.files.some((_, file) => swappedIn(file))) {
      unproven.push(`column "${headerOf(column)}": ${swapped}`);
      return column;
    }
    if (column.dateFormats !== null) return realDates ? withIsoDates(column) : column;
    if (column.source.kind !== "column") return { ...column, dateFormats: ["yyyy-mm-dd"] as const };
    const cells = presentTexts(column, texts[index]!, realDates);
    const proof = proveDateFormat(
      { texts: cells.map(({ text }) => text), rows: cells.map((cell) => cell.rows) },
      column.century,
    );
    if (proof.kind === "empty") return withIsoDates(column);
    if (proof.kind !== "proven") {
      const codes = proof.kind === "ambiguous" ? proof.differing : proof.unread;
      const at = rowsHolding(new Set(codes.map((position) => cells[position]!.code)), texts[index]!, rows);
      const dates = cells.reduce((sum, cell) => sum + cell.rows, 0);
      const sentinels = cells.filter(({ text }) => isSentinelText(text)).reduce((sum, cell) => sum + cell.rows, 0);
      unproven.push(
        `column "${headerOf(column)}": ${words(proof, dates, at, sentinels)}; declare ${planKey(table, column)}`,
      );
      return column;
    }
    const open = fileLeftOpen(column, texts[index]!, rows);
    if (open !== null) {
      unproven.push(`column "${headerOf(column)}" of ${open}; declare ${planKey(table, column)}`);
      return column;
    }
    const settled = { ...column, dateFormats: [proof.format] };
    requireCentury(table, settled);
    const fix = `${planKey(table, column)}: ${proof.format}`;
    assumptions.push({
      what: "dateFormat",
      value: proof.format,
      evidence: `column "${headerOf(column)}": ${proof.evidence}`,
      fix,
    });
    return realDates ? withIsoDates(settled) : settled;
  });
  if (unproven.length > 0) {
    const files = rows.files.map(({ shown }) => shown).join(", ");
    throw new Failure("data", `${table} (${files}): ${unproven.join("; ")}`);
  }
  return { columns, assumptions };
}

/**
 * Files of one table may come from different systems, so each has to prove its order of day and month by itself: the
 * first that does not, and its rows that would be other days.
 */
function fileLeftOpen(column: MappedColumn, received: TextColumnCodes, rows: TableRows): string | null {
  if (rows.files.length === 1) return null;
  for (const [file, { shown, realDates }] of rows.files.entries()) {
    const { codes } = ofFile(received, rows, file);
    const ofThis = { texts: received.texts, rowsOf: countRows(codes, received.texts.length) };
    const cells = presentTexts(column, ofThis, realDates).filter((cell) => cell.rows > 0);
    const counts = cells.map((cell) => cell.rows);
    const proof = proveDateFormat({ texts: cells.map(({ text }) => text), rows: counts }, column.century);
    if (proof.kind !== "ambiguous") continue;
    const alone = new Int32Array(received.codes.length).fill(-1);
    alone.set(codes, rows.starts[file]);
    const differing = new Set(proof.differing.map((position) => cells[position]!.code));
    const at = rowsHolding(differing, { codes: alone }, rows);
    return `${shown}: ${words(
      proof,
      counts.reduce((sum, count) => sum + count, 0),
      at,
      0,
    )}, whatever the other files say`;
  }
  return null;
}

/** The part of a column that one file holds. */
function ofFile(
  { codes, texts }: TextColumnCodes,
  { starts }: TableRows,
  file: number,
): { readonly codes: Int32Array; readonly trimmed: readonly string[] } {
  const part = codes.subarray(starts[file], starts[file + 1]);
  const held = new Set(part);
  return { codes: part, trimmed: texts.filter((_, code) => held.has(code)).map((text) => text.trim()) };
}

const swapped =
  "a spreadsheet has read some of its dates in another order than they were written in, and left the others as text; get the extract anew, as CSV";

interface DateCell {
  readonly text: string;
  readonly code: number;
  readonly rows: number;
}

/** Texts that must be dates: not missing, and not recoded by the plan; of files with real dates, not those. */
function presentTexts(
  column: MappedColumn,
  { texts, rowsOf }: Pick<TextColumnCodes, "texts" | "rowsOf">,
  realDates: boolean,
): DateCell[] {
  return texts.flatMap((received, code) => {
    const text = received.trim();
    const settled =
      isMissing(text, column) ||
      isSpreadsheetError(text) ||
      column.recodes.has(text) ||
      (realDates && /^\d{4}-\d{2}-\d{2}\b/.test(text));
    return settled ? [] : [{ text, code, rows: rowsOf[code]! }];
  });
}

function words(
  proof: Extract<DateProof, { kind: "ambiguous" | "unread" }>,
  dates: number,
  at: { readonly count: number; readonly shown: string },
  sentinels: number,
): string {
  if (proof.kind === "ambiguous") {
    const [one, other] = proof.formats;
    return `every date can be read as ${one} and as ${other}, and ${at.count} of ${dates} would be other days (${at.shown})`;
  }
  const like = sentinels === 1 ? "looks like a missing code" : "look like missing codes";
  const hint = sentinels === 0 ? "" : `; ${sentinels} ${like}, which can be listed under missing`;
  const [best, ...others] = proof.read;
  if (best === undefined) return `no date format reads any of its ${dates} cells (${at.shown})${hint}`;
  const listed =
    proof.together === null
      ? "one format, or a list where several are used"
      : `all are read by the list ${proof.together.join(", ")}`;
  const further = others.slice(0, 3).map(({ format, rows }) => `, ${format} ${rows}`);
  const counts = `${best.format} reads ${best.rows}${further.join("")}`;
  return `no date format reads all ${dates} cells: ${counts}; not written ${best.format}: ${at.shown}${hint}; ${listed}`;
}

function planKey(table: string, { name, isCovariate }: MappedColumn): string {
  return `data.tables.${table}.${isCovariate ? "covariates" : "columns"}.${name}.dateFormat`;
}

const rowsShown = 5;

/** The first rows that hold one of the texts, by file where there are several. */
function rowsHolding(
  wanted: ReadonlySet<number>,
  { codes }: Pick<TextColumnCodes, "codes">,
  rows: TableRows,
): { readonly count: number; readonly shown: string } {
  const shown: string[] = [];
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    if (!wanted.has(codes[row]!)) continue;
    if (count++ >= rowsShown) continue;
    const origin = originOf(rows, row);
    shown.push(rows.files.length === 1 ? String(origin.row) : `${rows.files[origin.file]!.shown} ${origin.row}`);
  }
  const more = count > rowsShown ? ` and ${count - rowsShown} more` : "";
  return { count, shown: `${count === 1 ? "row" : "rows"} ${shown.join(", ")}${more}` };
}
