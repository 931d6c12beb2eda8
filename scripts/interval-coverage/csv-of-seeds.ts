import type { CoveredSeed } from "./cover-seed.ts";

const columns = [
  "seed",
  "matched",
  "estimate",
  "low",
  "high",
  "truth",
  "imbalance",
  "naiveBefore",
  "naiveAfter",
] as const satisfies readonly (keyof CoveredSeed)[];

/** Covered seeds as CSV: every number in full, so that it reads back as it was. */
export function csvOfSeeds(seeds: readonly CoveredSeed[]): string {
  const lines = seeds.map((seed) => columns.map((column) => String(seed[column])).join(","));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

/** The seeds of a CSV written by `csvOfSeeds`. */
export function seedsOfCsv(text: string): CoveredSeed[] {
  const [, ...lines] = text.trimEnd().split("\n");
  return lines.map((line) => {
    const cells = line.split(",").map(Number);
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]!])) as unknown as CoveredSeed;
  });
}
