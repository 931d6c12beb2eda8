import type { Assumption } from "../files/assumption.ts";
import type { TableFormat } from "../files/file-reader.ts";
import type { SetAsideReason } from "../files/flat-file.ts";
import { type Cells, isBlankRecord } from "./cell-kinds.ts";
import { type DetectedHeader, detectHeader } from "./detect-header.ts";
import { type DetectedSetAside, detectSetAside } from "./detect-set-aside.ts";
import type { DataAboveRow } from "./find-footer.ts";

/** Where the table stands among the records. */
export interface DetectedLayout {
  /** Position of the first record of the header, 0 for the first. */
  readonly headerIndex: number;
  /** Records the header is stacked in. */
  readonly headerCount: number;
  /** Rows below the header, 0 for the first, that are not data. */
  readonly setAside: ReadonlyMap<number, SetAsideReason>;
  /** What was read off the records, with its evidence. */
  readonly assumptions: readonly Assumption[];
}

/**
 * Finds the header, rows that repeat it, a footer and further tables. What the format declares is not looked for: a
 * declared `lastRow` or `footerRows` says where the data end, and all rows up to there are data or the header again.
 *
 * Only the first records say where the header is, and only the last rows where the data end.
 *
 * @param dataAbove what stands above a row below the header, where `records` has only some of those
 */
export function detectLayout(records: readonly Cells[], format: TableFormat, dataAbove?: DataAboveRow): DetectedLayout {
  const detected = format.headerRow === undefined ? detectHeader(records) : null;
  const headerIndex = (format.headerRow ?? detected!.first + 1) - 1;
  const headerCount = format.headerRows ?? detected?.count ?? 1;
  const start = headerIndex + headerCount;
  const rows = records.slice(start);
  const headers = records.slice(headerIndex, start);
  const end = declaredEnd(rows, start, format);
  const aside = detectSetAside(rows, headers, records.slice(0, headerIndex), end, dataAbove);
  return {
    headerIndex,
    headerCount,
    setAside: aside.rows,
    assumptions: [
      ...(detected === null ? [] : headerAssumptions(detected, records, format)),
      ...asideAssumptions(aside, start),
    ],
  };
}

/** Rows up to where the plan says the data end. Blank rows at the end are not counted among `footerRows`. */
function declaredEnd(rows: readonly Cells[], start: number, format: TableFormat): number | null {
  if (format.lastRow === undefined && format.footerRows === undefined) return null;
  let end = format.lastRow === undefined ? rows.length : Math.max(0, Math.min(rows.length, format.lastRow - start));
  for (let left = format.footerRows ?? 0; left > 0 && end > 0; end--) if (!isBlankRecord(rows[end - 1]!)) left--;
  return end;
}

function headerAssumptions(
  { first, count, columnsInUse, columnsNamed }: DetectedHeader,
  records: readonly Cells[],
  format: TableFormat,
): Assumption[] {
  const above = records.slice(0, first).filter((cells) => !isBlankRecord(cells)).length;
  const title =
    first === 0 ? "" : `; ${rowsWords(first)} above it ${first === 1 ? "is" : "are"} not read, ${above} not blank`;
  const row: Assumption = {
    what: "headerRow",
    value: String(first + 1),
    evidence: `it names ${columnsNamed} of the ${columnsInUse} columns in use${title}`,
    fix: `format.headerRow: ${first + 1}`,
  };
  if (count === 1 || format.headerRows !== undefined) return [row];
  return [
    row,
    {
      what: "headerRows",
      value: String(count),
      evidence: `${count} rows of names stand above each other, and name together what none of them names alone`,
      fix: `format.headerRows: ${count}`,
    },
  ];
}

function asideAssumptions({ otherTable, repeatedHeaders, footer }: DetectedSetAside, start: number): Assumption[] {
  const assumptions: Assumption[] = [];
  if (repeatedHeaders > 0) {
    assumptions.push({
      what: "repeatedHeader",
      value: String(repeatedHeaders),
      evidence: `${rowsWords(repeatedHeaders)} below the header ${repeatedHeaders === 1 ? "is" : "are"} the header again`,
      fix: "none needed: such rows are never data",
    });
  }
  if (otherTable !== null) {
    assumptions.push({
      what: "lastRow",
      value: String(start + otherTable),
      evidence: `another table with its own header begins in row ${start + otherTable + 1}; it is not read`,
      fix: `format.lastRow: ${start + otherTable}`,
    });
  }
  if (footer !== null && footer.rows.length > 0) {
    assumptions.push({
      what: "footerRows",
      value: String(footer.rows.length),
      evidence: `${rowsWords(footer.rows.length)} at the end: ${footer.kinds.join(", ")}`,
      fix: `format.footerRows: ${footer.rows.length}`,
    });
  } else if (footer?.doubtful === true) {
    assumptions.push({
      what: "footerRows",
      value: "0",
      evidence:
        "the last row begins with a word such as total or mean, and nothing shows that it is no row: it is read as data",
      fix: "format.footerRows: 0",
    });
  }
  return assumptions;
}

function rowsWords(count: number): string {
  return count === 1 ? "1 row" : `${count} rows`;
}
