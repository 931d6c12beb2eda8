import type { DataTable } from "../charts/chart.ts";
import { type Html, html } from "./html.ts";

/**
 * A table of data: caption, header cells with scope, numbers to the right, in a box that scrolls by keyboard where the
 * screen is narrower than the table. On a phone each row stands by itself, with every cell after the name of its column.
 */
export function dataTable({ caption, head, rows }: DataTable): Html {
  if (rows.length === 0) return html``;
  const numeric = head.map((_, column) => column > 0 && rows.every((row) => isNumeric(row[column] ?? "")));
  const classOf = (column: number, text = "") => {
    const names = [numeric[column] ? "number" : "", text === "[z]" ? "none" : ""].filter(Boolean).join(" ");
    return names === "" ? null : html` class="${names}"`;
  };
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}">
<table>
<caption>${caption}</caption>
<thead><tr>${head.map((text, column) => html`<th scope="col"${classOf(column)}>${text}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr><th scope="row">${row[0]}</th>${row.slice(1).map((text, index) => html`<td${classOf(index + 1, text)} data-head="${head[index + 1]}">${text}</td>`)}</tr>\n`)}</tbody>
</table>
</div>
`;
}

const number = /(?:\[[a-z]+\]|[−-]?[\d.,]+%?)/.source;

/** Numbers, intervals, shorthand such as [c], and nothing. */
function isNumeric(text: string): boolean {
  return new RegExp(`^(\\[[a-z]+\\]|${number}|${number} (?:to|of) ${number}|less than 0\\.01|Not measured)?$`).test(
    text,
  );
}
