import type { TableFormat } from "../files/file-reader.ts";
import type { SetAsideReason } from "../files/flat-file.ts";
import { applyLayout, type Layout } from "../layout/apply-layout.ts";
import { type Cells, isBlankRecord } from "../layout/cell-kinds.ts";
import { openingRows } from "../layout/find-other-table.ts";
import { repeatsHeader } from "../layout/repeats-header.ts";
import { amountsAbove } from "./amounts-above.ts";
import type { CodedTexts } from "./coded-texts.ts";
import type { EncodedFile } from "./encode-file.ts";
import type { RowStore } from "./row-store.ts";
import { rowsLike } from "./rows-like.ts";

/** The layout of a file of which only some rows are at hand. */
export interface SettledLayout {
  readonly layout: Pick<Layout, "header" | "headerRecords" | "assumptions">;
  readonly setAside: ReadonlyMap<number, SetAsideReason>;
  /** Rows of which every cell is blank, in rising order. */
  readonly blankRows: readonly number[];
}

/** A layout settled, or why only all rows would settle it. */
export type LayoutSettling =
  | { readonly settled: SettledLayout; readonly obstacle: null }
  | { readonly settled: null; readonly obstacle: string };

/** So many rows below the header are all looked at, and so many at the end that are not blank: more than any rule asks for. */
const firstRows = 1300;
const lastRows = 400;
/** A repeated header has fewer titles above it. */
const titlesAtMost = 6;

/**
 * Settles the layout of a whole file by its own rules, applied to the rows on which they depend: the first, the last,
 * those that are blank, uneven or like the header, and those beside them. What these rows leave open is an obstacle.
 *
 * @param above   records above the rows, the header last
 * @param headers those of them that are the header
 * @param columns by their position in the file
 */
export async function settleLayout(
  above: readonly Cells[],
  headers: readonly Cells[],
  encoded: EncodedFile,
  columns: ReadonlyMap<number, CodedTexts>,
  store: RowStore,
  format: TableFormat,
  shown: string,
): Promise<LayoutSettling> {
  const { numRows } = encoded;
  const { rows } = store;
  const names = headers.filter((header) => !isBlankRecord(header));
  const likeHeader = names.flatMap((header) =>
    rowsLike(columns, numRows, (text, position) => text.trim() === (header[position] ?? "").trim()),
  );
  const likeBlank = rowsLike(columns, numRows, (text) => text.trim() === "");
  const suspects = inOrder([...encoded.uneven, ...likeHeader, ...likeBlank], numRows);
  await store.fetch(suspects);
  const blankRows = suspects.filter((row) => isBlankRecord(rows[row]!));
  const repeats = suspects.filter((row) => names.some((header) => repeatsHeader(rows[row]!, header)));
  const isBlank = new Set(blankRows);
  const openings = blankRows.map((row) => row + 1).filter((row) => !isBlank.has(row));
  const tail = tailStart(numRows, isBlank);
  const kept = inOrder(
    [
      ...suspects,
      ...range(0, firstRows),
      ...openings.flatMap((row) => range(row, row + openingRows)),
      ...repeats.flatMap((row) => range(row - titlesAtMost, row)),
      ...range(tail, numRows),
    ],
    numRows,
  );
  await store.fetch(kept);
  const records = [...above, ...kept.map((row) => rows[row]!)];
  const summed = amountsAbove(kept, blankRows, columns, rows);
  const { fillDown, ...declared } = format;
  const found = { records, lines: new Int32Array(records.length), strayQuotes: new Set<number>() };
  const { setAside: aside, ...layout } = applyLayout(found, declared, shown, summed.dataAbove);
  const setAside = new Map([...aside].map(([index, reason]) => [kept[index]!, reason]));
  if (records.length - layout.rows.length !== above.length) return open("its header is not told by its first lines");
  if ([...setAside.values()].includes("other_table")) return open("a further table begins below a blank row");
  if (summed.unread()) return open("a total at its end may be of a column that is not read");
  if (repeats.some((row) => setAside.has(row - titlesAtMost))) return open("titles of many rows stand in it");
  const isData = (row: number) => !setAside.has(row) && !isBlankRecord(rows[row]!);
  if (tail > 0 && !range(tail, numRows).some(isData)) return open("there are no data in its last rows");
  return { settled: { layout, setAside, blankRows }, obstacle: null };
}

function tailStart(numRows: number, isBlank: ReadonlySet<number>): number {
  let start = numRows;
  for (let left = lastRows; left > 0 && start > 0; ) if (!isBlank.has(--start)) left--;
  return start;
}

function open(obstacle: string): LayoutSettling {
  return { settled: null, obstacle };
}

/** Rows that there are, each once, in rising order. */
function inOrder(rows: readonly number[], numRows: number): number[] {
  const within = rows.filter((row) => row >= 0 && row < numRows);
  return [...new Set(within)].sort((a, b) => a - b);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
