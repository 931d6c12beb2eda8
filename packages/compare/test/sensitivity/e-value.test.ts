import {
  eValue,
  eValueOfInterval,
  riskRatioFromHazardRatio,
  riskRatioFromMeanDifference,
  riskRatioFromOddsRatio,
} from "@likewise/compare";
import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "../support/oracle.ts";

const { examples, standardised_mean_difference } = oracle("e-values");

describe("E-value", () => {
  it.each(examples as { case: string; input: number[]; e_value: number; e_value_ci: number }[])(
    "of the published case: $case",
    (example) => {
      const common = !example.case.includes("rare");
      const convert = example.case.startsWith("hazard")
        ? (ratio: number) => riskRatioFromHazardRatio(ratio, { common })
        : example.case.startsWith("odds")
          ? (ratio: number) => riskRatioFromOddsRatio(ratio, { common })
          : (ratio: number) => ratio;
      const [ratio, lower, upper] = example.input.map(convert) as [number, number, number];
      expectClose(eValue(ratio), example.e_value, 1e-10);
      expectClose(eValueOfInterval(lower, upper), example.e_value_ci, 1e-10);
    },
  );

  it("of a standardised mean difference", () => {
    const { ratio, lower, upper } = riskRatioFromMeanDifference(0.42, 0.14);
    [ratio, lower, upper].forEach((value, k) => {
      expectClose(value, standardised_mean_difference.risk_ratio_scale[k], 1e-10);
    });
    expectClose(eValue(ratio), standardised_mean_difference.e_value, 1e-10);
    expectClose(eValueOfInterval(lower, upper), standardised_mean_difference.e_value_ci, 1e-10);
  });

  it("is the same for a ratio and its inverse, and 1 for no effect", () => {
    expectClose(eValue(0.4), eValue(2.5), 1e-14);
    expect(eValue(1)).toBe(1);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses %s", (ratio) => {
    expect(() => eValue(ratio)).toThrow("riskRatio must be > 0");
  });
});
