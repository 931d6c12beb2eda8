import { type Html, html, raw } from "../page/html.ts";
import { tableCsv } from "../spreadsheets/table-csv.ts";
import { blocksOf } from "./blocks-of.ts";
import { documentParts, isInDocuments, type ReportParts } from "./document-parts.ts";
import { type MarkupNode, parseMarkup } from "./markup.ts";
import { isForm, type NumberedTable, numberedTables, tablesIn } from "./numbered-tables.ts";

/**
 * The sections of a page with a link below each table to the same table as CSV: its name says which table, the kind of
 * file and its size, as somebody who hears links by themselves must know what each is.
 */
export function withDownloads<Parts extends ReportParts>(parts: Parts): Parts {
  const tables = numberedTables(documentParts(parts)).values();
  const linked = (body: Html) => raw(withLinks(body.html, tables));
  const all = <One extends { readonly id: string; readonly title: string; readonly body: Html }>(
    list: readonly One[],
  ) => list.map((one) => (isInDocuments(one) ? { ...one, body: linked(one.body) } : one));
  // In the order of the report, in which the tables are numbered.
  const lead = linked(parts.lead);
  const opening = all(parts.opening);
  const sections = all(parts.sections);
  return { ...parts, lead, opening, sections, annexes: all(parts.annexes) };
}

function withLinks(markup: string, tables: Iterator<NumberedTable>): string {
  const isFilled = tablesIn(blocksOf(markup)).map((table) => !isForm(table));
  const ends = endsOfTables(parseMarkup(markup)).filter((_, index) => isFilled[index]);
  let [text, from] = ["", 0];
  for (const end of ends) {
    text += markup.slice(from, end) + link(tables.next().value!).html;
    from = end;
  }
  return text + markup.slice(from);
}

/** Where each table ends, with the box that it scrolls in. */
function endsOfTables(nodes: readonly MarkupNode[]): number[] {
  return nodes.flatMap((node) => {
    if (node.kind !== "element") return [];
    if (node.name === "table") return [node.end];
    const inside = endsOfTables(node.children);
    const isBox = node.attributes.get("class")?.split(" ").includes("scroll") ?? false;
    return isBox ? inside.map(() => node.end) : inside;
  });
}

function link(table: NumberedTable): Html {
  const size = Math.max(1, Math.round(new TextEncoder().encode(tableCsv(table)).length / 1024));
  return html`<p class="download"><a href="${table.csvPath}" download><span class="unseen">${table.caption}: </span>CSV, ${size} KB</a></p>`;
}
