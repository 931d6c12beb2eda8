/** What an outsider knows of numbers that are not shown: how they add up, and what each could be at all. */
export interface Riddle {
  readonly equations: readonly { readonly terms: ReadonlyMap<number, number>; readonly comesTo: number }[];
  readonly least: readonly number[];
  /** May be Infinity. */
  readonly most: readonly number[];
}

/**
 * The least and the largest value each unknown can have under linear reasoning.
 *
 * Written for the attack alone and by another method than the one attacked: the two-phase simplex method on the values
 * themselves, each limit an equation of its own, with Bland's rule throughout.
 *
 * @returns null when nothing fits, which for numbers that were really published would be a fault of the attack
 */
export function linearBounds(riddle: Riddle): [number, number][] | null {
  const unknowns = riddle.least.length;
  const limited = riddle.most.flatMap((most, index) => (most === Number.POSITIVE_INFINITY ? [] : [index]));
  const width = unknowns + limited.length;
  const rows: number[][] = [];
  for (const { terms, comesTo } of riddle.equations) {
    const row = new Array<number>(width + 1).fill(0);
    let right = comesTo;
    for (const [index, factor] of terms) {
      row[index] = factor;
      right -= factor * riddle.least[index]!;
    }
    row[width] = right;
    rows.push(row);
  }
  for (const [place, index] of limited.entries()) {
    const row = new Array<number>(width + 1).fill(0);
    row[index] = 1;
    row[unknowns + place] = 1;
    row[width] = riddle.most[index]! - riddle.least[index]!;
    rows.push(row);
  }
  const start = feasibleTableau(rows, width);
  if (start === null) return null;
  return riddle.least.map((least, index) => [
    least + valueAt(optimised(start, index, -1), index),
    least + valueAt(optimised(start, index, 1), index),
  ]);
}

interface Tableau {
  readonly width: number;
  readonly rows: number[][];
  readonly basis: number[];
  readonly unbounded?: boolean;
}

const tiny = 1e-9;

/** Phase one: an artificial unknown for each equation, driven to nothing. */
function feasibleTableau(equations: readonly number[][], width: number): Tableau | null {
  const rows = equations.map((row, i) => {
    const sign = row[width]! < 0 ? -1 : 1;
    const artificial = equations.map((_, j) => (i === j ? 1 : 0));
    return [...row.slice(0, width).map((each) => sign * each), ...artificial, sign * row[width]!];
  });
  const basis = rows.map((_, i) => width + i);
  const all = width + rows.length;
  const gain = new Array<number>(all + 1).fill(0);
  for (const row of rows) for (let j = 0; j <= all; j++) if (j < width || j === all) gain[j]! += row[j]!;
  if (!run({ width, rows, basis }, gain)) return null;
  if (Math.abs(gain[all]!) > 1e-6) return null;
  for (let i = rows.length - 1; i >= 0; i--) {
    if (basis[i]! < width) continue;
    const column = rows[i]!.findIndex((each, j) => j < width && Math.abs(each) > 1e-7);
    if (column < 0) {
      rows.splice(i, 1);
      basis.splice(i, 1);
    } else turn(rows, [], i, column, basis);
  }
  return { width, rows: rows.map((row) => [...row.slice(0, width), row[all]!]), basis };
}

function optimised({ width, rows, basis }: Tableau, index: number, direction: 1 | -1): Tableau {
  const copy = { width, rows: rows.map((row) => [...row]), basis: [...basis] };
  const gain = new Array<number>(width + 1).fill(0);
  gain[index] = direction;
  const place = copy.basis.indexOf(index);
  if (place >= 0) for (let j = 0; j <= width; j++) gain[j]! -= direction * copy.rows[place]![j]!;
  return run(copy, gain) ? copy : { ...copy, unbounded: true };
}

function valueAt({ rows, basis, unbounded }: Tableau, index: number): number {
  if (unbounded === true) return Number.POSITIVE_INFINITY;
  const place = basis.indexOf(index);
  return place < 0 ? 0 : rows[place]!.at(-1)!;
}

/** Steps until nothing gains; false when there is no end to it. */
function run({ width, rows, basis }: Tableau, gain: number[]): boolean {
  for (;;) {
    const column = gain.findIndex((each, j) => j < width && each > tiny);
    if (column < 0) return true;
    let place = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < rows.length; i++) {
      if (rows[i]![column]! <= tiny) continue;
      const ratio = rows[i]!.at(-1)! / rows[i]![column]!;
      if (ratio < least - tiny || (ratio < least + tiny && place >= 0 && basis[i]! < basis[place]!)) {
        least = ratio;
        place = i;
      }
    }
    if (place < 0) return false;
    turn(rows, gain, place, column, basis);
  }
}

function turn(rows: number[][], gain: number[], place: number, column: number, basis: number[]): void {
  const solved = rows[place]!;
  const scale = solved[column]!;
  for (let j = 0; j < solved.length; j++) solved[j]! /= scale;
  for (const row of [...rows, gain]) {
    if (row === solved || row.length === 0 || Math.abs(row[column]!) < 1e-12) continue;
    const factor = row[column]!;
    for (let j = 0; j < solved.length; j++) row[j]! -= factor * solved[j]!;
  }
  basis[place] = column;
}
