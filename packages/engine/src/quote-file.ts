import { quoteText } from "./quote-text.ts";

/** The path of one file as an SQL literal. A path is a pattern to the database, so each sign of one is a set of itself. */
export function quoteFile(path: string): string {
  return quoteText(path.replace(/[*?[]/g, "[$&]"));
}
