import { intervalOfBounds, leeBounds, worstCaseBounds } from "@likewise/compare";
import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "../support/oracle.ts";

const { missing } = oracle("sensitivity");
const { value, observed, treated } = missing;
const people = { value, observed, treated };

describe("Lee bounds", () => {
  it("with their standard errors and interval are those of the formulas in R", () => {
    const found = leeBounds(people);
    for (const key of ["lower", "upper", "lowerStandardError", "upperStandardError"] as const) {
      expectClose(found[key], missing.lee[key], 1e-12);
    }
    expectClose(found.interval[0], missing.lee.interval[0], 1e-9);
    expectClose(found.interval[1], missing.lee.interval[1], 1e-9);
    expect(found.trimmed!.arm).toBe("treated");
    expectClose(found.trimmed!.share, missing.lee.share, 1e-12);
  });

  it("turn round with the arms", () => {
    const [found, turned] = [
      leeBounds(people),
      leeBounds({ ...people, treated: treated.map((arm: number) => 1 - arm) }),
    ];
    expectClose(turned.lower, -found.upper, 1e-12);
    expectClose(turned.upperStandardError, found.lowerStandardError, 1e-12);
    expect(turned.trimmed!.arm).toBe("comparison");
  });

  it("with nothing missing, or alike in both arms, are the difference itself", () => {
    // 1 to 5 less 2, 2, 5: 3 − 3 = 0; one of six, and one of six, missing.
    const input = { value: [1, 2, 3, 4, 5, 0, 2, 2, 5], treated: [1, 1, 1, 1, 1, 1, 0, 0, 0] };
    const whole = leeBounds({ ...input, observed: [1, 1, 1, 1, 1, 0, 1, 1, 1], weights: [1, 1, 1, 1, 1, 0, 1, 1, 1] });
    expect([whole.lower, whole.upper, whole.trimmed]).toEqual([0, 0, null]);
    const pooled = Math.sqrt(2 / 5 + 2 / 3);
    expectClose(whole.lowerStandardError, pooled, 1e-12);
    expectClose(whole.interval[0], -1.959963984540054 * pooled, 1e-9);
  });

  it("count a weight of two as two people", () => {
    const doubled = leeBounds({
      value: [...value, ...value],
      observed: [...observed, ...observed],
      treated: [...treated, ...treated],
    });
    const weighted = leeBounds({ ...people, weights: value.map(() => 2) });
    expectClose(weighted.lower, doubled.lower, 1e-12);
    expectClose(weighted.upper, doubled.upper, 1e-12);
  });

  it("take a share of people who are equal at the cut", () => {
    // 4 of 5 events among the treated, all seen; half of the others seen: of 5 half go. From above 2.5 of 4 events: 1.5 / 2.5.
    const found = leeBounds({
      value: [1, 1, 1, 1, 0, 1, 0, 9, 9],
      observed: [1, 1, 1, 1, 1, 1, 1, 0, 0],
      treated: [1, 1, 1, 1, 1, 0, 0, 0, 0],
    });
    expectClose(found.lower, 1.5 / 2.5 - 0.5, 1e-12);
    expectClose(found.upper, 1 - 0.5, 1e-12);
  });

  it("refuse an arm of which nobody is observed", () => {
    expect(() => leeBounds({ value: [1, 2], observed: [1, 0], treated: [1, 0] })).toThrow("none compared");
    expect(() => leeBounds({ value: [1, 2], observed: [1], treated: [1, 0] })).toThrow("observed must have one entry");
  });
});

describe("worst-case bounds", () => {
  it("are those of the missing filled in, in R", () => {
    const { range, ...expected } = missing.worst;
    const found = worstCaseBounds(people, range);
    for (const key of ["lower", "upper", "lowerStandardError", "upperStandardError"] as const) {
      expectClose(found[key], expected[key], 1e-12);
    }
  });

  it("hold Lee's between them, and meet when nothing is missing", () => {
    const [lee, worst] = [leeBounds(people), worstCaseBounds(people, missing.worst.range)];
    expect(worst.lower).toBeLessThanOrEqual(lee.lower);
    expect(worst.upper).toBeGreaterThanOrEqual(lee.upper);
    const whole = worstCaseBounds({ ...people, observed: value.map(() => 1) }, [-10, 10]);
    expect(whole.lower).toBe(whole.upper);
  });

  it("refuse outcomes outside the range", () => {
    expect(() => worstCaseBounds(people, [0, 1])).toThrow("outcomes must be from 0 to 1");
  });
});

describe("interval of bounds", () => {
  it("is one-sided at each when they are far apart", () => {
    const [lower, upper] = intervalOfBounds({ lower: 0, upper: 100, lowerStandardError: 1, upperStandardError: 2 });
    // The normal quantile at 0.95.
    expectClose(lower, -1.6448536269514722, 1e-9);
    expectClose(upper, 100 + 2 * 1.6448536269514722, 1e-9);
  });

  it("refuses bounds that cross", () => {
    expect(() => intervalOfBounds({ lower: 1, upper: 0, lowerStandardError: 1, upperStandardError: 1 })).toThrow(
      "lower must be <= upper",
    );
  });
});
