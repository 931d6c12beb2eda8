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
 * the free unknowns start at 0, and each step moves the one that gains most as far as the bounds of the others let it.
 * After many steps that led nowhere, Bland's rule (first index) keeps them from circling.
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
  const held = new Uint8Array(width);
  for (const column of basis) held[column] = 1;
  const gain = reducedWeights(rows, basis, weights);
  const at = new Float64Array(width);
  const patience = 2 * (width + rows.length);

  let standing = 0;
  for (let steps = 0; steps < 50 * (width + rows.length); steps++) {
    const entering = enteringOf(gain, held, at, system, standing > patience);
    if (entering < 0) return Array.from(at);

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
    standing = step > epsilon ? 0 : standing + 1;
    for (let i = 0; i < rows.length; i++) at[basis[i]!] = at[basis[i]!]! - rows[i]![entering]! * way * step;
    at[entering] = at[entering]! + way * step;
    if (blocking < 0) continue;
    const solved = rows[blocking]!;
    subtract(gain, gain[entering]!, solved, pivot(rows, blocking, entering));
    held[basis[blocking]!] = 0;
    held[entering] = 1;
    basis[blocking] = entering;
  }
  return Array.from(at);
}

const epsilon = 1e-9;
/** Weights run to 10⁵, so a gain this small is rounding. */
const gainTolerance = 1e-7;

/** The free unknown to move next: the one that gains most, or the first that gains anything; −1 when none does. */
function enteringOf(
  gain: Float64Array,
  held: Uint8Array,
  at: Float64Array,
  { lower, upper }: Departures,
  first: boolean,
): number {
  let best = -1;
  let most = gainTolerance;
  for (let j = 0; j < gain.length; j++) {
    if (held[j]) continue;
    const each = gain[j]!;
    if (!(each > most && at[j]! < upper[j]! - epsilon) && !(-each > most && at[j]! > lower[j]! + epsilon)) continue;
    if (first) return j;
    best = j;
    most = Math.abs(each);
  }
  return best;
}

/** What moving each free unknown by one adds to the weighted sum, the held ones following. */
function reducedWeights(
  rows: readonly Float64Array[],
  basis: readonly number[],
  weights: readonly number[],
): Float64Array {
  const gain = Float64Array.from(weights);
  for (const [i, row] of rows.entries()) subtract(gain, weights[basis[i]!]!, row, placesOf(row));
  return gain;
}

interface Reduced {
  readonly rows: Float64Array[];
  readonly basis: number[];
}

/** By the relations they were made from: several questions are asked of one system, and reducing it is much of the work. */
const reducedBefore = new WeakMap<Departures["rows"], Reduced>();

function reducedCopy(given: Departures["rows"], width: number): Reduced {
  const known = reducedBefore.get(given) ?? reduced(given, width);
  reducedBefore.set(given, known);
  return { rows: known.rows.map((row) => row.slice()), basis: [...known.basis] };
}

/** Row-reduced relations, each solved for one unknown of its own: first for one that no other relation has. */
function reduced(given: Departures["rows"], width: number): Reduced {
  const rows = given.map((row) => Float64Array.from(row));
  const basis = new Int32Array(rows.length).fill(-1);
  const relationsWith = new Int32Array(width);
  for (const row of rows) for (let j = 0; j < width; j++) if (row[j] !== 0) relationsWith[j]!++;
  for (const [i, row] of rows.entries()) {
    const column = row.findIndex((each, j) => each !== 0 && relationsWith[j] === 1);
    if (column < 0) continue;
    pivot([row], 0, column);
    basis[i] = column;
  }
  for (const [i, row] of rows.entries()) {
    if (basis[i] !== -1) continue;
    const column = sparsest(row, relationsWith);
    if (column < 0) continue;
    pivot(rows, i, column);
    basis[i] = column;
  }
  const kept = rows.flatMap((_, i) => (basis[i] === -1 ? [] : [i]));
  return { rows: kept.map((i) => rows[i]!), basis: kept.map((i) => basis[i]!) };
}

/** The unknown of a relation that fewest relations have: solving for it changes least. */
function sparsest(row: Float64Array, relationsWith: Int32Array): number {
  let column = -1;
  for (let j = 0; j < row.length; j++)
    if (Math.abs(row[j]!) > 0.1 && (column < 0 || relationsWith[j]! < relationsWith[column]!)) column = j;
  return column;
}

/** Solves a relation for an unknown, and puts what it comes to into the others. Most coefficients are 0: those are passed over. */
function pivot(rows: readonly Float64Array[], place: number, column: number): readonly number[] {
  const solved = rows[place]!;
  const scale = solved[column]!;
  const places = placesOf(solved);
  for (const j of places) solved[j] = solved[j]! / scale;
  for (let i = 0; i < rows.length; i++) if (i !== place) subtract(rows[i]!, rows[i]![column]!, solved, places);
  return places;
}

/** Where a row is not 0. */
function placesOf(row: Float64Array): number[] {
  const places: number[] = [];
  for (let j = 0; j < row.length; j++) if (row[j] !== 0) places.push(j);
  return places;
}

function subtract(from: Float64Array, factor: number, row: Float64Array, places: readonly number[]): void {
  if (factor === 0) return;
  for (let k = 0; k < places.length; k++) {
    const j = places[k]!;
    from[j] = from[j]! - factor * row[j]!;
  }
}
