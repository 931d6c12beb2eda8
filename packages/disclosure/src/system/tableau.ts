/** A relation among unknowns by what is not 0: coefficients, and the unknown each belongs to. */
export interface SparseRow {
  readonly unknowns: number[];
  readonly factors: number[];
}

/** Relations among unknowns that are solved one after another; of most unknowns they say nothing. */
export class Tableau {
  readonly rows: readonly SparseRow[];
  readonly #width: number;
  /** By unknown, the relations it is in; one that it has left, or stands in again, may be here still or twice. */
  readonly #holding: readonly number[][];
  /** Where an unknown stands in the relation at hand, from 1; 0 for nowhere. */
  readonly #places: Int32Array;

  constructor(rows: readonly SparseRow[], width: number) {
    this.rows = rows.map(({ unknowns, factors }) => ({ unknowns: unknowns.slice(), factors: factors.slice() }));
    this.#width = width;
    this.#holding = Array.from({ length: width }, () => []);
    for (const [i, { unknowns }] of this.rows.entries()) for (const j of unknowns) this.#holding[j]!.push(i);
    this.#places = new Int32Array(width);
  }

  copy(): Tableau {
    return new Tableau(this.rows, this.#width);
  }

  /** The same without some relations. */
  only(kept: readonly number[]): Tableau {
    return new Tableau(
      kept.map((i) => this.rows[i]!),
      this.#width,
    );
  }

  /** The coefficients of an unknown, one for each relation. */
  column(unknown: number): Float64Array {
    const column = new Float64Array(this.rows.length);
    for (const i of this.#holding[unknown]!) column[i] = factorOf(this.rows[i]!, unknown);
    return column;
  }

  /** Solves a relation for an unknown, and puts what it comes to into the others. */
  solve(place: number, unknown: number): void {
    const solved = this.rows[place]!;
    const scale = factorOf(solved, unknown);
    for (let k = 0; k < solved.factors.length; k++) solved.factors[k] = solved.factors[k]! / scale;
    for (const i of this.#holding[unknown]!) {
      if (i === place) continue;
      const factor = factorOf(this.rows[i]!, unknown);
      if (factor !== 0) this.#subtract(i, factor, solved);
    }
  }

  #subtract(place: number, factor: number, solved: SparseRow): void {
    const { unknowns, factors } = this.rows[place]!;
    const before = unknowns.length;
    for (let k = 0; k < before; k++) this.#places[unknowns[k]!] = k + 1;
    for (let k = 0; k < solved.unknowns.length; k++) {
      if (solved.factors[k] === 0) continue;
      const unknown = solved.unknowns[k]!;
      const at = this.#places[unknown]!;
      if (at > 0) factors[at - 1] = factors[at - 1]! - factor * solved.factors[k]!;
      else {
        unknowns.push(unknown);
        factors.push(-factor * solved.factors[k]!);
        this.#holding[unknown]!.push(place);
      }
    }
    for (let k = 0; k < before; k++) this.#places[unknowns[k]!] = 0;
  }
}

function factorOf({ unknowns, factors }: SparseRow, unknown: number): number {
  const place = unknowns.indexOf(unknown);
  return place < 0 ? 0 : factors[place]!;
}
