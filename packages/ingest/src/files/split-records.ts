/**
 * Splits text in which nothing is quoted: records at line breaks, cells at delimiters. The last record is what stands
 * after the last line break.
 *
 * Files have the same few texts over and over. A cell that came a moment ago is not made again but is the same string,
 * which spares most of the memory, and most of the time of whoever counts or compares them afterwards.
 *
 * @param delimiter one character
 * @param newline   how every line ends
 */
export function splitRecords(text: string, delimiter: string, newline: "\n" | "\r\n" | "\r"): string[][] {
  const records: string[][] = [];
  const columns: KnownCells[] = [];
  let delimiterAt = text.indexOf(delimiter);
  for (let start = 0; ; ) {
    const breakAt = text.indexOf(newline, start);
    const end = breakAt === -1 ? text.length : breakAt;
    // As long as the first record from the start, which most are: growing a million arrays takes longer than filling them.
    const record = new Array<string>(records.length === 0 ? 0 : records[0]!.length);
    let column = 0;
    for (;;) {
      const cellEnd = delimiterAt === -1 || delimiterAt > end ? end : delimiterAt;
      if (column === columns.length) columns.push({ cells: new Array<string>(slots).fill(""), seen: 0, made: 0 });
      record[column] = cellOf(text, start, cellEnd, columns[column]!);
      column++;
      start = cellEnd + 1;
      if (cellEnd === end) break;
      delimiterAt = text.indexOf(delimiter, start);
    }
    record.length = column;
    records.push(record);
    if (breakAt === -1) return records;
    start = end + newline.length;
  }
}

/** Cells of a column that came before, each at the place of its hash, the latest of those with one place. */
interface KnownCells {
  readonly cells: string[];
  seen: number;
  /** How many were not known. */
  made: number;
}

const slots = 1 << 13;

function cellOf(text: string, start: number, end: number, known: KnownCells): string {
  // A column of which hardly two cells are alike is not looked up.
  if (end === start) return "";
  if (known.seen > slots && known.made * 2 > known.seen) return text.slice(start, end);
  const slot = hashOf(text, start, end) & (slots - 1);
  const cell = known.cells[slot]!;
  known.seen++;
  if (isAt(text, start, end, cell)) return cell;
  known.made++;
  const made = text.slice(start, end);
  known.cells[slot] = made;
  return made;
}

/** Of the length and six characters: the first and last differ in dates and numbers, the middle one in words. */
function hashOf(text: string, start: number, end: number): number {
  const last = end - 1;
  let hash = Math.imul(end - start, 31) + text.charCodeAt(last);
  hash = Math.imul(hash, 31) + text.charCodeAt(start);
  hash = Math.imul(hash, 31) + text.charCodeAt((start + end) >> 1);
  if (last - start > 2) {
    hash = Math.imul(hash, 31) + text.charCodeAt(last - 1);
    hash = Math.imul(hash, 31) + text.charCodeAt(start + 1);
    hash = Math.imul(hash, 31) + text.charCodeAt(((start + end) >> 1) - 1);
  }
  return hash ^ (hash >>> 13);
}

function isAt(text: string, start: number, end: number, cell: string): boolean {
  if (cell.length !== end - start) return false;
  for (let at = 0; at < cell.length; at++) if (cell.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
