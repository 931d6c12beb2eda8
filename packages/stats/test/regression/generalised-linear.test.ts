import {
  clusterCovariance,
  designMatrix,
  type Family,
  families,
  fitGeneralisedLinear,
  fitLogistic,
  fitPoisson,
  fitProbit,
  linearPredictor,
  type Matrix,
  robustCovariance,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, listed, readOracle, rowsOf, shuffled } from "../support.ts";

interface FitOracle {
  columns: string[];
  weights: number[];
  offset: number[];
  coefficients: (number | null)[];
  standardErrors: (number | null)[];
  robust: Record<"HC0" | "HC1" | "HC2" | "HC3" | "CR0" | "CR1", (number | null)[]>;
  deviance: number;
  nullDeviance: number;
  fitted: number[];
  linearPredictor: number[];
}
type Named = Record<string, number>;

const oracle = readOracle<{
  tolerance: { iterative: number };
  columns: Record<string, number[]>;
  hit: number[];
  count: number[];
  site: number[];
  weights: number[];
  logistic: Record<string, FitOracle>;
  probit: Record<string, FitOracle>;
  poisson: Record<string, FitOracle>;
  lalonde: Record<
    "logit" | "probit",
    { coefficients: number[]; standardErrors: number[]; HC0: number[]; HC3?: number[]; logLikelihood?: number }
  >;
}>("regression.json");
const tolerance = oracle.tolerance.iterative;
const oneEvent = oracle.hit.map((_, i) => Number(i === 2));

const cases: [string, Family, FitOracle, number[]][] = [
  ...Object.entries(oracle.logistic).map(([name, expected]): [string, Family, FitOracle, number[]] => [
    `logistic, ${name}`,
    families[0],
    expected,
    name === "oneEvent" ? oneEvent : oracle.hit,
  ]),
  ["probit, plain", families[1], oracle.probit.plain!, oracle.hit],
  ...Object.entries(oracle.poisson).map(([name, expected]): [string, Family, FitOracle, number[]] => [
    `Poisson, ${name}`,
    families[2],
    expected,
    oracle.count,
  ]),
];

describe.each(cases)("%s, agrees with R in", (_, family, expected, outcome) => {
  const design = designMatrix(
    expected.columns.map((name) => oracle.columns[name]!),
    { intercept: false },
  );
  const fit = fitGeneralisedLinear(family, { design, outcome, weights: expected.weights, offset: expected.offset });

  it("coefficients and model-based standard errors", () => {
    expect(fit.converged).toBe(true);
    expect(fit.separated).toBe(false);
    expectClose(fit.coefficients, expected.coefficients, tolerance);
    expectClose(fit.standardErrors, expected.standardErrors, tolerance);
  });

  it("deviance, null deviance, fitted means and linear predictors", () => {
    expectClose(fit.deviance, expected.deviance, tolerance);
    expectClose(fit.nullDeviance, expected.nullDeviance, tolerance);
    expectClose(fit.fitted, expected.fitted, tolerance);
    expectClose(fit.linearPredictor, expected.linearPredictor, tolerance, 1);
  });

  it("sandwich standard errors, by row and by cluster", () => {
    for (const kind of ["HC0", "HC1", "HC2", "HC3"] as const)
      expectClose(robustCovariance({ design, fit, kind }).standardErrors, expected.robust[kind], tolerance);
    for (const kind of ["CR0", "CR1"] as const) {
      const robust = clusterCovariance({ design, fit, clusters: oracle.site, kind });
      expectClose(robust.standardErrors, expected.robust[kind], tolerance);
    }
  });
});

