import { describe, expect, it } from "vitest";
import { compareLalonde, estimate, lalonde, lalondeWithGaps, type Rows } from "../support/studies.ts";

const compare = (rows: Rows, plan: object) => compareLalonde(plan, { rows });
const matched = { method: "nearest", caliper: 0.2 } as const;

describe("where nothing is missing", () => {
  it.each(["indicator", "impute"] as const)("%s says what dropping says, to the byte", (missing) => {
    const other = compare(lalonde, { ...matched, missing });
    const dropped = compare(lalonde, matched);
    const { design, ...rest } = other.comparison;
    const { design: ofDropped, ...restOfDropped } = dropped.comparison;
    expect(JSON.stringify(rest)).toBe(JSON.stringify(restOfDropped));
    expect({ ...design, missing: "drop" }).toEqual(ofDropped);
    expect(other.matchedRows).toEqual(dropped.matchedRows);
  });
});

describe("an indicator", () => {
  const { comparison } = compare(lalondeWithGaps, { ...matched, missing: "indicator" });

  it("keeps everybody, with a column beside a number and a level of its own in a factor", () => {
    expect(comparison.rows.used).toBe(614);
    const names = comparison.balance.map(({ covariate, level }) =>
      level === null ? covariate : `${covariate}=${level}`,
    );
    expect(names).toEqual([
      "age",
      "educ",
      "race=black",
      "race=hispan",
      "race=white",
      "race=missing",
      "married",
      "married missing",
      "nodegree",
      "re74",
      "re74 missing",
      "re75",
    ]);
  });

  it("leaves the mean of both arms together where a number is missing", () => {
    // The mean over everybody after filling is that of those known.
    const known = lalondeWithGaps.re74!.filter((cell) => cell !== null) as number[];
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const { before } = comparison.balance.find(({ covariate }) => covariate === "re74")!;
    const together = ((before.treated as number) * 185 + (before.comparison as number) * 429) / 614;
    expect(together).toBeCloseTo(mean, 8);
  });

  it("enters the score, and says what it takes for granted", () => {
    const terms = comparison.models[0]!.terms.map(({ term }) => term);
    expect(terms).toEqual(expect.arrayContaining(["race=missing", "married missing", "re74 missing"]));
    expect(comparison.assumptions[0]).toContain("people without race, married, re74 are kept and marked");
    expect(comparison.design.missing).toBe("indicator");
  });

  it("keeps a level called missing apart from gaps", () => {
    const named = {
      ...lalondeWithGaps,
      race: lalondeWithGaps.race!.map((cell) => (cell === "hispan" ? "missing" : cell)),
    };
    const levels = compare(named, { method: "ipw", missing: "indicator" }).comparison.balance;
    expect(levels.flatMap(({ covariate, level }) => (covariate === "race" ? [level] : []))).toEqual([
      "black",
      "missing",
      "white",
      "(missing)",
    ]);
  });

  it("stands in other specifications too", () => {
    const specifications = [{ id: "weights", label: "weights", method: "ipw" as const }];
    const result = compare(lalondeWithGaps, { ...matched, missing: "indicator", sensitivity: { specifications } });
    const weights = compare(lalondeWithGaps, { method: "ipw", missing: "indicator" });
    const row = estimate(result, "re78:meanDifference:matched").sensitivity.robustness.find(
      ({ id }) => id === "weights",
    )!;
    expect(row.estimate).toBe(estimate(weights, "re78:meanDifference:weighted").estimate);
  });
});

describe("columns that people must agree on", () => {
  it("are not filled: who lacks one is left out and counted", () => {
    const { comparison } = compare(lalondeWithGaps, { ...matched, exact: ["race"], missing: "indicator" });
    const lacking = lalondeWithGaps.race!.filter((cell) => cell === null).length;
    expect(comparison.rows.excluded).toEqual([{ reason: "race missing", rows: lacking }]);
  });
});

it("a covariate known of nobody is named", () => {
  const none = { ...lalonde, re74: lalonde.re74!.map(() => null) };
  expect(() => compare(none, { method: "ipw", missing: "indicator" })).toThrow(
    'covariate "re74": it is known of nobody',
  );
});
