import { describe, expect, it } from "vitest";
import { compareRows, randomised } from "./support/studies.ts";

describe("refusals for separation", () => {
  it("name covariates and levels in words, at most three, and no intercept", () => {
    const n = 48;
    const row = <T>(value: (row: number) => T) => Array.from({ length: n }, (_, k) => value(k));
    const rows = {
      arm: row((k) => k % 2),
      area: row((k) => `area ${Math.floor(k / 2)}`),
      // Each area all or nothing: every level separates, and there are more of them than events.
      y: row((k) => Math.floor(k / 2) % 2),
    };
    const { comparison } = compareRows({
      rows,
      layout: { treatment: "arm", covariates: ["area"], outcomes: [{ id: "y", kind: "binary", column: "y" }] },
      outcomes: [{ id: "y", kind: "binary" }],
      plan: randomised,
    });
    const { why } = comparison.refusals.find(({ id }) => id === "separation:y:riskDifference:adjusted")!;
    expect(why).toMatch(/^some combination of area \(area \d+\), area \(area \d+\), area \(area \d+\) and others says/);
  });
});
