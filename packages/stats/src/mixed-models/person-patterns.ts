import type { Matrix } from "../linear-algebra/matrix.ts";

/** People who were seen on the same occasions with the same rows of the design: all the likelihood needs of them together. */
export interface PersonPattern {
  /** occasions seen, ascending */
  readonly occasions: readonly number[];
  readonly people: number;
  /** design of one of them, occasions by columns, row by row */
  readonly design: readonly Float64Array[];
  /** their outcomes added up, by occasion, */
  readonly sums: Float64Array;
  /** and their products, occasions by occasions */
  readonly products: Float64Array;
}

/**
 * @param people    person of each row, 0 to count − 1
 * @param occasions occasion of each row; nobody has one twice
 */
export function personPatterns(
  design: Matrix,
  outcome: Float64Array,
  people: Int32Array,
  occasions: Int32Array,
  count: number,
): PersonPattern[] {
  const { rows: n, columns: k, values } = design;
  const rowsOf = Array.from({ length: count }, (): number[] => []);
  for (let i = 0; i < n; i++) rowsOf[people[i]!]!.push(i);
  const found = new Map<string, PersonPattern & { people: number }>();
  for (const rows of rowsOf) {
    rows.sort((a, b) => occasions[a]! - occasions[b]!);
    const seen = rows.map((row) => occasions[row]!);
    const own = rows.map((row) => Float64Array.from({ length: k }, (_, j) => values[j * n + row]!));
    const key = `${seen.join()}|${own.map((row) => row.join()).join(";")}`;
    let pattern = found.get(key);
    if (pattern === undefined) {
      pattern = {
        occasions: seen,
        people: 0,
        design: own,
        sums: new Float64Array(seen.length),
        products: new Float64Array(seen.length ** 2),
      };
      found.set(key, pattern);
    }
    pattern.people++;
    rows.forEach((row, a) => {
      pattern.sums[a]! += outcome[row]!;
      rows.forEach((other, b) => {
        pattern.products[b * seen.length + a]! += outcome[row]! * outcome[other]!;
      });
    });
  }
  return [...found.values()];
}
