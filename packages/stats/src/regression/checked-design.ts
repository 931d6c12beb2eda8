import { finiteVector } from "../linear-algebra/finite-vector.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";

/** Refuses a design that is empty, misshapen or not finite, and names its columns. */
export function checkedTerms(caller: string, design: Matrix, names: readonly string[] | undefined): string[] {
  const { rows, columns, values } = design;
  if (rows < 1 || columns < 1)
    throw new RangeError(`${caller}: design must have rows and columns, got ${rows} by ${columns}`);
  finiteVector(caller, "design.values", values, rows * columns);
  if (names === undefined) return Array.from({ length: columns }, (_, j) => `x${j}`);
  if (names.length !== columns)
    throw new RangeError(`${caller}: names must name each of the ${columns} columns, got ${names.length}`);
  return [...names];
}
