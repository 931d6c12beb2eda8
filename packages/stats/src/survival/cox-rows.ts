import { cholesky } from "../linear-algebra/cholesky.ts";
import { CHUNK_ROWS } from "../linear-algebra/chunk.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { type ColumnScaling, columnScaling } from "../regression/column-scaling.ts";
import { type ChunkedColumns, chosenColumns, chunkedColumns } from "./chunked-columns.ts";
import { type CoxEvaluation, type CoxRows, type CoxTies, coxEvaluation } from "./cox-likelihood.ts";
import { forEachDeath } from "./risk-set-sums.ts";
import type { RiskSets } from "./risk-sets.ts";

/** What the search for the maximum starts from. */
export interface PreparedRows {
  readonly rows: CoxRows;
  readonly scaling: ColumnScaling;
  /** columns in the model */
  readonly columns: readonly number[];
  /** the evaluation with every coefficient 0 */
  readonly initial: CoxEvaluation;
}

/** Rows in the order of the risk sets, columns centred and scaled, those that cannot be estimated left out. */
export function coxRows(
  sets: RiskSets,
  design: Matrix,
  weights: Float64Array,
  offset: Float64Array,
  ties: CoxTies,
): PreparedRows {
  // Rows at risk at no event say nothing, so they have no say in the scaling either.
  const saying = new Float64Array(design.rows);
  for (const i of sets.rows) saying[i] = weights[i]!;
  const scaling = columnScaling(design, saying, { freeLevel: true });
  const varying: number[] = [];
  for (let j = 0; j < design.columns; j++) if (scaling.inverseScales[j] !== 0) varying.push(j);
  const all: CoxRows = {
    sets,
    design: orderedColumns(design, scaling, varying, sets.rows),
    weights: inOrder(weights, sets.rows),
    offset: inOrder(offset, sets.rows),
    ties,
  };
  return { ...withoutAliased(all, varying), scaling };
}

/** The values of the rows given, in their order. */
export function inOrder<Values extends Float64Array | Int32Array>(values: Values, rows: Int32Array): Values {
  const result = values.slice(0, rows.length) as Values;
  for (let i = 0; i < rows.length; i++) result[i] = values[rows[i]!]!;
  return result;
}

/** The chosen columns scaled, rows in the order of the risk sets. */
function orderedColumns(
  design: Matrix,
  { centres, inverseScales }: ColumnScaling,
  columns: readonly number[],
  rows: Int32Array,
): ChunkedColumns {
  const p = columns.length;
  const ordered = chunkedColumns(rows.length, p);
  // Reading in the original order and writing to where each row goes keeps the cache busy:
  // rows of one event time are written one after another.
  const place = new Int32Array(design.rows).fill(-1);
  for (let i = 0; i < rows.length; i++) {
    const within = i % CHUNK_ROWS;
    place[rows[i]!] = (i - within) * p + within;
  }
  columns.forEach((j, c) => {
    const column = design.values.subarray(j * design.rows, (j + 1) * design.rows);
    const target = ordered.values.subarray(c * CHUNK_ROWS);
    const centre = centres[j]!;
    const inverse = inverseScales[j]!;
    for (let i = 0; i < column.length; i++) {
      const to = place[i]!;
      if (to >= 0) target[to] = (column[i]! - centre) * inverse;
    }
  });
  return ordered;
}

/**
 * Leaves out columns that tell nobody in a risk set apart, given the earlier
 * ones. Columns have variance 1, so information of rounding size is
 * information far below the number of events.
 */
function withoutAliased(all: CoxRows, varying: readonly number[]): Omit<PreparedRows, "scaling"> {
  let eventWeight = 0;
  forEachDeath(all.sets, (i) => {
    eventWeight += all.weights[i]!;
  });
  const initial = coxEvaluation(all, new Float64Array(varying.length));
  const references = new Float64Array(varying.length).fill(eventWeight);
  const { dropped } = cholesky(initial.information, { tolerance: 1e-11, references });
  if (dropped.length === 0) return { rows: all, columns: varying, initial };
  const kept = varying.map((_, c) => c).filter((c) => !dropped.includes(c));
  const design = chosenColumns(all.design, kept);
  const rows = { ...all, design };
  return { rows, columns: kept.map((c) => varying[c]!), initial: coxEvaluation(rows, new Float64Array(kept.length)) };
}
