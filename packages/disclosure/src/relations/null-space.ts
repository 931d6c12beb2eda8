/**
 * Every linear relation among the columns of a matrix: one for each column that those before it determine.
 *
 * @param rows  whole numbers, of equal length
 * @param width how many columns
 * @returns factors by column, that of the determined column 1; rounded to six decimals
 * @example
 * nullSpace([[1, 2, 3], [4, 1, 5], [2, 2, 4]], 3); // [[-1, -1, 1]]
 */
export function nullSpace(rows: readonly (readonly number[])[], width: number): number[][] {
  const left = rows.map((row) => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < width; column++) {
    const place = largestFrom(left, pivots.length, column);
    if (place === null) continue;
    swap(left, place, pivots.length);
    clear(left, pivots.length, column);
    pivots.push(column);
  }
  const free = Array.from({ length: width }, (_, column) => column).filter((column) => !pivots.includes(column));
  return free.map((determined) => {
    const relation = new Array<number>(width).fill(0);
    relation[determined] = 1;
    for (const [row, pivot] of pivots.entries()) relation[pivot] = Math.round(-left[row]![determined]! * 1e6) / 1e6 + 0;
    return relation;
  });
}

function largestFrom(rows: readonly number[][], from: number, column: number): number | null {
  let best: number | null = null;
  for (let i = from; i < rows.length; i++)
    if (Math.abs(rows[i]![column]!) > Math.max(1e-7, best === null ? 0 : Math.abs(rows[best]![column]!))) best = i;
  return best;
}

function swap(rows: number[][], one: number, other: number): void {
  [rows[one], rows[other]] = [rows[other]!, rows[one]!];
}

/** Makes the pivot 1, and everything above and below it 0. */
function clear(rows: number[][], pivot: number, column: number): void {
  const scale = rows[pivot]![column]!;
  const cleared = rows[pivot]!.map((value) => value / scale);
  rows[pivot] = cleared;
  for (const [i, row] of rows.entries()) {
    const factor = row[column]!;
    if (i !== pivot && factor !== 0) rows[i] = row.map((value, j) => value - factor * cleared[j]!);
  }
}
