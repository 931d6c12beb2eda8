import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coverageCells } from "../coverage-of-methods/cells.ts";
import { coverStudy } from "../coverage-of-methods/cover-study.ts";
import { documentOf } from "../coverage-of-methods/document.ts";
import { rowsOf } from "../coverage-of-methods/rows-of.ts";
import { unheldSituations } from "../coverage-of-methods/unheld-situations.ts";

const rows = rowsOf(new URL("../coverage-of-methods/rows.jsonl", import.meta.url));

describe("the study of coverage", () => {
  it("has a row for each cell once, of 2,000 studies each, and a verdict that follows from its numbers", () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { id, seeds, refused, refusedBy, covered, coverage, high99, verdict } of rows) {
      expect(coverageCells.map((cell) => cell.id)).toContain(id);
      expect(seeds).toBe(coverageCells.find((cell) => cell.id === id)!.seeds ?? 2000);
      expect(Object.values(refusedBy).reduce((sum, count) => sum + count, 0)).toBe(refused);
      expect(coverage).toBeCloseTo(covered / (seeds - refused), 12);
      if (refused < seeds / 2) expect(verdict === "fails").toBe(high99 < 0.94);
    }
  });

  it("is printed as it is", () => {
    expect(readFileSync(new URL("../../docs/interval-coverage.md", import.meta.url), "utf8")).toBe(documentOf(rows));
  });

  it("has at most 60 situations, each other method in twelve of them", () => {
    const methods = new Map<string, number>();
    expect(coverageCells.filter(({ seeds }) => seeds === 500)).toHaveLength(4);
    for (const { plan, seeds } of coverageCells) {
      if (seeds !== undefined) continue;
      const name = `${plan.method} ${plan.estimand ?? ""}`;
      methods.set(name, (methods.get(name) ?? 0) + 1);
    }
    expect(methods.get("none ")).toBe(60);
    expect([...methods.values()].filter((count) => count !== 60).every((count) => count === 12)).toBe(true);
  });

  it("warns in most studies of a situation in which no method holds, and of the default where one effect for all is far off", () => {
    const unheld = unheldSituations(rows).map(({ situation }) => `none-${situation}`);
    const farOff = rows.filter(
      ({ method, bias, errorDeviation }) => method === "none" && Math.abs(bias) > errorDeviation,
    );
    for (const row of [...rows.filter(({ id }) => unheld.includes(id)), ...farOff]) {
      expect(row.warned / (row.seeds - row.refused), row.id).toBeGreaterThan(0.5);
    }
  });

  it("hardly ever warns where the default holds and the effect is the same for all", () => {
    for (const row of rows.filter(({ method, heterogeneous }) => method === "none" && !heterogeneous)) {
      if (row.verdict !== "fails") expect(row.warned / (row.seeds - row.refused), row.id).toBeLessThan(0.1);
    }
  });

  it("draws studies of which one is warned and one is not, as their situations are", () => {
    const warned = (id: string, estimand: "att" | "ate", seed: number) => {
      const cell = coverageCells.find((each) => each.id === id)!;
      const study = coverStudy({ ...cell, plan: { ...cell.plan, estimand } }, seed);
      return "refused" in study ? null : study.warned;
    };
    const share = (id: string, estimand: "att" | "ate") =>
      [1, 2, 3, 4, 5, 6].filter((seed) => warned(id, estimand, seed) === true).length / 6;
    // 200 treated against 4,000, unlike them, and an effect that differs: for everybody one regression misleads, for the
    // treated it does not; and the same number with one effect.
    expect(share("none-54", "ate")).toBeGreaterThanOrEqual(0.5);
    expect(share("none-54", "att")).toBe(0);
    expect(share("none-18", "ate")).toBe(0);
  });

  it("draws the same study from the same seed, and another from another", () => {
    const cell = coverageCells[7]!;
    expect(coverStudy(cell, 3)).toEqual(coverStudy(cell, 3));
    expect(coverStudy(cell, 4)).not.toEqual(coverStudy(cell, 3));
  });
});
