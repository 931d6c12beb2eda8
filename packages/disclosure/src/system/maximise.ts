/** Linear relations among unknowns, written as departures from values that hold: rows · departures = 0. */
export interface Departures {
  /** One row per relation, one coefficient per unknown. */
  readonly rows: readonly (readonly number[])[];
  /** Least departure allowed, at most 0. */
  readonly lower: readonly number[];
  /** Largest departure allowed, at least 0; may be Infinity. */
  readonly upper: readonly number[];
}

/**
 * The allowed departures that make a weighted sum largest: a linear programme with bounds.
 *
 * Bounded simplex method. No departure at all is a solution, so no first phase is needed: the relations are reduced,
 * the free unknowns start at 0, and each step moves one as far as the bounds of the others let it. Bland's rule (first
 * index) keeps degenerate steps from circling.
 *
 * @param system relations and bounds; 0 must lie within every pair of bounds
 * @param weights one per unknown
 * @returns the departures; null when the sum has no largest value. Where rounding makes steps circle, the best so far
 * @example
 * maximise({ rows: [[1, 1]], lower: [-1, -2], upper: [3, 4] }, [1, 0]); // [2, -2]
 * @source Dantzig (1963), Linear Programming and Extensions, chapter 18 (upper bounds); Bland (1977)
 */
export function maximise(system: Departures, weights: readonly number[]): number[] | null {
  const { lower, upper } = system;
  const width = lower.length;
  const { rows, basis } = reducedCopy(system.rows, width);
  const held = new Array<boolean>(width).fill(false);
  for (const column of basis) held[column] = true;
  const gain = reducedWeights(rows, basis, weights);
  const at = new Array<number>(width).fill(0);

  for (let steps = 0; steps < 50 * (width + rows.length); steps++) {
    const entering = gain.findIndex(
      (each, j) =>
        !held[j] &&
        ((each > gainTolerance && at[j]! < upper[j]! - epsilon) ||
          (each < -gainTolerance && at[j]! > lower[j]! + epsilon)),
    );
    if (entering < 0) return at;

    const way = gain[entering]! > 0 ? 1 : -1;
    let step = way > 0 ? upper[entering]! - at[entering]! : at[entering]! - lower[entering]!;
    let blocking = -1;
    for (let i = 0; i < rows.length; i++) {
      const speed = -rows[i]![entering]! * way;
      if (Math.abs(speed) <= epsilon) continue;
      const unknown = basis[i]!;
      const room = speed > 0 ? upper[unknown]! - at[unknown]! : at[unknown]! - lower[unknown]!;
      const reach = Math.max(0, room) / Math.abs(speed);
      const tie = Math.abs(reach - step) <= epsilon;
      if (reach < step - epsilon || (tie && blocking >= 0 && unknown < basis[blocking]!)) {
        step = reach;
        blocking = i;
      }
    }
    if (step === Number.POSITIVE_INFINITY) return null;
    for (let i = 0; i < rows.length; i++) at[basis[i]!] = at[basis[i]!]! - rows[i]![entering]! * way * step;
    at[entering] = at[entering]! + way * step;
    if (blocking < 0) continue;
    pivot(rows, blocking, entering);
    subtract(gain, gain[entering]!, rows[blocking]!);
    held[basis[blocking]!] = false;
    held[entering] = true;
    basis[blocking] = entering;
  }
  return at;
}

const epsilon = 1e-9;
/** Weights run to 10⁵, so a gain this small is rounding. */
const gainTolerance = 1e-7;

/** What moving each free unknown by one adds to the weighted sum, the held ones following. */
function reducedWeights(rows: readonly number[][], basis: readonly number[], weights: readonly number[]): number[] {
  const gain = [...weights];
  for (const [i, row] of rows.entries()) subtract(gain, weights[basis[i]!]!, row);
  return gain;
}

interface Reduced {
  readonly rows: number[][];
  readonly basis: number[];
}

/** By the relations they were made from: many questions are asked of one system, and reducing it is most of the work. */
const reducedBefore = new WeakMap<Departures["rows"], Reduced>();

function reducedCopy(given: Departures["rows"], width: number): Reduced {
  const known = reducedBefore.get(given) ?? reduced(given, width);
  reducedBefore.set(given, known);
  return { rows: known.rows.map((row) => [...row]), basis: [...known.basis] };
}

/** Row-reduced relations, each solved for one unknown of its own. */
function reduced(given: readonly (readonly number[])[], width: number): Reduced {
  const rows = given.map((row) => [...row]);
  const basis: number[] = [];
  for (let column = 0; column < width && basis.length < rows.length; column++) {
    const place = basis.length;
    const found = rows.findIndex((row, i) => i >= place && Math.abs(row[column]!) > epsilon);
    if (found < 0) continue;
    [rows[place], rows[found]] = [rows[found]!, rows[place]!];
    pivot(rows, place, column);
    basis.push(column);
  }
  return { rows: rows.slice(0, basis.length), basis };
}

function pivot(rows: number[][], place: number, column: number): void {
  const solved = rows[place]!;
  const scale = solved[column]!;
  for (let j = 0; j < solved.length; j++) solved[j] = solved[j]! / scale;
  for (let i = 0; i < rows.length; i++) if (i !== place) subtract(rows[i]!, rows[i]![column]!, solved);
}

function subtract(from: number[], factor: number, row: readonly number[]): void {
  if (factor === 0) return;
  for (let j = 0; j < from.length; j++) from[j] = from[j]! - factor * row[j]!;
}
