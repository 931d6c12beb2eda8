import type { CodedTexts } from "./coded-texts.ts";
import { countRows } from "./count-rows.ts";

/**
 * Columns as they would be, were some rows not there: those rows have no text (-1), and texts are numbered by the rows
 * that remain.
 */
export function withoutRows(
  columns: ReadonlyMap<number, CodedTexts>,
  rows: readonly number[],
): ReadonlyMap<number, CodedTexts> {
  return new Map([...columns].map(([position, column]) => [position, renumbered(column, rows)]));
}

function renumbered({ codes, texts }: CodedTexts, left: readonly number[]): CodedTexts {
  const numberOf = new Int32Array(texts.size).fill(-1);
  const kept: number[] = [];
  const renamed = codes.slice();
  for (const row of left) renamed[row] = -1;
  for (let row = 0; row < renamed.length; row++) {
    const code = renamed[row]!;
    if (code === -1) continue;
    if (numberOf[code] === -1) numberOf[code] = kept.push(code) - 1;
    renamed[row] = numberOf[code]!;
  }
  return {
    codes: renamed,
    rowsOf: countRows(renamed, kept.length),
    texts: {
      size: kept.length,
      at: (code) => texts.at(kept[code]!),
      all: () => {
        const all = texts.all();
        return kept.map((code) => all[code]!);
      },
      find: (text) => numberOf[texts.find(text)] ?? -1,
      odd: () => texts.odd().flatMap((code) => (numberOf[code] === -1 ? [] : [numberOf[code]!])),
    },
  };
}
