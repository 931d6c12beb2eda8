import type { DuckDBVector } from "@duckdb/node-api";

/**
 * The arrays behind a vector of the database: values, and a bit per row that is 0 where the value is missing.
 *
 * The driver keeps them private and offers a call per cell, which is some fifty times slower than copying them; this is
 * the one place that looks behind it.
 */
export interface VectorMemory {
  readonly items: Float64Array | Int32Array | BigInt64Array;
  /** Null when every row is present. Bit r % 64 of element floor(r / 64). */
  readonly presentBits: BigUint64Array | null;
}

export function vectorMemory(vector: DuckDBVector): VectorMemory {
  const { items, validity } = vector as unknown as {
    items: VectorMemory["items"];
    validity: { data: BigUint64Array | null };
  };
  return { items, presentBits: validity.data };
}

/** Writes 1 or 0 for each of `count` rows into `valid` from `start`; returns whether any row is missing. */
export function copyPresence(vector: DuckDBVector, count: number, valid: Uint8Array, start: number): boolean {
  const { presentBits } = vectorMemory(vector);
  if (presentBits === null) {
    valid.fill(1, start, start + count);
    return false;
  }
  const words = new Uint32Array(presentBits.buffer, presentBits.byteOffset, presentBits.length * 2);
  let missing = false;
  for (let row = 0; row < count; row++) {
    const present = (words[row >>> 5]! >>> (row & 31)) & 1;
    valid[start + row] = present;
    if (present === 0) missing = true;
  }
  return missing;
}
