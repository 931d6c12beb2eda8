import { type Cells, isBlankCell } from "../layout/cell-kinds.ts";
import type { CodedTexts, DistinctTexts } from "./coded-texts.ts";
import { countRows } from "./count-rows.ts";

/**
 * Fills the blanks of a column from the last row of data above that has a value there, as `fillDown` does with cells.
 *
 * @param position of the column in the file
 * @param isNone   1 = a blank row or one that is not data, which neither gives nor takes
 * @param rows     cells of the rows that have no codes: they give, and stay as they are
 */
export function fillCodesDown(
  { codes, texts }: CodedTexts,
  position: number,
  isNone: Uint8Array,
  rows: readonly Cells[],
): CodedTexts {
  const isBlank = Uint8Array.from({ length: texts.size }, (_, code) => Number(isBlankCell(texts.at(code))));
  const filled = codes.slice();
  const given = new Map<string, number>();
  const codeOf = (text: string): number => {
    const known = texts.find(text);
    if (known !== -1) return known;
    const next = texts.size + given.size;
    return given.get(text) ?? given.set(text, next).get(text)!;
  };
  let above = -1;
  for (let row = 0; row < codes.length; row++) {
    if (isNone[row] === 1) continue;
    const code = codes[row]!;
    if (code === -1) {
      const cell = rows[row]![position];
      if (!isBlankCell(cell)) above = codeOf(cell!);
    } else if (isBlank[code] === 0) {
      above = code;
    } else if (above !== -1) {
      filled[row] = above;
    }
  }
  const all = given.size === 0 ? texts : withTexts(texts, [...given.keys()]);
  return { codes: filled, texts: all, rowsOf: countRows(filled, all.size) };
}

/** Texts with those behind them that stand in no row by themselves. */
function withTexts(texts: DistinctTexts, given: readonly string[]): DistinctTexts {
  const { size } = texts;
  return {
    size: size + given.length,
    at: (code) => (code < size ? texts.at(code) : given[code - size]!),
    all: () => [...texts.all(), ...given],
    find: (text) => {
      const known = texts.find(text);
      return known !== -1 || !given.includes(text) ? known : size + given.indexOf(text);
    },
    odd: () => [...texts.odd(), ...given.map((_, index) => size + index)],
  };
}
