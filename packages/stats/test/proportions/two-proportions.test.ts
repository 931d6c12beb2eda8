import {
  agrestiCaffoDifference,
  fisherTest,
  mantelHaenszelRiskRatio,
  mcnemarTest,
  midPBinomialInterval,
  newcombePairedDifference,
  pearsonChiSquare,
  riskRatio,
  scoreDifference,
  scoreRiskRatio,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle } from "../support.ts";

interface Limits {
  lower: number;
  upper: number | null;
}
const oracle = readOracle<{
  tolerance: { closedForm: number; roots: number };
  midP: { events: number; total: number; level: number; lower: number; upper: number }[];
  two: {
    x1: number;
    n1: number;
    x2: number;
    n2: number;
    level: number;
    miettinenNurminen: Limits;
    mee: Limits;
    ratio: Limits | null;
    koopman: Limits | null;
    agrestiCaffo: [number, number];
    fisher: Limits & { pValue: number; less: number; greater: number; oddsRatio: number | null };
    chiSquare: { plain: number; yates: number } | null;
  }[];
  paired: {
    both: number;
    firstOnly: number;
    secondOnly: number;
    neither: number;
    level: number;
    lower: number;
    upper: number;
    statistic: number | null;
    asymptotic: number;
    exact: number;
    oddsLower: number | null;
    oddsUpper: number | null;
  }[];
}>("two-proportions.json");
const { closedForm, roots } = oracle.tolerance;

describe("the mid-P interval", () => {
  it.each(oracle.midP)("of $events of $total solves its definition as R does", ({ lower, upper, ...at }) => {
    const found = midPBinomialInterval(at);
    expectClose([found.lower, found.upper], [lower, upper], closedForm);
  });
});

describe.each(oracle.two)("$x1 of $n1 against $x2 of $n2", ({ x1, n1, x2, n2, level, ...expected }) => {
  const first = { events: x1, total: n1 };
  const second = { events: x2, total: n2 };
  const both = { first, second, level };

  it("score interval of the difference, as its definition solved in R", () => {
    const found = scoreDifference(both);
    const mee = scoreDifference({ ...both, variance: "uncorrected" });
    expectClose(
      [found.lower, found.upper],
      [expected.miettinenNurminen.lower, expected.miettinenNurminen.upper],
      roots,
      1,
    );
    expectClose([mee.lower, mee.upper], [expected.mee.lower, expected.mee.upper], roots, 1);
  });

  it("score interval of the ratio, as its definition solved in R", () => {
    if (expected.ratio === null || expected.koopman === null) {
      expect(() => scoreRiskRatio(both)).toThrow("at least one group must have events");
      return;
    }
    const found = scoreRiskRatio(both);
    const koopman = scoreRiskRatio({ ...both, variance: "uncorrected" });
    expectClose([found.lower, found.upper], [expected.ratio.lower, expected.ratio.upper], roots);
    expectClose([koopman.lower, koopman.upper], [expected.koopman.lower, expected.koopman.upper], roots);
    expect(found.ratio === null).toBe(x2 === 0);
  });

  it("Agresti and Caffo's interval", () => {
    const found = agrestiCaffoDifference(both);
    const [lower, upper] = expected.agrestiCaffo;
    expectClose([found.lower, found.upper], [Math.max(-1, lower), Math.min(1, upper)], closedForm, 1);
  });

  it("Fisher's test, conditional odds ratio and interval, as in R", () => {
    const found = fisherTest(both);
    const { pValue, less, greater, oddsRatio, lower, upper } = expected.fisher;
    expectClose([found.pValue, found.lessPValue, found.greaterPValue], [pValue, less, greater], closedForm);
    expectClose([found.lower, found.upper], [lower, upper], roots);
    expectClose(found.oddsRatio, oddsRatio, roots);
  });

  it("Pearson's chi-square, with and without Yates's correction, as in R", () => {
    if (expected.chiSquare === null) {
      expect(() => pearsonChiSquare({ first, second })).toThrow("some units must have the event and some not");
      return;
    }
    expectClose(pearsonChiSquare({ first, second }).statistic, expected.chiSquare.plain, closedForm);
    const yates = pearsonChiSquare({ first, second, continuityCorrection: true });
    expectClose(yates.statistic, expected.chiSquare.yates, closedForm, 1e-9);
  });

  it("turns over when the groups change places", () => {
    const there = { first: second, second: first, level };
    const d = scoreDifference(both);
    const e = scoreDifference(there);
    expectClose([-e.upper, -e.lower], [d.lower, d.upper], 1e-9, 1);
    expectClose(fisherTest(there).pValue, fisherTest(both).pValue, 1e-12);
  });
});

describe.each(oracle.paired)("pairs $both, $firstOnly, $secondOnly, $neither", ({ level, ...expected }) => {
  const { both, firstOnly, secondOnly, neither } = expected;

  it("Newcombe's paired interval, as written out in R", () => {
    const found = newcombePairedDifference({ both, firstOnly, secondOnly, neither, level });
    expectClose([found.lower, found.upper], [expected.lower, expected.upper], closedForm, 1);
  });

  it("McNemar's test, as in R", () => {
    const found = mcnemarTest({ firstOnly, secondOnly, level });
    expectClose(found.statistic, expected.statistic, closedForm);
    expectClose([found.asymptoticPValue, found.exactPValue], [expected.asymptotic, expected.exact], closedForm);
    expectClose([found.lower, found.upper], [expected.oddsLower, expected.oddsUpper], closedForm);
    const mirrored = mcnemarTest({ firstOnly: secondOnly, secondOnly: firstOnly });
    expect(mirrored.midPValue).toBe(found.midPValue);
  });
});

describe("McNemar's mid-P value", () => {
  it("is by hand 2(P(X < 1) + ½P(X = 1)) for 1 of 6: 2(1 + 3)/64 = 0.125", () => {
    expectClose(mcnemarTest({ firstOnly: 1, secondOnly: 5 }).midPValue, 0.125, 1e-14);
  });
});

describe("Mantel and Haenszel's risk ratio", () => {
  it("of one stratum is the ratio itself, with Katz's error", () => {
    const one = { first: { events: 5, total: 20 }, second: { events: 9, total: 30 } };
    const found = mantelHaenszelRiskRatio({ strata: [one] });
    const katz = riskRatio(one);
    expectClose([found.ratio, found.logStandardError], [katz.ratio, katz.logStandardError], 1e-13);
  });

  it("is refused when a group never has the event", () => {
    const none = { first: { events: 0, total: 4 }, second: { events: 1, total: 4 } };
    expect(() => mantelHaenszelRiskRatio({ strata: [none] })).toThrow("both groups must have events in some stratum");
  });
});

describe("wrong calls", () => {
  it("are refused by name", () => {
    expect(() => mcnemarTest({ firstOnly: 0.5, secondOnly: 1 })).toThrow(
      "firstOnly must be a whole number >= 0 (pairs)",
    );
    expect(() => newcombePairedDifference({ both: 0, firstOnly: 0, secondOnly: 0, neither: 0 })).toThrow(
      "there must be at least one pair",
    );
    expect(() => fisherTest({ first: { events: 3, total: 2 }, second: { events: 0, total: 1 } })).toThrow(
      "first.events must be a whole number from 0 to 2",
    );
  });
});
