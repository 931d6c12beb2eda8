import { balanceTable, effectiveSampleSize, matchingWeights } from "@likewise/compare";
import { describe, expect, it } from "vitest";

const number = (name: string, values: number[]) => ({
  kind: "number" as const,
  name,
  values: Float64Array.from(values),
});
const none = { essential: [], adjusted: [] };

describe("balanceTable", () => {
  it("standardises a 0/1 column by sqrt(p(1 - p)) of the treated, and gives it no variance ratio", () => {
    // By hand: treated 1, 1, 0, 0 (p = 0.5, deviation 0.5), comparison 1, 0, 0, 0.
    const [row] = balanceTable(
      [number("x", [1, 1, 0, 0, 1, 0, 0, 0])],
      Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0),
      null,
      none,
    );
    expect(row!.before).toEqual({
      treated: 0.5,
      comparison: 0.25,
      standardisedMeanDifference: 0.5,
      varianceRatio: null,
      ecdfMean: 0.25,
      ecdfMax: 0.25,
    });
  });

  it("pools the arms where the effect is everybody's, and where the treated do not vary", () => {
    // By hand: treated 1, 1, 0, 0 (variance 0.25), comparison 1, 0, 0, 0 (0.1875): 0.25 / sqrt(0.21875).
    const treated = Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0);
    const [pooled] = balanceTable([number("x", [1, 1, 0, 0, 1, 0, 0, 0])], treated, null, none, "pooled");
    expect(pooled!.before.standardisedMeanDifference).toBeCloseTo(0.25 / Math.sqrt(0.21875), 14);
    // A level nobody treated holds: 0 against 0.25, variances 0 and 0.1875.
    const [onlyThere] = balanceTable([number("x", [0, 0, 0, 0, 1, 0, 0, 0])], treated, null, none);
    expect(onlyThere!.before.standardisedMeanDifference).toBeCloseTo(-0.25 / Math.sqrt(0.09375), 14);
    const [nowhere] = balanceTable([number("x", [0, 0, 0, 0, 1, 1, 1, 1])], treated, null, none);
    expect(nowhere!.before.standardisedMeanDifference).toBeNull();
  });

  it("does not change with the unit of a covariate", () => {
    const treated = Uint8Array.of(1, 1, 1, 0, 0, 0);
    const pounds = [3, 5, 9, 2, 2, 7];
    const [inPounds, inPence] = balanceTable(
      [
        number("a", pounds),
        number(
          "b",
          pounds.map((x) => 128 * x),
        ),
      ],
      treated,
      null,
      none,
    );
    expect(inPence!.before.standardisedMeanDifference).toBe(inPounds!.before.standardisedMeanDifference);
    expect(inPence!.before.varianceRatio).toBe(inPounds!.before.varianceRatio);
  });

  it("counts a weight of 2 in the mean as the row twice", () => {
    const [weighted] = balanceTable(
      [number("x", [1, 5, 2, 8])],
      Uint8Array.of(1, 1, 0, 0),
      Float64Array.of(1, 1, 2, 1),
      none,
    );
    expect(weighted!.after!.comparison).toBe(4);
  });

  it("has a row per level, and says null where nothing varies or one person stands alone", () => {
    const sex = { kind: "factor" as const, name: "sex", levels: ["f", "m"], codes: Int32Array.of(0, 0, 1) };
    const rows = balanceTable([sex, number("x", [4, 4, 9])], Uint8Array.of(1, 1, 0), null, {
      essential: ["x"],
      adjusted: ["sex"],
    });
    expect(rows.map(({ covariate, level }) => [covariate, level])).toEqual([
      ["sex", "f"],
      ["sex", "m"],
      ["x", null],
    ]);
    expect(rows.map(({ before }) => before.standardisedMeanDifference)).toEqual([null, null, null]);
    expect(rows[2]!.before.varianceRatio).toBeNull();
    expect(rows.map(({ essential, adjusted }) => [essential, adjusted])).toEqual([
      [false, true],
      [false, true],
      [true, false],
    ]);
  });
});

describe("weights of matched sets", () => {
  it("average 1 in each arm and keep the balance between sets", () => {
    const weights = matchingWeights(
      [
        { treated: [0], comparison: [2, 3] },
        { treated: [1], comparison: [4] },
      ],
      6,
    );
    expect(Array.from(weights)).toEqual([1, 1, 0.75, 0.75, 1.5, 0]);
  });

  it("have the effective sample size of a published example", () => {
    // (1 + 1 + 2 + 0.5 + 0.5)² / (1 + 1 + 4 + 0.25 + 0.25) = 25 / 6.5
    expect(effectiveSampleSize([1, 1, 2, 0.5, 0.5])).toBe(25 / 6.5);
    expect(effectiveSampleSize([])).toBe(0);
  });
});
