import { type SparseRow, Tableau } from "./tableau.ts";

/** Relations each solved for one unknown of its own, and which. */
export interface Reduced {
  readonly tableau: Tableau;
  readonly basis: readonly number[];
}

/** Relations row-reduced: each solved for one unknown of its own, first for one that no other relation has. */
export function reducedRelations(rows: readonly SparseRow[], width: number): Reduced {
  const tableau = new Tableau(rows, width);
  const basis = new Int32Array(rows.length).fill(-1);
  const relationsWith = new Int32Array(width);
  for (const { unknowns } of rows) for (const unknown of unknowns) relationsWith[unknown]!++;
  for (const choice of [ownUnknown, sparsest])
    for (let i = 0; i < basis.length; i++) {
      const unknown = basis[i] === -1 ? choice(tableau.rows[i]!, relationsWith) : -1;
      if (unknown < 0) continue;
      tableau.solve(i, unknown);
      basis[i] = unknown;
    }
  const kept = [...basis.keys()].filter((i) => basis[i] !== -1);
  return { tableau: tableau.only(kept), basis: kept.map((i) => basis[i]!) };
}

/** The first unknown of a relation that no other relation has; −1 when there is none. */
function ownUnknown({ unknowns }: SparseRow, relationsWith: Int32Array): number {
  let own = -1;
  for (const j of unknowns) if (relationsWith[j] === 1 && (own < 0 || j < own)) own = j;
  return own;
}

/** The unknown of a relation that fewest relations have: solving for it changes least; −1 when nothing is left of it. */
function sparsest({ unknowns, factors }: SparseRow, relationsWith: Int32Array): number {
  let best = -1;
  for (let k = 0; k < unknowns.length; k++) {
    const j = unknowns[k]!;
    if (Math.abs(factors[k]!) <= 0.1) continue;
    const fewer = best < 0 ? -1 : relationsWith[j]! - relationsWith[best]!;
    if (fewer < 0 || (fewer === 0 && j < best)) best = j;
  }
  return best;
}
