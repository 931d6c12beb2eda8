import { maximiseReduced } from "./maximise-reduced.ts";
import { reducedRelations } from "./reduced-relations.ts";
import type { SparseRow } from "./tableau.ts";

/** Linear relations among unknowns, written as departures from values that hold: rows · departures = 0. */
export interface Departures extends Bounds {
  /** One row per relation, one coefficient per unknown. */
  readonly rows: readonly (readonly number[])[];
}

/** How far each unknown may depart. */
export interface Bounds {
  /** Least departure allowed, at most 0. */
  readonly lower: readonly number[];
  /** Largest departure allowed, at least 0; may be Infinity. */
  readonly upper: readonly number[];
}

/**
 * The allowed departures that make a weighted sum largest: a linear programme with bounds.
 *
 * @param system relations and bounds; 0 must lie within every pair of bounds
 * @param weights one per unknown
 * @returns the departures; null when the sum has no largest value. Where rounding makes steps circle, the best so far
 * @example
 * maximise({ rows: [[1, 1]], lower: [-1, -2], upper: [3, 4] }, [1, 0]); // [2, -2]
 */
export function maximise({ rows, lower, upper }: Departures, weights: readonly number[]): number[] | null {
  return maximiseReduced(reducedRelations(rows.map(sparse), lower.length), { lower, upper }, weights);
}

function sparse(row: readonly number[]): SparseRow {
  const unknowns = [...row.keys()].filter((j) => row[j] !== 0);
  return { unknowns, factors: unknowns.map((j) => row[j]!) };
}
