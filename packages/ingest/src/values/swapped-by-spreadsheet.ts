import { parseIsoDate } from "@likewise/schema";

/**
 * Whether a column bears the mark of a day-first file opened by a spreadsheet set to month first: it has turned every
 * date it could into the wrong day (3 May into 5 March) and left as text those with a day over 12.
 *
 * The mark: some dates are text and all of these have a day over 12 in first place, the others are dates and none of
 * them has a day over 12. A column of dates alone, or of text alone, cannot bear it.
 *
 * @param texts of the cells present: ISO for the file's own dates, as written for the others
 */
export function swappedBySpreadsheet(texts: readonly string[]): boolean {
  const dates = texts.filter((text) => parseIsoDate(text.slice(0, 10)) !== null);
  const days = texts.flatMap((text) => {
    const match = /^(\d{1,2})[/.-]\d{1,2}[/.-]\d{2,4}\b/.exec(text);
    return match === null ? [] : [Number(match[1])];
  });
  if (dates.length === 0 || days.length === 0) return false;
  return days.every((day) => day > 12) && dates.every((text) => Number(text.slice(8, 10)) <= 12);
}
