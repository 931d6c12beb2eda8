import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** Numbers from elsewhere, read from the file that holds them with their source. */
// biome-ignore lint/suspicious/noExplicitAny: oracle files have shapes of their own
export function oracle(name: string): any {
  return JSON.parse(readFileSync(new URL(`../../oracles/${name}.json`, import.meta.url), "utf8"));
}

/** Equal to so many parts of itself. */
export function expectClose(found: unknown, expected: number, relative: number): void {
  expect(typeof found).toBe("number");
  const distance = Math.abs((found as number) - expected);
  expect(distance, `${found} should be ${expected}`).toBeLessThanOrEqual(
    relative * Math.max(Math.abs(expected), 1e-300),
  );
}
