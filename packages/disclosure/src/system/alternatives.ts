/** Another reading of everything withheld that fits all that is published: departures from the true values. */
export type Alternative = readonly { readonly index: number; readonly departure: number }[];

/**
 * Alternatives found so far, and how far each count is known to be open by them. One alternative moves many counts, so
 * that most are found to be safe without a question of their own; and withholding more never closes one.
 */
export class Alternatives {
  readonly #found: Alternative[] = [];
  readonly #closed = new Set<number>();
  readonly #of = new Map<number, { readonly alternative: number; readonly departure: number }[]>();

  add(alternative: Alternative): void {
    for (const { index, departure } of alternative) {
      const known = this.#of.get(index) ?? [];
      known.push({ alternative: this.#found.length, departure });
      this.#of.set(index, known);
    }
    this.#found.push(alternative);
  }

  /** How far below and above its value a count could lie, by what is open. */
  rangeOf(index: number): [number, number] {
    let down = 0;
    let up = 0;
    for (const { alternative, departure } of this.#of.get(index) ?? []) {
      if (this.#closed.has(alternative)) continue;
      down = Math.min(down, departure);
      up = Math.max(up, departure);
    }
    return [down, up];
  }

  /** Closes every alternative in which a count moves; returns them, to be opened again, and whom they moved. */
  close(index: number): { readonly closed: readonly number[]; readonly moved: readonly number[] } {
    const closed = (this.#of.get(index) ?? [])
      .map(({ alternative }) => alternative)
      .filter((alternative) => !this.#closed.has(alternative));
    for (const alternative of closed) this.#closed.add(alternative);
    const moved = new Set(closed.flatMap((alternative) => this.#found[alternative]!.map((each) => each.index)));
    moved.delete(index);
    return { closed, moved: [...moved].sort((a, b) => a - b) };
  }

  open(closed: readonly number[]): void {
    for (const alternative of closed) this.#closed.delete(alternative);
  }
}
