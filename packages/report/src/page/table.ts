import type { DataTable } from "../charts/chart.ts";
import { cssText } from "./css-text.ts";
import { type Html, html, raw } from "./html.ts";

/** Columns a table may have: the style sheet has rules for each. */
export const mostColumns = 16;

/** From so many columns on a table is too broad for half a printed page. */
const broad = 6;

/**
 * A table of data: caption, header cells with scope, numbers to the right, in a box that scrolls by keyboard where the
 * screen is narrower than the table. On a phone each row stands by itself, with every cell after the name of its column.
 *
 * @throws RangeError for more columns than the style sheet has rules for
 */
export function dataTable({ caption, head, rows }: DataTable): Html {
  if (rows.length === 0) return html``;
  const numeric = head.flatMap((_, column) =>
    column > 0 && rows.every((row) => isNumeric(row[column] ?? "")) ? [`n${column + 1}`] : [],
  );
  const cell = (text: string) => html`<td${text === "[z]" ? html` class="none"` : null}>${text}</td>`;
  return tableBox({
    caption,
    head,
    look: numeric.join(" "),
    rows: rows.map((row) => html`<tr><th scope="row">${row[0]}</th>${row.slice(1).map(cell)}</tr>\n`),
  });
}

/** A table whose rows are made. What all cells of a column share stands once, on the table: a long report has thousands. */
export function tableBox({
  caption,
  head,
  look,
  rows,
}: Pick<DataTable, "caption" | "head"> & {
  /** Classes of the table; `n2` has the numbers of the second column stand to the right. */
  readonly look: string;
  readonly rows: readonly Html[];
}): Html {
  if (head.length > mostColumns)
    throw new RangeError(`tableBox: head must have at most ${mostColumns} columns, got ${head.length}`);
  return html`<div class="${head.length < broad ? "scroll" : "scroll broad"}" tabindex="0" role="group" aria-label="${caption}">
<table${look === "" ? null : html` class="${look}"`}${columnNames(head)}>
<caption>${caption}</caption>
<thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
`;
}

/** What a phone writes before each cell: `--c2` is the name of the second column. */
function columnNames(head: readonly string[]): Html | null {
  if (head.length < 2) return null;
  // Nothing but letters, digits, spaces and escapes stands between the quotes.
  const names = head.slice(1).map((text, index) => `--c${index + 2}:${cssText(text, "'")}`);
  return html` style="${raw(names.join(";"))}"`;
}

const number = /(?:\[[a-z]+\]|[−-]?£?[\d.,]+(?:%| million)?)/.source;

/** Numbers, pounds, intervals, shorthand such as [c], and nothing. */
function isNumeric(text: string): boolean {
  return new RegExp(`^(\\[[a-z]+\\]|${number}|${number} (?:to|of) ${number}|less than 0\\.01|Not measured)?$`).test(
    text,
  );
}
