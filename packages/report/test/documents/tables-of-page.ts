import type { ReadTable } from "./read-documents.ts";

/** Tables of a page, by their tags alone: not by the reader that the documents are made with. */
export function tablesOfPage(page: string): ReadTable[] {
  return [...page.matchAll(/<table[^>]*>([\s\S]*?)<\/table>/g)].map(([, table]) => ({
    caption: plain(/<caption>([\s\S]*?)<\/caption>/.exec(table!)?.[1] ?? ""),
    cells: [...table!.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
      [...row!.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => plain(cell!)),
    ),
  }));
}

function plain(markup: string): string {
  return markup
    .replace(/<br>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&")
    .replace(/[ \t\r\n]+/g, " ")
    .trim();
}
