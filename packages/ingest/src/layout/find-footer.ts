import { amountOf, type Cells, filledCells, isBlankCell, isBlankRecord } from "./cell-kinds.ts";

/** The rows at the end of a table that are a footer. */
export interface FooterRows {
  /** Positions, the lowest first. */
  readonly rows: readonly number[];
  /** Why, in words for an assumption; no value of a cell. */
  readonly kinds: readonly string[];
  /** The last row begins with a word such as total or mean and was kept as data, since nothing shows that it is one. */
  readonly doubtful: boolean;
}

/** The rows of data above a row: what a total at the end of a table may say of them. */
export interface DataAbove {
  readonly rows: number;
  /** Of the amounts in a column, added from the top. */
  readonly sumOf: (column: number) => number;
}

/**
 * Looks at the data above a row.
 *
 * @param aside rows that are known not to be data
 */
export type DataAboveRow = (row: number, aside: ReadonlyMap<number, unknown>) => DataAbove;

/** A footer is not looked for further up than this. */
const footerAtMost = 40;

/**
 * Looks for a footer from the end up: counts of records, marks of the end, notes and totals. The first row that is
 * clearly none of these ends the search, and is data.
 *
 * @param aside     rows that are already known not to be data
 * @param dataAbove what stands above a row, where `rows` has only some of them
 */
export function findFooter(
  rows: readonly Cells[],
  aside: ReadonlyMap<number, unknown>,
  dataAbove: DataAboveRow = (row) => dataIn(rows.slice(0, row).filter((_, index) => !aside.has(index))),
): FooterRows {
  const used = columnsUsed(rows);
  const found: { row: number; kind: string }[] = [];
  let doubtful = false;
  for (let row = rows.length - 1; row >= 0 && found.length < footerAtMost; row--) {
    if (isBlankRecord(rows[row]!) || aside.has(row)) continue;
    const kind = footerKind(rows, row, used, () => dataAbove(row, aside));
    if (kind === null) {
      doubtful = summary.test(firstText(rows[row]!));
      break;
    }
    found.push({ row, kind });
  }
  // All rows footer: then it is no footer, but a table of one's own kind.
  if (found.length > 0 && !rows.some((cells, row) => !isBlankRecord(cells) && row < found.at(-1)!.row)) {
    return { rows: [], kinds: [], doubtful: false };
  }
  found.reverse();
  return { rows: found.map(({ row }) => row), kinds: [...new Set(found.map(({ kind }) => kind))], doubtful };
}

const total = /^((grand|overall) )?totals?\s*:?$/i;
const summary =
  /^(((grand|overall|sub)[ -]?)?totals?|sum|averages?|means?|medians?|min(imum)?|max(imum)?|st(andard|d)?\.? ?dev(iation)?|count)\b[\s:]*[\d,.]*$/i;
const recordCount =
  /^(total\s+)?(number|no\.?|count)\s+of\s+(records|rows|cases|entries|people)\b|^(total\s+)?(records?|rows?|cases|entries)(\s+(count|returned|found|exported|selected))?\s*[:=]\s*[\d,]*$|^total\s+(records|rows|cases|entries)\b|^(record|row)\s*count\b|^\(?[\d,]+ (records?|rows?)( (affected|returned|found|exported|selected))?\)?\.?$/i;
const endMark = /^\W*(end of (the )?(report|file|extract|data|list|table)|page \d+( of \d+)?)\W*$/i;
const note =
  /^(\*+|†|‡|©|notes?\s*(\d+\s*)?[:.-]|notes?$|sources?\s*[:-]|footnotes?\b|crown copyright|official(-sensitive)?\b|restricted$|(printed|generated|produced|extracted|exported|created|run)\s+(on|by|at|from|date|time)\b|(report|run|print)\s+(date|time|run)\b)/i;

function footerKind(rows: readonly Cells[], row: number, used: number, data: () => DataAbove): string | null {
  const cells = rows[row]!;
  const filled = filledCells(cells);
  const text = firstText(cells);
  if (filled.length <= 2 && recordCount.test(text) && (used > 1 || /\d/.test(text))) return "a count of records";
  if (filled.length <= 2 && endMark.test(text)) return "a mark of the end";
  if (used >= 2 && filled.length === 1 && filled[0] === 0) {
    if (note.test(text)) return "a note";
    if (row > 0 && isBlankRecord(rows[row - 1]!) && isProse(text)) return "a note below a blank row";
  }
  if (!total.test(text) || filled.length < 2) return null;
  if (isSum(cells, filled, data())) return "a total that is the sum, or the number, of the rows above";
  return filled.length === 2 && used >= 4 ? "a total without a row's other cells" : null;
}

function firstText(cells: Cells): string {
  return (cells.find((cell) => !isBlankCell(cell)) ?? "").trim();
}

function isProse(text: string): boolean {
  return text.length >= 30 && text.split(/\s+/).length >= 5;
}

/** At least one number of the row is the sum of its column, or the number of rows. */
function isSum(cells: Cells, filled: readonly number[], data: DataAbove): boolean {
  if (data.rows < 2) return false;
  return filled.some((column) => {
    const stated = amountOf(cells[column]!);
    if (stated === null || stated === 0) return false;
    if (stated === data.rows) return true;
    return Math.abs(data.sumOf(column) - stated) <= 0.005 + 1e-9 * Math.abs(stated);
  });
}

function dataIn(rows: readonly Cells[]): DataAbove {
  const data = rows.filter((cells) => !isBlankRecord(cells));
  return {
    rows: data.length,
    sumOf: (column) => data.reduce((sum, cells) => sum + (amountOf(cells[column] ?? "") ?? 0), 0),
  };
}

/** Whether a row begins as a total does, which only the data above it can tell from a row of data. */
export function beginsAsTotal(cells: Cells): boolean {
  return total.test(firstText(cells));
}

function columnsUsed(rows: readonly Cells[]): number {
  const used = new Set<number>();
  for (const cells of rows.slice(0, 200)) for (const column of filledCells(cells)) used.add(column);
  return used.size;
}
