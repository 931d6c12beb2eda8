import {
  clusterCovariance,
  designMatrix,
  fitNegativeBinomial,
  fitPoisson,
  type NegativeBinomialFit,
  robustCovariance,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle, rowsOf, shuffled } from "../support.ts";

interface Fit {
  coefficients: number[];
  standardErrors: number[];
  theta: number;
  thetaStandardError: number;
  glmnbTheta: number;
  glmnbThetaStandardError: number;
  logLikelihood: number;
  deviance: number;
  poissonLogLikelihood: number;
  hc0?: number[];
  sandwichOfGlmNb?: number[];
  cr0?: number[];
  clusterOfGlmNb?: number[];
}
const oracle = readOracle<{
  rows: Record<"group" | "age" | "exposure" | "person" | "weights" | "counts", number[]>;
  negativeBinomial: Record<"plain" | "exposure" | "weighted" | "interceptOnly", Fit>;
}>("counts.json");
const { group, age, exposure, person, weights, counts } = oracle.rows;
const both = designMatrix([group, age]);
const ones = designMatrix([counts.map(() => 1)], { intercept: false });
const cases = {
  plain: { design: both, outcome: counts },
  exposure: { design: both, outcome: counts, exposure },
  weighted: { design: designMatrix([group]), outcome: counts, exposure, weights },
  interceptOnly: { design: ones, outcome: counts },
};

describe.each(Object.entries(cases))("negative binomial regression, %s, agrees with R", (name, input) => {
  const expected = oracle.negativeBinomial[name as keyof typeof cases];
  const fit = fitNegativeBinomial(input);

  it("in coefficients, standard errors, theta and likelihood, run to the maximum", () => {
    expect(fit.converged).toBe(true);
    expect(fit.family).toBe("negative binomial");
    expectClose(fit.coefficients, [expected.coefficients].flat(), 1e-9);
    expectClose(fit.standardErrors, [expected.standardErrors].flat(), 1e-9);
    expectClose(
      [fit.theta, fit.thetaStandardError, fit.logLikelihood, fit.poissonLogLikelihood],
      [expected.theta, expected.thetaStandardError, expected.logLikelihood, expected.poissonLogLikelihood],
      1e-9,
    );
    expectClose(fit.deviance, expected.deviance, 1e-9);
  });

  it("and with glm.nb itself, whose standard error of theta is from the step before its last", () => {
    expectClose(fit.theta, expected.glmnbTheta, 1e-7);
    expectClose(fit.thetaStandardError, expected.glmnbThetaStandardError, 1e-4);
  });

  it("in the sandwich, where there is one", () => {
    if (!expected.hc0) return;
    const robust = robustCovariance({ design: input.design, fit }).standardErrors;
    expectClose(robust, [expected.hc0].flat(), 1e-9);
    expectClose(robust, [expected.sandwichOfGlmNb].flat(), 1e-6);
    if (!expected.cr0) return;
    const clustered = clusterCovariance({ design: input.design, fit, clusters: person, kind: "CR0" }).standardErrors;
    expectClose(clustered, expected.cr0, 1e-9);
    expectClose(clustered, expected.clusterOfGlmNb, 1e-6);
  });
});