describe("on real data", () => {
  const lalonde = readOracle<{
    tolerance: { iterative: number };
    columns: Named & { race: string[] } & Record<string, number[]>;
    logit: {
      coefficients_converged: Named;
      standard_errors_converged: Named;
      loglik_converged: number;
      deviance: number;
      null_deviance: number;
    };
    probit: { coefficients: Named; standard_errors: Named; loglik: number };
  }>("lalonde.json");
  const c = lalonde.columns as Record<string, number[]>;
  const race = (level: string) => (lalonde.columns.race as string[]).map((value) => Number(value === level));
  const design = designMatrix([
    c.age!,
    c.educ!,
    race("hispan"),
    race("white"),
    c.married!,
    c.nodegree!,
    c.re74!,
    c.re75!,
  ]);

  it("LaLonde's propensity score by logit agrees with a converged glm", () => {
    const fit = fitLogistic({ design, outcome: c.treat! });
    expectClose(fit.coefficients, oracle.lalonde.logit.coefficients, 1e-11);
    expectClose(fit.standardErrors, oracle.lalonde.logit.standardErrors, 1e-11);
    expectClose(robustCovariance({ design, fit }).standardErrors, oracle.lalonde.logit.HC0, 1e-11);
    expectClose(robustCovariance({ design, fit, kind: "HC3" }).standardErrors, oracle.lalonde.logit.HC3, 1e-11);
    expectClose(fit.coefficients, listed(lalonde.logit.coefficients_converged), lalonde.tolerance.iterative);
    expectClose(fit.standardErrors, listed(lalonde.logit.standard_errors_converged), lalonde.tolerance.iterative);
    expectClose(fit.logLikelihood, lalonde.logit.loglik_converged, 1e-13);
    expectClose(fit.deviance, lalonde.logit.deviance, 1e-12);
    expectClose(fit.nullDeviance, lalonde.logit.null_deviance, 1e-12);
  });

  it("LaLonde's propensity score by probit agrees with a converged glm", () => {
    const fit = fitProbit({ design, outcome: c.treat! });
    expectClose(fit.coefficients, oracle.lalonde.probit.coefficients, tolerance);
    expectClose(fit.standardErrors, oracle.lalonde.probit.standardErrors, tolerance);
    expectClose(robustCovariance({ design, fit }).standardErrors, oracle.lalonde.probit.HC0, tolerance);
    expectClose(fit.logLikelihood, lalonde.probit.loglik, 1e-12);
  });

  const rossi = readOracle<{
    tolerance: { iterative: number };
    columns: Record<string, (number | string)[]>;
    logistic: Record<string, Named> & { loglik: number; deviance: number; null_deviance: number };
    modifiedPoisson: Record<string, Named> & { loglik: number; deviance: number; null_deviance: number };
    poissonRate: Record<string, Named> & { loglik: number; deviance: number; null_deviance: number };
    poissonCount: Record<string, Named> & { loglik: number; deviance: number; null_deviance: number };
  }>("rossi.json");
  const is = (name: string, level: string) => rossi.columns[name]!.map((value) => Number(value === level));
  const number = (name: string) => rossi.columns[name]!.map(Number);
  const people = [
    is("fin", "yes"),
    number("age"),
    is("race", "other"),
    is("wexp", "yes"),
    is("mar", "not married"),
    is("paro", "yes"),
  ];
  const full = designMatrix([...people, number("prio")]);
  const arrest = number("arrest");
  const models = {
    logistic: { fit: fitLogistic({ design: full, outcome: arrest }), design: full },
    modifiedPoisson: { fit: fitPoisson({ design: full, outcome: arrest }), design: full },
    poissonRate: rateModel(designMatrix([people[0]!, people[1]!, number("prio")])),
    poissonCount: countModel(designMatrix(people)),
  };
  function rateModel(design: Matrix) {
    return { fit: fitPoisson({ design, outcome: arrest, offset: number("week").map(Math.log) }), design };
  }
  function countModel(design: Matrix) {
    return { fit: fitPoisson({ design, outcome: number("prio") }), design };
  }

  it.each(Object.keys(models) as (keyof typeof models)[])("Rossi's data, %s, agree with R", (name) => {
    const { fit, design } = models[name];
    const expected = rossi[name];
    expectClose(fit.coefficients, listed(expected.coefficients!), rossi.tolerance.iterative);
    expectClose(fit.standardErrors, listed(expected.standard_errors!), rossi.tolerance.iterative);
    expectClose(robustCovariance({ design, fit }).standardErrors, listed(expected.se_hc0!), rossi.tolerance.iterative);
    expectClose(fit.logLikelihood, expected.loglik, 1e-12);
    expectClose(fit.deviance, expected.deviance, 1e-12);
    expectClose(fit.nullDeviance, expected.null_deviance, 1e-12);
  });
});

