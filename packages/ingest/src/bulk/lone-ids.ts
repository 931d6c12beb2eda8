import type { MappedColumn } from "../mapping/mapped-column.ts";
import type { TextColumnCodes } from "../table/read-column.ts";
import { readCellText } from "../values/read-cell-text.ts";
import type { CodedTexts } from "./coded-texts.ts";

/** An id column of which only the ids that can raise an issue are read one by one. */
export interface LoneIds extends TextColumnCodes {
  /** The id of a row that has the code -1 because nothing can be wrong with it; null where it has none. */
  readonly alone: (row: number) => string | null;
}

/**
 * Sets apart the ids of a column that stand in one row only and are plain: letters, digits, hyphens and slashes, a digit
 * among them, and nothing to the plan. Such an id means itself and repeats no key, so that ten million of them need no
 * strings and no look-ups until somebody asks for one. What is left is read like any other column.
 */
export function loneIds({ codes, texts, rowsOf }: CodedTexts, mapped: MappedColumn): LoneIds {
  const read = new Uint8Array(texts.size);
  const mark = (code: number): void => {
    if (code !== -1) read[code] = 1;
  };
  for (const text of [...mapped.missingCodes, ...mapped.recodes.keys()]) mark(texts.find(text));
  for (const code of texts.odd()) mark(code);
  // " E1" means what "E1" does, and what the plan recodes may mean another.
  for (const code of codesWhere(read)) {
    const { value } = readCellText(texts.at(code), mapped, "text");
    if (typeof value === "string") mark(texts.find(value));
  }
  if (rowsOf !== null) for (let code = 0; code < read.length; code++) if (rowsOf[code]! > 1) read[code] = 1;
  const reduced = new Int32Array(codes.length).fill(-1);
  const left = codesWhere(read);
  if (left.length > 0) renumber(codes, left, texts.size, reduced);
  return {
    codes: reduced,
    texts: left.map(texts.at),
    rowsOf: Int32Array.from(left, (code) => rowsOf?.[code] ?? 1),
    alone: (row) => (reduced[row] !== -1 || codes[row] === -1 ? null : texts.at(codes[row]!)),
  };
}

/** Numbers the rows that hold a text that is left by its place among those. */
function renumber(codes: Int32Array, left: readonly number[], size: number, reduced: Int32Array): void {
  const numberOf = new Int32Array(size).fill(-1);
  for (const [number, code] of left.entries()) numberOf[code] = number;
  for (let row = 0; row < codes.length; row++) if (codes[row] !== -1) reduced[row] = numberOf[codes[row]!]!;
}

function codesWhere(marked: Uint8Array): number[] {
  const codes: number[] = [];
  for (let code = marked.indexOf(1); code !== -1; code = marked.indexOf(1, code + 1)) codes.push(code);
  return codes;
}
