import { designMatrix, fitFirthLogistic, fitLogistic } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle, rowsOf, shuffled } from "../support.ts";

interface Firth {
  coefficients: number[];
  standardErrors: number[];
  penalisedLogLikelihood: number;
  level: number;
  intervals: [number, number][];
  pValues: number[];
}
const oracle = readOracle<{
  tolerance: { iterative: number; interval: number };
  columns: Record<"level_b" | "level_c" | "alone" | "pounds", number[]>;
  outcome: number[];
  times: number[];
  offset: number[];
  fits: Record<"separated" | "offset" | "counted" | "never", Firth>;
}>("firth.json");
const { level_b, level_c, alone, pounds } = oracle.columns;
const { outcome } = oracle;
const never = outcome.map(() => 0);
const cases = {
  separated: { design: designMatrix([level_b, level_c, alone, pounds]), outcome },
  offset: { design: designMatrix([level_b, level_c]), outcome, offset: oracle.offset, level: 0.9 },
  counted: { design: designMatrix([level_b, level_c]), outcome, frequencies: oracle.times },
  never: { design: designMatrix([level_b]), outcome: never },
};

describe("Firth's logistic regression", () => {
  it.each(Object.entries(cases))("%s, agrees with brglm2 and with a profile written out in R", (name, input) => {
    const expected = oracle.fits[name as keyof typeof cases];
    const fit = fitFirthLogistic(input);
    expect(fit.converged).toBe(true);
    expectClose(fit.coefficients, expected.coefficients, oracle.tolerance.iterative, 1e-3);
    expectClose(fit.standardErrors, expected.standardErrors, oracle.tolerance.iterative);
    expectClose(fit.logLikelihood, expected.penalisedLogLikelihood, 1e-9);
    const limits = fit.lower.map((lower, j) => [lower, fit.upper[j]]);
    expectClose(limits, expected.intervals, oracle.tolerance.interval);
    expectClose(fit.pValues, expected.pValues, oracle.tolerance.interval);
  });

  it("is finite where the same data separate", () => {
    expect(fitLogistic(cases.separated).separated).toBe(true);
    expect(fitLogistic(cases.never).separated).toBe(true);
  });

  it("of a saturated two-by-two table is the log odds ratio with a half added to each cell", () => {
    // 5 of 9 against 0 of 4.
    const group = [...new Array(9).fill(1), ...new Array(4).fill(0)];
    const events = group.map((_, i) => Number(i < 5));
    const fit = fitFirthLogistic({ design: designMatrix([group]), outcome: events });
    expectClose(fit.coefficients, [Math.log(0.5 / 4.5), Math.log(5.5 / 4.5 / (0.5 / 4.5))], 1e-9);
  });

  it("does not depend on the order of rows, and turns a change of unit into that of the coefficient", () => {
    const order = shuffled(outcome.length);
    const fit = fitFirthLogistic(cases.separated);
    const moved = fitFirthLogistic({
      design: designMatrix(
        [level_b, level_c, alone, pounds.map((value) => value / 1000)].map((one) => rowsOf(one, order)),
      ),
      outcome: rowsOf(outcome, order),
    });
    expectClose(moved.coefficients.slice(0, 4), fit.coefficients.slice(0, 4), 1e-7, 0.1);
    expectClose(moved.coefficients[4], fit.coefficients[4]! * 1000, 1e-7);
    expectClose(moved.upper[4], fit.upper[4]! * 1000, 1e-7);
  });

  it("flips its signs and limits when the outcome is turned round", () => {
    const fit = fitFirthLogistic(cases.counted);
    const turned = fitFirthLogistic({ ...cases.counted, outcome: outcome.map((y) => 1 - y) });
    expectClose(
      turned.coefficients,
      fit.coefficients.map((b) => -b!),
      1e-7,
      0.1,
    );
    expectClose(
      turned.lower,
      fit.upper.map((limit) => -limit!),
      1e-7,
    );
  });

  it("leaves out a column that repeats another", () => {
    const fit = fitFirthLogistic({ design: designMatrix([level_b, level_c, level_b]), outcome });
    const without = fitFirthLogistic({ design: designMatrix([level_b, level_c]), outcome });
    expect(fit.aliased).toEqual([3]);
    expect([fit.coefficients[3], fit.lower[3], fit.pValues[3]]).toEqual([null, null, null]);
    expectClose(fit.coefficients.slice(0, 3), without.coefficients, 1e-9, 0.1);
  });

  it("refuses a level outside 0 to 1 and an outcome that is no chance", () => {
    expect(() => fitFirthLogistic({ ...cases.never, level: 1 })).toThrow("fitFirthLogistic: level");
    expect(() => fitFirthLogistic({ design: designMatrix([level_b]), outcome: outcome.map(() => 2) })).toThrow(
      "fitFirthLogistic: outcome must be 0 to 1, row 0 (from 0) is not",
    );
  });
});
