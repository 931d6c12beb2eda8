import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** The oracle file of this name, as the script beside it wrote it. */
export function readOracle<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(new URL(`../oracles/${name}`, import.meta.url), "utf8")) as Shape;
}

/**
 * Numbers agree to `tolerance` relative to the larger of the expected size and
 * `scale`; null only equals null; lists agree entry by entry.
 */
export function expectClose(actual: unknown, expected: unknown, tolerance: number, scale = 0): void {
  const problem = difference(actual, expected, tolerance, scale, "");
  expect(problem).toBe(null);
}

function difference(actual: unknown, expected: unknown, tolerance: number, scale: number, path: string): string | null {
  if (typeof expected === "number" && typeof actual === "number") {
    const allowed = tolerance * Math.max(Math.abs(expected), scale);
    return Math.abs(actual - expected) <= allowed ? null : `${path} expected ${expected}, got ${actual}`;
  }
  if (isList(expected) && isList(actual)) {
    if (actual.length !== expected.length) return `${path} expected length ${expected.length}, got ${actual.length}`;
    for (let i = 0; i < expected.length; i++) {
      const problem = difference(actual[i], expected[i], tolerance, scale, `${path}[${i}]`);
      if (problem !== null) return problem;
    }
    return null;
  }
  return Object.is(actual, expected) ? null : `${path} expected ${String(expected)}, got ${String(actual)}`;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || value instanceof Float64Array;
}

/** The values of a named list, in its order, or the list itself; a single number counts as a list of one. */
export function listed<T>(value: T | readonly T[] | Record<string, T>): T[] {
  if (Array.isArray(value)) return [...value];
  return value !== null && typeof value === "object" ? Object.values(value as Record<string, T>) : [value as T];
}

/** A fixed reordering of 0 to n − 1 that leaves few rows where they were. */
export function shuffled(n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  let state = 12345;
  for (let i = n - 1; i > 0; i--) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

export function rowsOf(values: ArrayLike<number>, rows: readonly number[]): number[] {
  return rows.map((i) => values[i]!);
}
