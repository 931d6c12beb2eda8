import type { RandomStream } from "../random/random-stream.ts";
import { drawCategory } from "./draw-category.ts";
import { drawLinear } from "./draw-linear.ts";
import { predictorsOf } from "./predictors.ts";
import type { VariableWithGaps } from "./variable-with-gaps.ts";

export interface ChainsInput {
  /** columns of the same n rows; those without gaps serve as predictors */
  readonly variables: readonly VariableWithGaps[];
  /** data sets made, at least 1 */
  readonly imputations: number;
  /** rounds over the columns before a data set is kept; default 10, and 1 where only one column has gaps */
  readonly rounds?: number;
  readonly stream: RandomStream;
}

/** Columns of one imputed data set, in the order given: numbers, or codes of categories. */
export type ImputedColumns = readonly (Float64Array | Int32Array)[];

/**
 * Multiple imputation by chained equations: each column with gaps in turn is read from all others, its gaps drawn anew, over
 * several rounds; first those with fewest gaps. Known values stay as they are. Gaps are taken to be random given the other
 * columns.
 *
 * Data set i depends on the seed and on i alone, so that a longer run begins with the shorter one.
 *
 * @returns `imputations` data sets
 * @throws RangeError when lengths differ, a column has no known value or a category out of range, or fewer rows are known of a
 *         column than it takes to read it from the others
 * @source van Buuren and Groothuis-Oudshoorn (2011), doi:10.18637/jss.v045.i03
 * @example
 * const known = Uint8Array.of(1, 1, 1, 1, 0);
 * const x = { kind: "number", draw: "normal", values: Float64Array.of(0, 1, 2, 3, 4), known: known.map(() => 1) };
 * const y = { kind: "number", draw: "normal", values: Float64Array.of(1, 3, 5, 7, 0), known };
 * const [first] = imputeByChains({ variables: [x, y], imputations: 1, stream: randomStream(1) });
 * Math.round(first[1][4]); // 9
 */
export function imputeByChains({ variables, imputations, rounds, stream }: ChainsInput): ImputedColumns[] {
  check(variables, imputations);
  const gapsOf = variables.map(({ known }) => rowsWhere(known, 0));
  const knownOf = variables.map(({ known }) => rowsWhere(known, 1));
  const inOrder = variables
    .map((_, j) => j)
    .filter((j) => gapsOf[j]!.length > 0)
    .sort((a, b) => gapsOf[a]!.length - gapsOf[b]!.length || a - b);
  const times = rounds ?? (inOrder.length > 1 ? usualRounds : 1);
  const scales = variables.map((variable, j) => scaleOf(variable, knownOf[j]!));
  return Array.from({ length: imputations }, (_, i) => {
    const own = stream.split(i);
    const columns = variables.map((variable, j) => started(variable, knownOf[j]!, gapsOf[j]!, own));
    const predictors = columns.map((column, j) => predictorColumns(variables[j]!, column, scales[j]!));
    for (let round = 0; round < times; round++) {
      for (const j of inOrder) {
        const variable = variables[j]!;
        const others = predictors.filter((_, other) => other !== j).flat();
        const read = predictorsOf(others, knownOf[j]!, gapsOf[j]!);
        const known = knownOf[j]!;
        const drawn =
          variable.kind === "number"
            ? drawLinear(
                read,
                Float64Array.from(known, (row) => variable.values[row]!),
                variable.draw,
                own,
              )
            : drawCategory(
                read,
                known.map((row) => variable.codes[row]!),
                variable.categories,
                own,
              );
        gapsOf[j]!.forEach((row, at) => {
          columns[j]![row] = drawn[at]!;
        });
        predictors[j] = predictorColumns(variable, columns[j]!, scales[j]!);
      }
    }
    return columns;
  });
}

const usualRounds = 10;

function rowsWhere(known: Uint8Array, value: 0 | 1): Int32Array {
  return Int32Array.from(known, (_, row) => row).filter((row) => known[row] === value);
}

/** Gaps begin with values of others, drawn at random. */
function started(
  variable: VariableWithGaps,
  known: Int32Array,
  gaps: Int32Array,
  stream: RandomStream,
): Float64Array | Int32Array {
  const column = variable.kind === "number" ? variable.values.slice() : variable.codes.slice();
  for (const row of gaps) column[row] = column[known[stream.integer(0, known.length - 1)]!]!;
  return column;
}

interface Scale {
  readonly centre: number;
  readonly deviation: number;
}

/** Columns enter regressions in units of their spread, so that days since 1970 lose no digits beside 0 and 1. */
function scaleOf(variable: VariableWithGaps, known: Int32Array): Scale {
  if (variable.kind === "category") return { centre: 0, deviation: 1 };
  const values = variable.values;
  const centre = known.reduce((sum, row) => sum + values[row]!, 0) / known.length;
  const squares = known.reduce((sum, row) => sum + (values[row]! - centre) ** 2, 0);
  return { centre, deviation: Math.sqrt(squares / known.length) || 1 };
}

function predictorColumns(
  variable: VariableWithGaps,
  column: Float64Array | Int32Array,
  { centre, deviation }: Scale,
): Float64Array[] {
  if (variable.kind === "number") return [Float64Array.from(column, (value) => (value - centre) / deviation)];
  return Array.from({ length: variable.categories - 1 }, (_, code) =>
    Float64Array.from(column, (value) => (value === code + 1 ? 1 : 0)),
  );
}

function check(variables: readonly VariableWithGaps[], imputations: number): void {
  if (!(Number.isInteger(imputations) && imputations >= 1)) {
    throw new RangeError(`imputeByChains: imputations must be a whole number from 1 (data sets), got ${imputations}`);
  }
  const n = variables[0]?.known.length ?? 0;
  const widths = variables.map((variable) => (variable.kind === "number" ? 1 : variable.categories - 1));
  const all = widths.reduce((sum, width) => sum + width, 0);
  for (const [j, variable] of variables.entries()) {
    const values = variable.kind === "number" ? variable.values : variable.codes;
    if (variable.known.length !== n || values.length !== n) {
      throw new RangeError(
        `imputeByChains: variables must have one length (${n}), got ${values.length} in variable ${j}`,
      );
    }
    const known = rowsWhere(variable.known, 1);
    if (known.length === n) continue;
    const read = all - widths[j]! + 1;
    if (known.length <= read) {
      throw new RangeError(
        `imputeByChains: known rows of variable ${j} must outnumber the ${read} coefficients it is read with, got ${known.length}`,
      );
    }
    requirePossible(variable, known, j);
  }
}

function requirePossible(variable: VariableWithGaps, known: Int32Array, j: number): void {
  if (variable.kind === "number") {
    if (known.every((row) => Number.isFinite(variable.values[row]))) return;
    throw new RangeError(`imputeByChains: known values of variable ${j} must be finite, some are not`);
  }
  const held = new Set(known.map((row) => variable.codes[row]!));
  for (let code = 0; code < variable.categories; code++) {
    if (!held.has(code))
      throw new RangeError(`imputeByChains: category ${code} of variable ${j} must be known of somebody`);
  }
}
