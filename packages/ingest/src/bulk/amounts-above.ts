import { amountOf, type Cells } from "../layout/cell-kinds.ts";
import type { DataAboveRow } from "../layout/find-footer.ts";
import type { CodedTexts } from "./coded-texts.ts";

/** What a total at the end of a file is compared with, from codes; and whether a column was asked for that has none. */
export interface AmountsAbove {
  readonly dataAbove: DataAboveRow;
  readonly unread: () => boolean;
}

/**
 * The rows of data above a row, and the sums of their amounts, added in the order in which rows of cells would be.
 *
 * @param kept      rows that are at hand; those asked about are positions in it
 * @param blankRows no data
 * @param columns   by their position in the file
 * @param rows      cells of the rows that have no codes
 */
export function amountsAbove(
  kept: readonly number[],
  blankRows: readonly number[],
  columns: ReadonlyMap<number, CodedTexts>,
  rows: readonly Cells[],
): AmountsAbove {
  let unread = false;
  const dataAbove: DataAboveRow = (index, aside) => {
    const end = kept[index]!;
    const isNone = new Uint8Array(end);
    for (const row of [...blankRows, ...[...aside.keys()].map((one) => kept[one]!)]) if (row < end) isNone[row] = 1;
    return {
      rows: isNone.reduce((count, none) => count + 1 - none, 0),
      sumOf: (position) => {
        const column = columns.get(position);
        if (column === undefined) {
          unread = true;
          return Number.NaN;
        }
        const amounts = Float64Array.from({ length: column.texts.size }, (_, code) => amount(column.texts.at(code)));
        let sum = 0;
        for (let row = 0; row < end; row++) {
          if (isNone[row] === 1) continue;
          const code = column.codes[row]!;
          sum += code === -1 ? amount(rows[row]![position]) : amounts[code]!;
        }
        return sum;
      },
    };
  };
  return { dataAbove, unread: () => unread };
}

function amount(cell: string | undefined): number {
  return amountOf(cell ?? "") ?? 0;
}
