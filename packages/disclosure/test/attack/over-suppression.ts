import { type CountSystem, profileOf, suppress } from "@likewise/disclosure";
import { fewestWithheld, type Margined, withMargins } from "./fewest-withheld.ts";

/** How many cells of one table are withheld, and how many would do. */
export interface Compared {
  readonly withheld: number;
  readonly fewest: number;
}

/**
 * One random table of two to `rows` by two to `columns`, suppressed, against exhaustive search.
 *
 * @returns null for a table without a small cell, one that needs more than four further cells, and one in which a small
 *          count had to lose its label, which the search cannot do
 */
export function compareWithFewest(seed: number, rows: number, columns: number): Compared | null {
  let state = 1 + ((seed * 104_729) % 2_147_483_646);
  const draw = (n: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
  for (let i = 0; i < 5; i++) draw(2);
  const [height, width] = [2 + draw(rows - 1), 2 + draw(columns - 1)];
  const share = 20 + draw(41);
  const table = withMargins(
    Array.from({ length: height }, () =>
      Array.from({ length: width }, () => (draw(100) < share ? 1 + draw(4) : 5 + draw(35))),
    ),
  );
  const profile = profileOf("default");
  const { withheld } = suppress(systemOf(table), profile);
  const small = table.flat().filter((value) => value > 0 && value < profile.threshold).length;
  if (small === 0 || [...withheld.values()].filter((kind) => kind === "primary").length < small) return null;
  const fewest = fewestWithheld(table, profile.threshold, profile.feasibleValues, 4);
  return fewest === null ? null : { withheld: withheld.size, fewest };
}

function systemOf(table: Margined): CountSystem {
  const plain = { sensitive: true, need: 1, known: false, of: null } as const;
  const [height, width] = [table.length - 1, table[0]!.length - 1];
  const id = (i: number, j: number) => `${i},${j}`;
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
  return {
    counts: table.flatMap((row, i) =>
      row.map((value, j) => ({ ...plain, id: id(i, j), value, printedAt: [id(i, j)] })),
    ),
    sums: [
      ...upTo(height + 1).map((i) => ({ total: id(i, width), parts: upTo(width).map((j) => id(i, j)) })),
      ...upTo(width + 1).map((j) => ({ total: id(height, j), parts: upTo(height).map((i) => id(i, j)) })),
    ],
  };
}
