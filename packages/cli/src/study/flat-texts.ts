import { flatTables, toCsv } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { jsonText } from "./json-text.ts";

/** Flat tables of results as CSV and as JSON, a list of records, by their path below `out/`. */
export function flatTexts(results: Results): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const { name, columns, rows } of flatTables(results)) {
    texts[`flat/${name}.csv`] = toCsv(
      columns,
      rows.map((row) => row.map((value) => (value === null ? "" : String(value)))),
    );
    texts[`flat/${name}.json`] = jsonText(
      rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]]))),
    );
  }
  return texts;
}
