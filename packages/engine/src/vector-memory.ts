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
  const words = presentWords(vector);
  if (words === null) {
    valid.fill(1, start, start + count);
    return false;
  }
  let missing = false;
  for (let row = 0; row < count; row++) {
    const present = (words[row >>> 5]! >>> (row & 31)) & 1;
    valid[start + row] = present;
    if (present === 0) missing = true;
  }
  return missing;
}

/** A bit per row, 0 where the value is missing: bit r % 32 of element floor(r / 32); null when every row is present. */
function presentWords(vector: DuckDBVector): Uint32Array | null {
  const { presentBits } = vectorMemory(vector);
  if (presentBits === null) return null;
  return new Uint32Array(presentBits.buffer, presentBits.byteOffset, presentBits.length * 2);
}
