import type { CodedTexts } from "./coded-texts.ts";

/**
 * Columns as they would be, were some rows not there: those rows have no text (-1), and texts are numbered by the rows
 * that remain.
 *
 * @param rows in rising order
 */
export function withoutRows(
  columns: ReadonlyMap<number, CodedTexts>,
  rows: readonly number[],
): ReadonlyMap<number, CodedTexts> {
  const left = new Set(rows);
  return new Map([...columns].map(([position, column]) => [position, renumbered(column, left)]));
}

function renumbered({ codes, texts }: CodedTexts, left: ReadonlySet<number>): CodedTexts {
  const numberOf = new Int32Array(texts.size).fill(-1);
  const kept: number[] = [];
  const renamed = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (left.has(row)) {
      renamed[row] = -1;
      continue;
    }
    if (numberOf[code] === -1) numberOf[code] = kept.push(code) - 1;
    renamed[row] = numberOf[code]!;
  }
  return {
    codes: renamed,
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
