import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type CoveredSeed, coverSeed } from "../interval-coverage/cover-seed.ts";
import { seedsOfCsv } from "../interval-coverage/csv-of-seeds.ts";
import { summarise } from "../interval-coverage/summarise.ts";

const oracles = new URL("../../packages/simulate/oracles/", import.meta.url);
const committed = seedsOfCsv(readFileSync(new URL("coverage-2000.csv", oracles), "utf8"));
const summary = JSON.parse(readFileSync(new URL("coverage-2000.json", oracles), "utf8"));

describe("coverage of the matched estimate over 2,000 seeds fixed in advance", () => {
  it("used the seeds 1 to 2,000, each once", () => {
    expect(committed.map(({ seed }) => seed)).toEqual(Array.from({ length: 2000 }, (_, i) => i + 1));
  });

  it("is summed up as its rows say", () => {
    expect(summarise(committed)).toEqual(summary);
  });

  it("may be 95 %: the exact 99 % interval of the coverage does not end below 94 %", () => {
    expect(summary.interval99[1]).toBeGreaterThanOrEqual(0.94);
  });

  it("comes out the same again for 50 of the seeds", () => {
    const again = committed.filter(({ seed }) => seed % 40 === 1);
    expect(again).toHaveLength(50);
    for (const before of again) {
      const now = coverSeed(before.seed);
      for (const key of Object.keys(before) as (keyof CoveredSeed)[]) {
        expect(Math.abs(now[key] - before[key]), `seed ${before.seed}: ${key}`).toBeLessThanOrEqual(1e-9);
      }
    }
  });
});
