import { CHUNK_ROWS } from "../linear-algebra/chunk.ts";

/**
 * Columns laid out a chunk of rows at a time, the columns of a chunk one after
 * the other: what a fit reads again and again then lies in the order it is
 * read, and needs no copying. Behind the last row there are zeros.
 */
export interface ChunkedColumns {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export function chunkedColumns(rows: number, columns: number): ChunkedColumns {
  return { rows, columns, values: new Float64Array(Math.ceil(rows / CHUNK_ROWS) * CHUNK_ROWS * columns) };
}

/** One column, row after row. */
export function columnOf(of: ChunkedColumns, column: number): Float64Array {
  const values = new Float64Array(of.rows);
  for (let from = 0; from < of.rows; from += CHUNK_ROWS) {
    const at = from * of.columns + column * CHUNK_ROWS;
    values.set(of.values.subarray(at, at + Math.min(CHUNK_ROWS, of.rows - from)), from);
  }
  return values;
}

/** The chunk that begins at row `from`, a multiple of CHUNK_ROWS. */
export function chunkOf({ columns, values }: ChunkedColumns, from: number): Float64Array {
  return values.subarray(from * columns, (from + CHUNK_ROWS) * columns);
}

/** The columns chosen, in the order given. */
export function chosenColumns(of: ChunkedColumns, columns: readonly number[]): ChunkedColumns {
  const chosen = chunkedColumns(of.rows, columns.length);
  for (let from = 0; from < of.rows; from += CHUNK_ROWS) {
    const source = chunkOf(of, from);
    const target = chunkOf(chosen, from);
    columns.forEach((column, to) => {
      target.set(source.subarray(column * CHUNK_ROWS, (column + 1) * CHUNK_ROWS), to * CHUNK_ROWS);
    });
  }
  return chosen;
}
