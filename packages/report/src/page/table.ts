import type { DataTable } from "../charts/chart.ts";
import { type Html, html } from "./html.ts";

/** A table of data: caption, header cells with scope, numbers to the right, in a region that scrolls by keyboard. */
export function dataTable({ caption, head, rows }: DataTable): Html {
  if (rows.length === 0) return html``;
  const numeric = head.map((_, column) => column > 0 && rows.every((row) => isNumeric(row[column] ?? "")));
  const classOf = (column: number) => (numeric[column] ? html` class="number"` : null);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
<table>
<caption>${caption}</caption>
<thead><tr>${head.map((text, column) => html`<th scope="col"${classOf(column)}>${text}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr><th scope="row">${row[0]}</th>${row.slice(1).map((text, index) => html`<td${classOf(index + 1)}>${text}</td>`)}</tr>\n`)}</tbody>
</table>
</div>
`;
}

/** Numbers, shorthand such as [c], and nothing. */
function isNumeric(text: string): boolean {
  return /^(\[[a-z]+\]|[−-]?[\d.,]+%?)?$/.test(text);
}
