import { linearBounds } from "./linear-bounds.ts";

/** A two-way table with totals, row after row: the last column and the last row are sums. */
export type Margined = readonly (readonly number[])[];

export function withMargins(inside: readonly (readonly number[])[]): Margined {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const rows = inside.map((row) => [...row, sum(row)]);
  return [...rows, rows[0]!.map((_, j) => sum(rows.map((row) => row[j]!)))];
}

/**
 * The least number of cells of a table that have to be withheld, totals included, so that each keeps three values: by
 * trying every set of further cells, one more at a time. Where a line has one withheld cell alone, another of that line
 * must follow, and only those are tried.
 *
 * @param most give up beyond so many further cells
 * @returns null when more would be needed
 */
export function fewestWithheld(table: Margined, threshold: number, values: number, most: number): number | null {
  const width = table[0]!.length;
  const flat = table.flat();
  const lines = linesOf(table.length, width);
  const small = flat.flatMap((value, cell) => (value > 0 && value < threshold ? [cell] : []));
  let level = new Map<string, readonly number[]>([[small.join(), small]]);
  for (let further = 0; further <= most; further++) {
    const next = new Map<string, readonly number[]>();
    for (const withheld of level.values()) {
      const alone = lines
        .map((line) => ({ line, hidden: line.filter((cell) => withheld.includes(cell)) }))
        .find(({ hidden }) => hidden.length === 1);
      if (alone === undefined && isProtected(flat, lines, withheld, threshold, values)) return withheld.length;
      for (const cell of alone?.line ?? flat.keys()) {
        if (withheld.includes(cell)) continue;
        const wider = [...withheld, cell].sort((a, b) => a - b);
        next.set(wider.join(), wider);
      }
    }
    level = next;
  }
  return null;
}

/** Cells of each row and of each column; the last of each is the sum of the others. */
function linesOf(height: number, width: number): number[][] {
  const rows = Array.from({ length: height }, (_, i) => Array.from({ length: width }, (__, j) => i * width + j));
  const columns = Array.from({ length: width }, (_, j) => Array.from({ length: height }, (__, i) => i * width + j));
  return [...rows, ...columns];
}

export function isProtected(
  flat: readonly number[],
  lines: readonly (readonly number[])[],
  withheld: readonly number[],
  threshold: number,
  values: number,
): boolean {
  const place = new Map(withheld.map((cell, index) => [cell, index]));
  const isSmall = (cell: number) => flat[cell]! > 0 && flat[cell]! < threshold;
  const equations = lines.flatMap((line) => {
    const terms = new Map<number, number>();
    let comesTo = 0;
    for (const [position, cell] of line.entries()) {
      const sign = position === line.length - 1 ? -1 : 1;
      const index = place.get(cell);
      if (index === undefined) comesTo -= sign * flat[cell]!;
      else terms.set(index, sign);
    }
    return terms.size === 0 ? [] : [{ terms, comesTo }];
  });
  const bounds = linearBounds({
    equations,
    least: withheld.map((cell) => (isSmall(cell) ? 1 : flat[cell]! >= threshold ? threshold : 0)),
    most: withheld.map((cell) => (isSmall(cell) ? threshold - 1 : Number.POSITIVE_INFINITY)),
  });
  return bounds!.every(([low, high]) => Math.floor(high + 1e-6) - Math.ceil(low - 1e-6) + 1 >= values);
}
