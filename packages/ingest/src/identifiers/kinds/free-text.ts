import { type ScreenedColumn, shareWhere } from "../screened-column.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const headed = /\b(notes?|comments?|narrative|free ?text|summary|circumstances|details)\b/;

/** Notes and narratives: by header, once cells run to sentences; by cells, once many do and hardly two are alike. */
export const freeText: IdentifierKind = {
  id: "free-text",
  label: "free text",
  header: null,
  coarser: null,
  cell: (text) => hasWords(text, 5),
  within: null,
  share: 0.3,
  atLeast: 1,
  holds: (column: ScreenedColumn) => {
    if (headed.test(column.words)) return true;
    const all = shareWhere(column, (text) => hasWords(text, 6));
    if (all.texts >= 10 && all.rows >= 0.5 * column.rows && all.texts >= 0.8 * all.rows) return true;
    const long = shareWhere(column, (text) => hasWords(text, 8));
    return long.texts >= 5 && long.rows >= 0.3 * column.rows && long.texts >= 0.5 * long.rows;
  },
  use: null,
};

function hasWords(text: string, least: number): boolean {
  return text.length >= 2 * least && text.split(" ").length >= least;
}
