import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coverageCells } from "../coverage-of-methods/cells.ts";
import { coverStudy } from "../coverage-of-methods/cover-study.ts";
import { documentOf } from "../coverage-of-methods/document.ts";
import { rowsOf } from "../coverage-of-methods/rows-of.ts";

const rows = rowsOf(new URL("../coverage-of-methods/rows.jsonl", import.meta.url));

describe("the study of coverage", () => {
  it("has a row for each cell once, of 2,000 studies each, and a verdict that follows from its numbers", () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { id, seeds, refused, covered, coverage, high99, verdict } of rows) {
      expect(coverageCells.map((cell) => cell.id)).toContain(id);
      expect(seeds).toBe(2000);
      expect(coverage).toBeCloseTo(covered / (seeds - refused), 12);
      if (refused < seeds / 2) expect(verdict === "fails").toBe(high99 < 0.94);
    }
  });

  it("is printed as it is", () => {
    expect(readFileSync(new URL("../../docs/interval-coverage.md", import.meta.url), "utf8")).toBe(documentOf(rows));
  });

  it("has at most 60 situations, each other method in twelve of them", () => {
    const methods = new Map<string, number>();
    for (const { plan } of coverageCells) {
      const name = `${plan.method} ${plan.estimand ?? ""}`;
      methods.set(name, (methods.get(name) ?? 0) + 1);
    }
    expect(methods.get("none ")).toBe(60);
    expect([...methods.values()].filter((count) => count !== 60).every((count) => count === 12)).toBe(true);
  });

  it("draws the same study from the same seed, and another from another", () => {
    const cell = coverageCells[7]!;
    expect(coverStudy(cell, 3)).toEqual(coverStudy(cell, 3));
    expect(coverStudy(cell, 4)).not.toEqual(coverStudy(cell, 3));
  });
});
