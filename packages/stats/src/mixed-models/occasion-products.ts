import type { Matrix } from "../linear-algebra/matrix.ts";

/** People seen on the same occasions: all the likelihood needs of them together. */
export interface OccasionProducts {
  /** occasions seen, ascending */
  readonly occasions: readonly number[];
  readonly people: number;
  /** of every two occasions (a, b), block a·m + b: Σ [x y]ₐ[x y]'ᵦ over people, k + 1 by k + 1, row by row */
  readonly blocks: Float64Array;
}

/**
 * Products of design and outcome by pattern of occasions seen, whose number does not grow with that of people.
 *
 * @param people    person of each row, 0 to count − 1
 * @param occasions occasion of each row; nobody has one twice
 */
export function occasionProducts(
  design: Matrix,
  outcome: Float64Array,
  people: Int32Array,
  occasions: Int32Array,
  count: number,
): OccasionProducts[] {
  const size = design.columns + 1;
  const found = new Map<string, OccasionProducts & { people: number }>();
  for (const rows of rowsOfPeople(people, occasions, count)) {
    const seen = rows.map((row) => occasions[row]!);
    const key = seen.join();
    const pattern = found.get(key) ?? {
      occasions: seen,
      people: 0,
      blocks: new Float64Array((seen.length * size) ** 2),
    };
    found.set(key, pattern);
    pattern.people++;
    addProducts(pattern.blocks, rows, design, outcome);
  }
  // Sums must not depend on who came first.
  return [...found.values()].sort((a, b) => (a.occasions.join() < b.occasions.join() ? -1 : 1));
}

/** Rows of each person by occasion. */
function rowsOfPeople(people: Int32Array, occasions: Int32Array, count: number): number[][] {
  const rows = Array.from({ length: count }, (): number[] => []);
  for (let row = 0; row < people.length; row++) rows[people[row]!]!.push(row);
  for (const own of rows) own.sort((a, b) => occasions[a]! - occasions[b]!);
  return rows;
}

function addProducts(blocks: Float64Array, rows: readonly number[], design: Matrix, outcome: Float64Array): void {
  const { rows: n, columns: k, values } = design;
  const entries = rows.map((row) =>
    Float64Array.from({ length: k + 1 }, (_, j) => (j < k ? values[j * n + row]! : outcome[row]!)),
  );
  let at = 0;
  for (const left of entries) {
    for (const right of entries) {
      for (const one of left) {
        if (one !== 0) for (let j = 0; j <= k; j++) blocks[at + j]! += one * right[j]!;
        at += k + 1;
      }
    }
  }
}
