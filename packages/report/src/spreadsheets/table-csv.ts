import type { DataTable } from "../charts/chart.ts";
import { cellOf } from "./cell.ts";
import { toCsv } from "./csv.ts";
import { uniqueNames } from "./unique-names.ts";

/** First, so that a spreadsheet reads the letters as UTF-8. */
const byteOrderMark = "\ufeff";

/** A table of the report as CSV: numbers as plain digits, percentages as the page has them. */
export function tableCsv({ head, rows }: DataTable): string {
  return (
    byteOrderMark +
    toCsv(
      uniqueNames(head),
      rows.map((row) => row.map(csvText)),
    )
  );
}

function csvText(text: string): string {
  const cell = cellOf(text);
  if (typeof cell === "string") return cell;
  if ("text" in cell) return cell.text;
  return cell.percent ? text.replaceAll(",", "").replace("−", "-") : cell.value.toFixed(cell.decimals);
}