// Every member of the registry answers the questions that have caught other libraries out.
describe.each(families.map((family) => [family.name, family] as const))("every family: %s", (name, family) => {
  const outcome = name === "poisson" ? oracle.count : oracle.hit;
  const columns = [oracle.columns.group!, oracle.columns.dollars!];
  const design = designMatrix(columns);
  const { weights } = oracle;
  const fit = fitGeneralisedLinear(family, { design, outcome, weights });

  it("does not depend on the order of rows", () => {
    const order = shuffled(outcome.length);
    const moved = fitGeneralisedLinear(family, {
      design: designMatrix(columns.map((column) => rowsOf(column, order))),
      outcome: rowsOf(outcome, order),
      weights: rowsOf(weights, order),
    });
    expectClose(moved.coefficients, fit.coefficients, 1e-10);
    expectClose(moved.standardErrors, fit.standardErrors, 1e-10);
  });

  it("gives the same bits twice", () => {
    expect(fitGeneralisedLinear(family, { design, outcome, weights })).toEqual(fit);
  });

  it("turns a change of unit into the same change of the coefficient", () => {
    const inThousands = fitGeneralisedLinear(family, {
      design: designMatrix([columns[0]!, columns[1]!.map((value) => value / 1000)]),
      outcome,
      weights,
    });
    expectClose(inThousands.coefficients[2], fit.coefficients[2]! * 1000, 1e-9);
  });

  it("flips the sign when the groups are swapped", () => {
    const swapped = fitGeneralisedLinear(family, {
      design: designMatrix([columns[0]!.map((value) => 1 - value), columns[1]!]),
      outcome,
      weights,
    });
    expectClose(swapped.coefficients[1], -fit.coefficients[1]!, 1e-9);
    expectClose(swapped.standardErrors[1], fit.standardErrors[1], 1e-9);
  });

  it("with weight 2 equals the row twice", () => {
    const twice = fitGeneralisedLinear(family, {
      design: designMatrix(columns.map((column) => [...column, ...column])),
      outcome: [...outcome, ...outcome],
    });
    const weighted = fitGeneralisedLinear(family, { design, outcome, weights: outcome.map(() => 2) });
    expectClose(weighted.coefficients, twice.coefficients, 1e-10);
    expectClose(weighted.standardErrors, twice.standardErrors, 1e-10);
    expectClose(weighted.deviance, twice.deviance, 1e-11);
    expectClose(weighted.logLikelihood, twice.logLikelihood, 1e-11);
  });

  it("treats rows of weight 0 as absent", () => {
    const some = weights.map((weight, i) => (i % 4 === 1 ? 0 : weight));
    const used = [...some.keys()].filter((i) => some[i]! > 0);
    const all = fitGeneralisedLinear(family, { design, outcome, weights: some });
    const only = fitGeneralisedLinear(family, {
      design: designMatrix(columns.map((column) => rowsOf(column, used))),
      outcome: rowsOf(outcome, used),
      weights: rowsOf(some, used),
    });
    expect(all.rows).toBe(used.length);
    expectClose(all.coefficients, only.coefficients, 1e-9);
    expectClose(all.standardErrors, only.standardErrors, 1e-9);
  });

  it("leaves its inputs untouched", () => {
    const before = design.values.slice();
    const given = Float64Array.from(outcome);
    const weight = Float64Array.from(weights);
    fitGeneralisedLinear(family, { design, outcome: given, weights: weight });
    expect(design.values).toEqual(before);
    expect(Array.from(given)).toEqual(outcome);
    expect(Array.from(weight)).toEqual(weights);
  });

  it("reports a column that repeats another, and fits as without it", () => {
    const repeated = fitGeneralisedLinear(family, {
      design: designMatrix([...columns, columns[0]!.map((value) => 3 * value + 1)]),
      outcome,
      weights,
      names: ["intercept", "group", "dollars", "again"],
    });
    expect(repeated.aliased).toEqual([3]);
    expect(repeated.coefficients[3]).toBe(null);
    expect(repeated.rank).toBe(3);
    expectClose(repeated.coefficients.slice(0, 3), fit.coefficients, 1e-12);
  });

  it("takes an intercept alone, and a model without one", () => {
    const n = outcome.length;
    const alone = fitGeneralisedLinear(family, { design: designMatrix([new Array(n).fill(7)]), outcome });
    expect(alone.aliased).toEqual([1]);
    expectClose(alone.deviance, alone.nullDeviance, 1e-12);
    const through = fitGeneralisedLinear(family, {
      design: designMatrix([columns[1]!], { intercept: false }),
      outcome,
    });
    expect(through.converged).toBe(true);
    expect(through.deviance).toBeLessThan(through.nullDeviance);
  });

  it("has a score of 0 at its maximum", () => {
    for (let j = 0; j < design.columns; j++) {
      let score = 0;
      let size = 0;
      for (let i = 0; i < design.rows; i++) {
        score += fit.scoreResiduals[i]! * design.values[j * design.rows + i]!;
        size += Math.abs(fit.scoreResiduals[i]! * design.values[j * design.rows + i]!);
      }
      expect(Math.abs(score) / size).toBeLessThan(1e-9);
    }
  });

  it("reports an outcome that a column predicts perfectly", () => {
    const group = [0, 0, 0, 0, 0, 1, 1, 1];
    const hits = name === "poisson" ? [0, 1, 2, 0, 1, 0, 0, 0] : [0, 1, 1, 0, 1, 0, 0, 0];
    const other = [1, 5, 2, 4, 3, 4, 1, 2];
    const separated = fitGeneralisedLinear(family, { design: designMatrix([other, group]), outcome: hits });
    expect(separated.separated).toBe(true);
    expect(separated.converged).toBe(false);
    expect(separated.separatingColumns).toEqual([2]);
  });

  it("reports an outcome that never happens", () => {
    const never = fitGeneralisedLinear(family, { design, outcome: outcome.map(() => 0) });
    expect(never.separated).toBe(true);
    expect(never.separatingColumns).toEqual([0]);
  });

  it("refuses an outcome outside its range, naming the row and not the value", () => {
    expect(() =>
      fitGeneralisedLinear(family, { design, outcome: outcome.map((y, i) => (i === 4 ? -0.5 : y)) }),
    ).toThrow(`fitGeneralisedLinear: outcome must be ${family.outcomeRule}, row 4 (from 0) is not`);
  });
});

