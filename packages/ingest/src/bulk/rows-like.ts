import type { CodedTexts } from "./coded-texts.ts";

/**
 * Rows that have codes and whose texts hold in every column. Columns with many different texts are only looked at where the
 * others hold.
 *
 * @param columns by their position in the file
 */
export function rowsLike(
  columns: ReadonlyMap<number, CodedTexts>,
  numRows: number,
  holds: (text: string, position: number) => boolean,
): number[] {
  const ordered = [...columns].sort(([, a], [, b]) => a.texts.size - b.texts.size);
  let rows: number[] | null = null;
  for (const [position, { codes, texts }] of ordered) {
    if (rows !== null) {
      rows = rows.filter((row) => codes[row] !== -1 && holds(texts.at(codes[row]!), position));
      continue;
    }
    const wanted = Uint8Array.from({ length: texts.size }, (_, code) => Number(holds(texts.at(code), position)));
    rows = [];
    if (!wanted.includes(1)) continue;
    for (let row = 0; row < numRows; row++) if (codes[row] !== -1 && wanted[codes[row]!] === 1) rows.push(row);
  }
  return rows ?? [];
}
