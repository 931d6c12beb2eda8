import type { Bounds } from "./maximise.ts";
import type { Reduced } from "./reduced-relations.ts";
import type { SparseRow, Tableau } from "./tableau.ts";

/**
 * The allowed departures that make a weighted sum largest, over relations that are reduced already: of one system,
 * several questions may be asked.
 *
 * Bounded simplex method. No departure at all is a solution, so no first phase is needed: the free unknowns start at 0,
 * and each step moves the one that gains most as far as the bounds of the others let it. After many steps that led
 * nowhere, Bland's rule (first index) keeps them from circling.
 *
 * @param reduced left as it is
 * @param bounds  one pair per unknown, 0 within each
 * @param weights one per unknown
 * @returns the departures; null when the sum has no largest value. Where rounding makes steps circle, the best so far
 * @source Dantzig (1963), Linear Programming and Extensions, chapter 18 (upper bounds); Bland (1977)
 */
export function maximiseReduced(reduced: Reduced, bounds: Bounds, weights: readonly number[]): number[] | null {
  const standing = standingOf(reduced, weights);
  const { tableau, basis, held, gain, at } = standing;
  const size = at.length + basis.length;

  let idle = 0;
  for (let steps = 0; steps < 50 * size; steps++) {
    const entering = enteringOf(standing, bounds, idle > 2 * size);
    if (entering < 0) break;

    const way = gain[entering]! > 0 ? 1 : -1;
    const column = tableau.column(entering);
    const { step, blocking } = stepOf(standing, bounds, column, entering, way);
    if (step === Number.POSITIVE_INFINITY) return null;
    idle = step > epsilon ? 0 : idle + 1;
    for (let i = 0; i < basis.length; i++) at[basis[i]!] = at[basis[i]!]! - column[i]! * way * step;
    at[entering] = at[entering]! + way * step;
    if (blocking < 0) continue;
    tableau.solve(blocking, entering);
    subtract(gain, gain[entering]!, tableau.rows[blocking]!);
    held[basis[blocking]!] = 0;
    held[entering] = 1;
    basis[blocking] = entering;
  }
  return Array.from(at);
}

/** Where the method stands: which unknown each relation is solved for, and what moving a free one would gain. */
interface Standing {
  readonly tableau: Tableau;
  readonly basis: number[];
  /** 1 for an unknown that a relation is solved for. */
  readonly held: Uint8Array;
  /** What moving each free unknown by one adds to the weighted sum, the held ones following. */
  readonly gain: Float64Array;
  readonly at: Float64Array;
}

function standingOf({ tableau, basis }: Reduced, weights: readonly number[]): Standing {
  const held = new Uint8Array(weights.length);
  const gain = Float64Array.from(weights);
  for (const [i, row] of tableau.rows.entries()) {
    held[basis[i]!] = 1;
    subtract(gain, weights[basis[i]!]!, row);
  }
  return { tableau: tableau.copy(), basis: [...basis], held, gain, at: new Float64Array(weights.length) };
}

const epsilon = 1e-9;
/** Weights run to 10⁵, so a gain this small is rounding. */
const gainTolerance = 1e-7;

/** The free unknown to move next: the one that gains most, or the first that gains anything; −1 when none does. */
function enteringOf({ gain, held, at }: Standing, { lower, upper }: Bounds, first: boolean): number {
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

/** How far the entering unknown can go, and the relation whose own unknown stops it; −1 where its own bound does. */
function stepOf(
  { basis, at }: Standing,
  { lower, upper }: Bounds,
  column: Float64Array,
  entering: number,
  way: 1 | -1,
): { readonly step: number; readonly blocking: number } {
  let step = way > 0 ? upper[entering]! - at[entering]! : at[entering]! - lower[entering]!;
  let blocking = -1;
  for (let i = 0; i < basis.length; i++) {
    const speed = -column[i]! * way;
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
  return { step, blocking };
}

function subtract(from: Float64Array, factor: number, { unknowns, factors }: SparseRow): void {
  if (factor === 0) return;
  for (let k = 0; k < unknowns.length; k++) from[unknowns[k]!] = from[unknowns[k]!]! - factor * factors[k]!;
}