describe("separation", () => {
  it("is found when two columns together, and neither alone, predict the outcome (complete separation)", () => {
    // Outcome is 1 exactly when first + second > 5.
    const first = [1, 4, 2, 5, 0, 3, 6, 1];
    const second = [3, 3, 2, 1, 4, 3, 0, 6];
    const outcome = [0, 1, 0, 1, 0, 1, 1, 1];
    const fit = fitLogistic({ design: designMatrix([first, second]), outcome });
    expect(fit.separated).toBe(true);
    expect(fit.separatingColumns).toEqual([0, 1, 2]);
  });

  it("is not seen in a rare outcome that has a maximum (1 event in 5,000)", () => {
    const n = 5000;
    const outcome = Array.from({ length: n }, (_, i) => Number(i === 17));
    const group = outcome.map((_, i) => i % 2);
    const other = outcome.map((_, i) => i % 7);
    const fit = fitLogistic({ design: designMatrix([other]), outcome });
    expect(fit.separated).toBe(false);
    expect(fit.converged).toBe(true);
    expect(fitLogistic({ design: designMatrix([group]), outcome }).separated).toBe(true);
  });
});

describe("a saturated model has closed-form answers", () => {
  it("logistic: the coefficient is the log odds ratio, with Woolf's standard error", () => {
    // 48 of 216 against 66 of 216.
    const group = [...new Array(216).fill(1), ...new Array(216).fill(0)];
    const outcome = group.map((_, i) => Number(i % 216 < (i < 216 ? 48 : 66)));
    const fit = fitLogistic({ design: designMatrix([group]), outcome });
    expectClose(fit.coefficients[1], Math.log((48 * 150) / (168 * 66)), 1e-13);
    expectClose(fit.standardErrors[1], Math.sqrt(1 / 48 + 1 / 168 + 1 / 66 + 1 / 150), 1e-13);
  });

  it("Poisson: the coefficient is the log rate ratio; HC0 is the sum of squared departures over squared counts", () => {
    const counts = [0, 3, 1, 0, 5, 2];
    const days = [10, 20, 30, 40, 50, 60];
    const group = [1, 1, 1, 0, 0, 0];
    const design = designMatrix([group]);
    const fit = fitPoisson({ design, outcome: counts, offset: days.map(Math.log) });
    expectClose(fit.coefficients[1], Math.log(4 / 60 / (7 / 150)), 1e-13);
    const squares = (g: number, rate: number) =>
      counts.reduce((sum, y, i) => sum + (group[i] === g ? (y - rate * days[i]!) ** 2 : 0), 0);
    const variance = squares(1, 4 / 60) / 4 ** 2 + squares(0, 7 / 150) / 7 ** 2;
    expectClose(robustCovariance({ design, fit }).standardErrors[1], Math.sqrt(variance), 1e-12);
  });
});

