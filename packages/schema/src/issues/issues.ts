/**
 * A problem found in data: plain data, collected, never thrown one by one. It never holds a cell's value, so that it
 * may be printed or logged; the rejected row itself is kept unchanged in `private/`.
 */
export interface Issue {
  /** Stable code, for example `date_after_extract`. */
  readonly code: string;
  readonly severity: "rejected" | "reported";
  readonly table: string;
  readonly file: string | null;
  /** 1-based line of data as received, the header not counted; null when the issue is not about one row. */
  readonly row: number | null;
  readonly column: string | null;
  /** What was expected, in words: `on or before 2024-06-30`. */
  readonly expected: string;
  /** What kind of thing was found, never the value: `a date after the extract date`. */
  readonly found: string;
}

/**
 * One sentence for an issue: where, what was expected, what was found.
 *
 * @example
 * formatIssue({ code: "date_after_extract", severity: "reported", table: "events", file: "events.csv", row: 57, column: "Date", expected: "on or before 2024-06-30", found: "a later date" }); // "events.csv row 57, column \"Date\": expected on or before 2024-06-30, found a later date [date_after_extract]"
 */
export function formatIssue(issue: Issue): string {
  const place = [issue.file ?? issue.table, issue.row === null ? "" : `row ${issue.row}`].filter(Boolean).join(" ");
  const column = issue.column === null ? "" : `, column "${issue.column}"`;
  return `${place}${column}: expected ${issue.expected}, found ${issue.found} [${issue.code}]`;
}
