import {
  designMatrix,
  type Family,
  families,
  fitFirthLogistic,
  fitGeneralisedLinear,
  fitUnlessSeparated,
  inspectRegression,
  type RegressionProblem,
  randomStream,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { readOracle, rowsOf, shuffled } from "../support.ts";

const [logistic, probit, poisson] = families;
const intercept = { column: "(Intercept)", level: null };
const number = (column: string) => ({ column, level: null });
const site = (level: string) => ({ column: "site", level, reference: "a" });

// 40 people in sites a, b, c, d of 10 each; ages 20 to 59; every third has the event.
const n = 40;
const people = Array.from({ length: n }, (_, i) => i);
const siteOf = people.map((i) => "abcd"[i % 4]!);
const ages = people.map((i) => 20 + ((i * 7) % 40));
const events = people.map((i) => Number(i % 3 === 0));
const dummies = ["b", "c", "d"].map((level) => siteOf.map((own) => Number(own === level)));
const design = designMatrix([ages, ...dummies]);
const terms = [intercept, number("age"), site("b"), site("c"), site("d")];
const kinds = (problems: readonly RegressionProblem[]) => problems.map(({ kind }) => kind);

describe("a regression is inspected before it is fitted, and", () => {
  it("an outcome that overlaps everywhere has nothing against it but sparse levels", () => {
    expect(inspectRegression(logistic, { design, outcome: events, terms, fewest: 0 })).toEqual([]);
    const sparse = inspectRegression(logistic, { design, outcome: events, terms, fewest: 4 });
    expect(sparse).toEqual([
      { kind: "sparse", column: "site", level: "b", people: 10, events: 3, fewest: 4 },
      { kind: "sparse", column: "site", level: "c", people: 10, events: 3, fewest: 4 },
    ]);
  });

  const without = (level: string) => events.map((event, i) => (siteOf[i] === level ? 0 : event));

  it.each(["b", "d"])("a level without events is named: site = %s", (level) => {
    for (const family of [logistic, probit, poisson]) {
      const [problem] = inspectRegression(family, { design, outcome: without(level), terms, fewest: 0 });
      expect(problem).toEqual({
        kind: "separation",
        terms: [{ column: "site", level }],
        people: 10,
        outcome: "no event",
      });
    }
  });

  it("a reference level without events is named as such, not as all the others", () => {
    const [problem] = inspectRegression(logistic, { design, outcome: without("a"), terms, fewest: 0 });
    expect(problem).toMatchObject({ kind: "separation", terms: [{ column: "site", level: "a" }], people: 10 });
  });

  it("two levels without events are both named", () => {
    const outcome = events.map((event, i) => (siteOf[i] === "b" || siteOf[i] === "c" ? 0 : event));
    const [problem] = inspectRegression(logistic, { design, outcome, terms, fewest: 0 });
    expect(problem).toMatchObject({ terms: [{ level: "b" }, { level: "c" }], people: 20, outcome: "no event" });
  });

  it("a level where everybody has the event separates a logistic regression and not a Poisson one", () => {
    const outcome = events.map((event, i) => (siteOf[i] === "c" ? 1 : event));
    const input = { design, outcome, terms, fewest: 0 };
    expect(inspectRegression(logistic, input)).toMatchObject([{ kind: "separation", outcome: "event", people: 10 }]);
    expect(inspectRegression(poisson, input)).toEqual([]);
  });

  it("a number with a threshold is named, and everybody it determines counted", () => {
    const outcome = ages.map((age) => Number(age >= 40));
    const [problem] = inspectRegression(logistic, { design, outcome, terms, fewest: 0 });
    expect(problem).toEqual({ kind: "separation", terms: [{ column: "age", level: null }], people: 40, outcome: null });
  });

  it("a threshold that touches determines only those beyond it", () => {
    // At age 40 some have the event and some do not; below nobody does and above everybody.
    const age = [30, 35, 40, 40, 45, 50];
    const outcome = [0, 0, 0, 1, 1, 1];
    const [problem] = inspectRegression(logistic, {
      design: designMatrix([age]),
      outcome,
      terms: [intercept, number("age")],
    });
    expect(problem).toMatchObject({ kind: "separation", people: 4 });
  });

  it("the same outcome for everybody is said first", () => {
    const never = inspectRegression(poisson, { design, outcome: events.map(() => 0), terms });
    expect(never[0]).toEqual({ kind: "constant-outcome", people: n });
    expect(inspectRegression(poisson, { design, outcome: events.map(() => 1), terms, fewest: 0 })).toEqual([]);
    expect(kinds(inspectRegression(logistic, { design, outcome: events.map(() => 1), terms, fewest: 0 }))).toEqual([
      "constant-outcome",
    ]);
  });

  it("constant columns and columns that repeat others are named with what they repeat", () => {
    const months = ages.map((age) => 12 * age - 3);
    const elsewhere = siteOf.map((own) => Number(own === "a"));
    const problems = inspectRegression(logistic, {
      design: designMatrix([ages, ...dummies, ages.map(() => 7), months, elsewhere]),
      outcome: events,
      terms: [...terms, number("wave"), number("months"), { column: "site_a", level: "yes", reference: "no" }],
      fewest: 0,
    });
    expect(problems).toEqual([
      { kind: "constant", column: "wave", level: null },
      { kind: "collinear", column: "months", level: null, with: [number("age")] },
      {
        kind: "collinear",
        column: "site_a",
        level: "yes",
        with: ["b", "c", "d"].map((level) => ({ column: "site", level })),
      },
    ]);
  });

  it("rows of weight 0 are as absent, and frequencies count people", () => {
    // Only person 4 has the event in site a among those of weight above 0.
    const weights = people.map((i) => (siteOf[i] === "b" && events[i] === 1 ? 0 : 1));
    const [problem] = inspectRegression(logistic, { design, outcome: events, weights, terms, fewest: 0 });
    expect(problem).toMatchObject({ kind: "separation", terms: [{ level: "b" }], people: 7 });
    const frequencies = people.map(() => 3);
    const [again] = inspectRegression(logistic, { design, outcome: events, weights, frequencies, terms, fewest: 0 });
    expect(again).toMatchObject({ people: 21 });
  });

  it("a scale of 1e12 beside 0 and 1 hides nothing", () => {
    const huge = designMatrix([ages.map((age) => age * 1e12 + 5e13), ...dummies]);
    expect(inspectRegression(logistic, { design: huge, outcome: events, terms, fewest: 0 })).toEqual([]);
    const [problem] = inspectRegression(logistic, { design: huge, outcome: without("b"), terms, fewest: 0 });
    expect(problem).toMatchObject({ terms: [{ column: "site", level: "b" }] });
  });

  it("the order of rows changes nothing", () => {
    const order = shuffled(n);
    const moved = designMatrix([ages, ...dummies].map((one) => rowsOf(one, order)));
    const outcome = without("d");
    expect(inspectRegression(logistic, { design: moved, outcome: rowsOf(outcome, order), terms })).toEqual(
      inspectRegression(logistic, { design, outcome, terms }),
    );
  });
});

describe("separation is decided exactly", () => {
  const { sets } = readOracle<{ sets: { columns: number[][]; outcome: number[]; separated: boolean }[] }>(
    "separation.json",
  );
  const named = (count: number) => [intercept, ...Array.from({ length: count }, (_, j) => number(`x${j}`))];

  it(`as by linear programmes, on ${sets.length} small data sets, before any fit`, () => {
    const found = sets.map(({ columns, outcome }) =>
      kinds(inspectRegression(logistic, { design: designMatrix(columns), outcome, terms: named(columns.length) })).some(
        (kind) => kind === "separation",
      ),
    );
    expect(found).toEqual(sets.map(({ separated }) => separated));
  });

  it.each([
    ["logistic", logistic],
    ["poisson", poisson],
  ] as [string, Family][])("as by whether the search finds a maximum, on 300 more: %s", (name, family) => {
    for (let set = 0; set < 300; set++) {
      const stream = randomStream(`separation ${name} ${set}`);
      const size = stream.integer(5, 25);
      const columns = Array.from({ length: stream.integer(1, 4) }, (_, j) =>
        Array.from({ length: size }, () => (j % 2 === 0 ? Number(stream.bernoulli(0.3)) : stream.integer(-3, 3))),
      );
      const outcome = Array.from({ length: size }, () => Number(stream.bernoulli(0.4)));
      const input = { design: designMatrix(columns), outcome };
      const problems = inspectRegression(family, { ...input, terms: named(columns.length) });
      const runsAway = problems.some(({ kind }) => kind === "separation" || kind === "constant-outcome");
      expect(fitGeneralisedLinear(family, input).converged).toBe(!runsAway);
    }
  });

  it("in a level of 6 people among 20,000, and not in one where one of them differs", () => {
    const stream = randomStream(20261122);
    const size = 20_000;
    const age = Array.from({ length: size }, () => stream.normal());
    const rare = age.map((_, i) => Number(i % 3333 === 17));
    const outcome = age.map((_, i) => (rare[i] === 1 ? 0 : Number(stream.bernoulli(0.3))));
    const input = {
      design: designMatrix([age, rare]),
      terms: [intercept, number("age"), { column: "unit", level: "rare", reference: "other" }],
      fewest: 0,
    };
    expect(inspectRegression(logistic, { ...input, outcome })).toMatchObject([
      { kind: "separation", terms: [{ column: "unit", level: "rare" }], people: 6, outcome: "no event" },
    ]);
    outcome[17] = 1;
    expect(inspectRegression(logistic, { ...input, outcome })).toEqual([]);
  });
});

describe("a separated regression", () => {
  const outcome = events.map((event, i) => (siteOf[i] === "b" ? 0 : event));
  const input = { design, outcome, terms };

  it("is refused with column, level and what to do instead, and never quoted", () => {
    const result = fitUnlessSeparated(logistic, input);
    if (!("refused" in result)) throw new Error("not refused");
    expect(result.refused).toEqual({
      what: "Logistic regression",
      why: "nobody with site = b has the event, so its coefficient has no finite value",
      unlocks:
        "merge or leave out site = b, or use Firth's logistic regression (fitFirthLogistic), whose estimates are finite",
    });
    expect(result.problems[0]!.kind).toBe("separation");
  });

  it("has no coefficient where it runs away, even when fitted regardless, and others that hold", () => {
    const fit = fitGeneralisedLinear(logistic, { design, outcome });
    expect(fit.separatingColumns).toEqual([2]);
    expect(fit.coefficients[2]).toBe(null);
    const rest = people.filter((i) => siteOf[i] !== "b");
    const others = fitGeneralisedLinear(logistic, {
      design: designMatrix([ages, dummies[1]!, dummies[2]!].map((one) => rowsOf(one, rest))),
      outcome: rowsOf(outcome, rest),
    });
    expect(fit.coefficients[1]).toBeCloseTo(others.coefficients[1]!, 3);
  });

  it("has finite estimates by Firth's method", () => {
    const fit = fitFirthLogistic({ design, outcome });
    expect(fit.coefficients.every((value) => value !== null && Math.abs(value) < 10)).toBe(true);
    expect(fit.upper[2]!).toBeLessThan(5);
  });

  it("that is not separated is the fit, with its other problems", () => {
    const result = fitUnlessSeparated(logistic, { design, outcome: events, terms });
    if ("refused" in result) throw new Error("refused");
    expect(result.coefficients).toEqual(fitGeneralisedLinear(logistic, { design, outcome: events }).coefficients);
    expect(result.terms).toEqual(["(Intercept)", "age", "site = b", "site = c", "site = d"]);
    expect(kinds(result.problems)).toEqual(["sparse", "sparse", "sparse", "sparse"]);
  });
});
