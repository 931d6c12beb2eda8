import type { Results } from "@likewise/schema";
import type { OnFailure } from "../page/drawn-sections.ts";
import { odsOf } from "../spreadsheets/ods.ts";
import { tableCsv } from "../spreadsheets/table-csv.ts";
import { workbookOf } from "../spreadsheets/workbook.ts";
import { xlsxOf } from "../spreadsheets/xlsx.ts";
import { numberedTables } from "./numbered-tables.ts";
import { reportDocument } from "./report-document.ts";

/**
 * The outcome report for those who write on in it, and its tables for those who count on with them: Word, both
 * spreadsheets from one workbook, and a CSV file a table.
 *
 * @param results   with texts rendered; published, or working for the private edition
 * @param fonts     paths of font files for the pictures in Word, as `fontFiles` has them
 * @param onFailure told of a section that cannot be made, which then says so in its place; without it the documents fail
 * @returns files by their path below `out/`; the same bytes for the same results
 */
export async function renderDocuments(
  results: Results,
  fonts: readonly string[],
  onFailure?: OnFailure,
): Promise<Readonly<Record<string, string | Uint8Array>>> {
  // Word costs 100 ms to load, so only when a document is made.
  const { wordDocument } = await import("../word/word-document.ts");
  const report = await reportDocument(results, onFailure);
  const workbook = workbookOf(report);
  return {
    "report.docx": await wordDocument(report, fonts),
    "tables.ods": odsOf(workbook),
    "tables.xlsx": xlsxOf(workbook),
    ...Object.fromEntries(numberedTables(report.parts).map((table) => [table.csvPath, tableCsv(table)])),
  };
}