describe("negative binomial regression", () => {
  const fit = fitNegativeBinomial(cases.exposure);
  const numbers = (one: NegativeBinomialFit) => [...one.coefficients, ...one.standardErrors, one.theta];

  it("does not depend on the order of rows", () => {
    const order = shuffled(counts.length);
    const other = fitNegativeBinomial({
      design: designMatrix([rowsOf(group, order), rowsOf(age, order)]),
      outcome: rowsOf(counts, order),
      exposure: rowsOf(exposure, order),
    });
    expectClose(numbers(other), numbers(fit), 1e-9);
  });

  it("takes a row of weight 2 as the row twice, and a row of weight 0 as none", () => {
    const rows = counts.flatMap((_, i) => new Array<number>(weights[i]!).fill(i));
    const repeated = fitNegativeBinomial({
      design: designMatrix([rowsOf(group, rows)]),
      outcome: rowsOf(counts, rows),
      exposure: rowsOf(exposure, rows),
    });
    expectClose(numbers(repeated), numbers(fitNegativeBinomial(cases.weighted)), 1e-9);
  });

  it("moves only the intercept with the unit of exposure, and takes exposure as its log in the offset", () => {
    const years = fitNegativeBinomial({ ...cases.exposure, exposure: exposure.map((days) => days / 365.25) });
    expectClose(years.coefficients.slice(1), fit.coefficients.slice(1), 1e-9);
    expectClose(years.coefficients[0], fit.coefficients[0]! + Math.log(365.25), 1e-9);
    const offset = fitNegativeBinomial({ design: both, outcome: counts, offset: exposure.map(Math.log) });
    expectClose(numbers(offset), numbers(fit), 1e-12);
  });

  it("with an intercept alone expects the mean", () => {
    const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
    expectClose(fitNegativeBinomial(cases.interceptOnly).fitted[0], mean, 1e-12);
  });

  it("leaves out a column that repeats another, and a constant one", () => {
    const repeated = fitNegativeBinomial({
      ...cases.exposure,
      design: designMatrix([group, age, group, age.map(() => 3)]),
    });
    expect(repeated.aliased).toEqual([3, 4]);
    expectClose(repeated.theta, fit.theta, 1e-9);
  });

  it("says that theta is unbounded where counts vary no more than Poisson's, and is then Poisson's fit", () => {
    const outcome = [2, 3, 2, 3, 4, 3, 5, 4];
    const design = designMatrix([[0, 0, 0, 0, 1, 1, 1, 1]]);
    const under = fitNegativeBinomial({ design, outcome });
    const poisson = fitPoisson({ design, outcome });
    expect([under.unbounded, under.theta, under.thetaStandardError, under.family]).toEqual([
      true,
      null,
      null,
      "poisson",
    ]);
    expect(under.coefficients).toEqual(poisson.coefficients);
    expect(under.logLikelihood).toBe(under.poissonLogLikelihood);
  });

  it("says that equal counts leave theta unbounded", () => {
    const fit = fitNegativeBinomial({ design: designMatrix([[1, 1, 1]], { intercept: false }), outcome: [4, 4, 4] });
    expect([fit.unbounded, fit.theta]).toEqual([true, null]);
  });

  it("reports a group without events as separated, without standard errors or theta", () => {
    const separated = fitNegativeBinomial({
      design: designMatrix([[0, 0, 0, 0, 1, 1, 1]]),
      outcome: [0, 9, 1, 2, 0, 0, 0],
    });
    expect(separated).toMatchObject({
      converged: false,
      separated: true,
      separatingColumns: [1],
      theta: null,
      unbounded: false,
    });
    expect(separated.standardErrors).toEqual([null, null]);
    const none = fitNegativeBinomial({ design: designMatrix([[0, 1, 0]]), outcome: [0, 0, 0] });
    expect([none.converged, none.theta]).toEqual([false, null]);
  });

  it("refuses what is no count and no time at risk, by row and not by value", () => {
    const design = designMatrix([[0, 1, 0, 1]]);
    expect(() => fitNegativeBinomial({ design, outcome: [0, 1.5, 2, 3] })).toThrow(
      "fitNegativeBinomial: outcome must be a whole number from 0 to 1000000 (events), row 1 (from 0) is not",
    );
    expect(() => fitNegativeBinomial({ design, outcome: [0, -1, 2, 3] })).toThrow("row 1");
    expect(() => fitNegativeBinomial({ design, outcome: [0, 1, 2, 3], exposure: [1, 1, 0, 1] })).toThrow(
      "fitNegativeBinomial: exposure must be > 0 (time at risk), row 2 (from 0) is not",
    );
    expect(() => fitNegativeBinomial({ design, outcome: [0, 1, 2] })).toThrow("outcome must have length 4, got 3");
  });

  it("leaves its input as it was and survives JSON but for the vectors of rows", () => {
    const outcome = Object.freeze([0, 1, 5, 2, 0, 9]);
    const design = designMatrix([[0, 1, 0, 1, 0, 1]]);
    const frozen = fitNegativeBinomial({ design, outcome, exposure: Object.freeze([1, 2, 1, 2, 1, 2]) });
    expect(JSON.parse(JSON.stringify(frozen)).theta).toBe(frozen.theta);
  });
});
