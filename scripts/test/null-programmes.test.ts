import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type NullProgramme, runNullProgramme } from "../null-programmes/run-null-programme.ts";
import type { CellSummary } from "../null-programmes/summarise-cell.ts";

const committed = JSON.parse(
  readFileSync(new URL("../../packages/offending/oracles/null-programmes.json", import.meta.url), "utf8"),
);
const cells: readonly CellSummary[] = committed.cells;
const name = ({ shape, basePrevalence }: CellSummary) => `shape ${shape}, base ${100 * basePrevalence} %`;

describe("programmes without effect, over 1,000 seeds fixed in advance", () => {
  it("are of shapes 0.5, 1, 2 and 4 at base prevalences of 10 and 38 %", () => {
    expect(cells.map(({ shape, basePrevalence }) => [basePrevalence, shape])).toEqual(
      [0.1, 0.38].flatMap((base) => [0.5, 1, 2, 4].map((shape) => [base, shape])),
    );
    for (const { seeds } of cells) expect(seeds).toEqual({ from: 1, to: 1000, count: 1000 });
  });

  it("fall by over 40 points in every one at 10 %, and not in every cell at 38 %", () => {
    const least = (base: number) =>
      cells.filter(({ basePrevalence }) => basePrevalence === base).map(({ naiveFallPoints }) => naiveFallPoints.least);
    expect(Math.min(...least(0.1))).toBeGreaterThan(40);
    expect(Math.min(...least(0.38))).toBeLessThan(40);
  });

  it("fall by what selection alone leads to", () => {
    for (const cell of cells) {
      // standard error of a mean share of 1,000 programmes
      const error = Math.sqrt((cell.expectedAfter * (1 - cell.expectedAfter)) / cell.meanSelected / 1000);
      expect(Math.abs(cell.meanAfter - cell.expectedAfter), name(cell)).toBeLessThan(4 * error);
    }
  });

  it.each(cells.map((cell) => [name(cell), cell] as const))(
    "are foreseen in 93 to 97 %% where the population is in the data: %s",
    (_name, cell) => {
      expect(cell.covered).toBe(1000 - cell.above - cell.below);
      expect(cell.coverage).toBeGreaterThanOrEqual(0.93);
      expect(cell.coverage).toBeLessThanOrEqual(0.97);
    },
  );

  it("lie in the range without the population: what is expected always, what is seen but for chance", () => {
    for (const cell of cells) {
      expect(cell.rangeHoldsExpected, name(cell)).toBe(true);
      expect(cell.inRangeWithChance, name(cell)).toBeGreaterThanOrEqual(975);
    }
  });

  it("come out the same again for 64 of the seeds", () => {
    expect(cells.flatMap(({ kept }) => kept)).toHaveLength(64);
    for (const cell of cells) {
      for (const before of cell.kept) {
        const now = runNullProgramme(cell, before.seed);
        for (const key of Object.keys(before) as (keyof NullProgramme)[]) {
          expect(Math.abs(now[key] - before[key]), `${name(cell)}, seed ${before.seed}: ${key}`).toBeLessThanOrEqual(
            1e-9,
          );
        }
      }
    }
  });
});
