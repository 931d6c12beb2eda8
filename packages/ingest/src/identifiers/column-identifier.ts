import type { MappedColumn } from "../mapping/mapped-column.ts";
import { readBoolean } from "../values/read-boolean.ts";
import { identifierKinds } from "./identifier-kinds.ts";

/** So many different texts settle what a column is. */
const enough = 5000;

/**
 * What a mapped column identifies people by, judged by its header and by its cells; null when by nothing.
 *
 * @param header in the file
 * @param texts  different texts of the column, as received
 * @param rows   rows they come from
 * @returns words for a message, without any cell
 */
export function columnIdentifier(
  mapped: MappedColumn,
  header: string,
  texts: readonly string[],
  rows: number,
): string | null {
  const present = texts
    .slice(0, enough)
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const words = wordsOf(header);
  for (const kind of identifierKinds) {
    const headed = kind.header?.test(words) === true && kind.coarser?.test(words) !== true;
    if (headed && !present.every(isHarmless)) return `is headed like ${kind.label}`;
    if (isMeasured(mapped) || (kind.nearlyUnique && texts.length < 0.5 * rows)) continue;
    const alike = present.filter((text) => kind.cell(text)).length;
    if (alike >= kind.atLeast && alike >= kind.share * present.length) return `looks like ${kind.label}`;
  }
  if (mapped.name === "birth_year" && mostAre(present, isFullDate)) return "looks like full dates of birth";
  if (!mapped.isId && !isMeasured(mapped) && isNarrative(words, present)) return "looks like free text";
  return null;
}

/** `NHSNo`, `nhs_no` and `NHS No.` are all `nhs no`. */
function wordsOf(header: string): string {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\d']+/gu, " ")
    .trim();
}

/** Whether there is a telephone, in which year of birth: an answer or a small number names nobody. */
function isHarmless(text: string): boolean {
  return readBoolean(text) !== null || /^\d{1,4}$/.test(text) || /^(not )?(known|recorded|stated)$/i.test(text);
}

/** Numbers and dates the plan declares as such are read as such, and cannot hold letters. */
function isMeasured({ reader }: MappedColumn): boolean {
  return reader !== null && reader !== "text" && reader !== "category";
}

function isFullDate(text: string): boolean {
  return /^\d{1,2}[./ -](\d{1,2}|[a-z]{3})[./ -]\d{2,4}\b|^\d{4}-\d{1,2}-\d{1,2}/i.test(text);
}

/** Notes and narratives: by header, once cells run to sentences; by cells, once many do and hardly two are alike. */
function isNarrative(words: string, present: readonly string[]): boolean {
  const headed = /\b(notes?|comments?|narrative|free ?text|summary|circumstances)\b/.test(words);
  const wordy = (least: number) => (text: string) => text.split(/\s+/).length >= least;
  return (headed && mostAre(present, wordy(5))) || (present.length >= 5 && mostAre(present, wordy(20)));
}

function mostAre(texts: readonly string[], holds: (text: string) => boolean): boolean {
  return texts.length > 0 && texts.filter(holds).length >= 0.3 * texts.length;
}