describe.each(families.map((family) => [family.name, family] as const))("%s with 60,000 rows", (name, family) => {
  // The 30 people 2,000 times over, which is also 30 rows that stand for 2,000 each.
  const outcome = name === "poisson" ? oracle.count : oracle.hit;
  const columns = [oracle.columns.group!, oracle.columns.dollars!, oracle.columns.second!];
  const few = fitGeneralisedLinear(family, {
    design: designMatrix(columns),
    outcome,
    frequencies: outcome.map(() => 2000),
  });
  const asTheyCome = Array.from({ length: 60_000 }, (_, i) => i % 30);
  it.each([
    ["mixed", asTheyCome],
    ["sorted by outcome", asTheyCome.toSorted((a, b) => outcome[a]! - outcome[b]! || a - b)],
  ])("gives what the 30 that they repeat give: rows %s", (_, order) => {
    const many = fitGeneralisedLinear(family, {
      design: designMatrix(columns.map((column) => rowsOf(column, order))),
      outcome: rowsOf(outcome, order),
    });
    expect(many.converged).toBe(true);
    expectClose(many.coefficients, few.coefficients, 1e-9);
    expectClose(many.standardErrors, few.standardErrors, 1e-8);
    expectClose(
      [many.logLikelihood, many.deviance, many.nullDeviance],
      [few.logLikelihood, few.deviance, few.nullDeviance],
      1e-10,
    );
  });

  it("names the column that separates them", () => {
    const never = outcome.map((y, i) => (oracle.columns.second![i] === 1 ? 0 : y));
    const many = fitGeneralisedLinear(family, {
      design: designMatrix(columns.map((column) => rowsOf(column, asTheyCome))),
      outcome: rowsOf(never, asTheyCome),
    });
    expect(many.separatingColumns).toEqual([3]);
  });
});

describe("linear predictor", () => {
  it("rebuilds that of the fit, leaving out what is aliased", () => {
    const design = designMatrix([oracle.columns.group!, oracle.columns.always!, oracle.columns.dollars!]);
    const fit = fitLogistic({ design, outcome: oracle.hit });
    expectClose(linearPredictor(design, fit.coefficients), fit.linearPredictor, 1e-12, 1);
  });
});
