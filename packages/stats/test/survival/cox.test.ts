import { designMatrix, fitCox, logRank } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, listed, readOracle, rowsOf, shuffled } from "../support.ts";

type Column =
  | "time"
  | "event"
  | "entry"
  | "group"
  | "age"
  | "dollars"
  | "stratum"
  | "person"
  | "weights"
  | "offset"
  | "second"
  | "third";
interface CoxOracle {
  ties: "efron" | "breslow";
  coefficients: number | (number | null)[];
  modelStandardErrors: number | number[];
  standardErrors: number | (number | null)[];
  logLikelihood: number;
  nullLogLikelihood: number;
  score: number;
  wald: number;
  concordance: number;
  concordanceError: number;
  martingale: number[];
  scoreResiduals: number[][];
  baseline: { time: number[]; hazard: number[]; strata: string[] | null };
}
const oracle = readOracle<{
  tolerance: { closedForm: number; iterative: number };
  people: Record<Column, number[]>;
  gap: Record<"time" | "event" | "entry" | "x", number[]>;
  few: Record<"time" | "event" | "x", number[]>;
  cox: Record<string, CoxOracle>;
}>("survival.json");
const tolerance = oracle.tolerance.iterative;
const { people, gap, few } = oracle;

const columns = (...names: Column[]) =>
  designMatrix(
    names.map((name) => people[name]),
    { intercept: false },
  );
const { time, event, entry, stratum, person, weights, offset } = people;
const four = columns("second", "third", "age", "dollars");
const two = columns("second", "age");

const cases = {
  efron: { time, event, design: four },
  breslow: { time, event, design: four, ties: "breslow" },
  robust: { time, event, design: four, robust: true },
  clusters: { time, event, design: two, clusters: person },
  strata: { time, event, design: two, strata: stratum },
  strataRobust: { time, event, design: two, strata: stratum, clusters: person },
  delayed: { time, event, entry, design: columns("second", "third", "age") },
  delayedRobust: {
    time,
    event,
    entry,
    design: columns("second", "third", "age"),
    strata: stratum,
    clusters: person,
    ties: "breslow",
  },
  weighted: { time, event, design: two, weights, offset },
  weightedRobust: { time, event, entry, design: two, weights, offset, clusters: person },
  gap: { time: gap.time, event: gap.event, entry: gap.entry, design: designMatrix([gap.x], { intercept: false }) },
  oneEvent: { time: few.time, event: few.event, design: designMatrix([few.x], { intercept: false }) },
} as const;

describe.each(Object.entries(cases))("Cox on awkward follow-up, %s, agrees with R in", (name, input) => {
  const expected = oracle.cox[name]!;
  const fit = fitCox(input);

  it("coefficients and standard errors", () => {
    expect(fit.converged).toBe(true);
    expect(fit.monotone).toEqual([]);
    expectClose(fit.coefficients, listed(expected.coefficients), tolerance);
    expectClose(fit.modelStandardErrors, listed(expected.modelStandardErrors), tolerance);
    expectClose(fit.standardErrors, listed(expected.standardErrors), tolerance);
  });

  it("log-likelihoods and the three tests", () => {
    expectClose(fit.logLikelihood, expected.logLikelihood, tolerance);
    expectClose(fit.nullLogLikelihood, expected.nullLogLikelihood, tolerance);
    expectClose(
      fit.tests.likelihoodRatio.statistic,
      2 * (expected.logLikelihood - expected.nullLogLikelihood),
      tolerance,
    );
    expectClose(fit.tests.score.statistic, expected.score, tolerance);
    expectClose(fit.tests.wald!.statistic, expected.wald, tolerance);
  });

  it("concordance and its standard error", () => {
    expectClose(fit.concordance.concordance, expected.concordance, tolerance);
    expectClose(fit.concordance.standardError, expected.concordanceError, tolerance);
  });

  it("martingale and score residuals", () => {
    expectClose(fit.martingaleResiduals, expected.martingale, tolerance, 1);
    const { scoreResiduals: scores } = fitCox({ ...input, robust: true });
    const k = scores!.columns;
    const byRow = Array.from({ length: scores!.rows }, (_, i) =>
      Array.from({ length: k }, (_, j) => scores!.values[j * scores!.rows + i]!),
    );
    const largest = Math.max(...expected.scoreResiduals.flat().map(Math.abs));
    expectClose(byRow, expected.scoreResiduals.map(listed), tolerance, largest);
  });

  it("cumulative baseline hazard", () => {
    // R lists every time of each stratum; ours are the event times.
    const { time: times, hazard, strata } = expected.baseline;
    for (const { stratum: label, times: own, cumulativeHazard } of fit.baseline!) {
      own.forEach((at, k) => {
        const where = times.findIndex(
          (t, i) => t === at && (strata === null || Number(/\d+$/.exec(strata[i]!)![0]) === label),
        );
        expectClose(cumulativeHazard[k], hazard[where], tolerance);
      });
    }
  });
});

describe("Cox on Rossi's data agrees with R", () => {
  type Named = Record<string, number>;
  const rossi = readOracle<{
    tolerance: { iterative: number };
    columns: Record<string, (number | string)[]>;
    employedByWeek: string[];
    cox: Record<
      string,
      {
        coefficients: Named;
        standard_errors: Named;
        robust_standard_errors: Named;
        loglik: number;
        loglik_null: number;
        lr_test: number;
        wald_test: number;
        score_test: number;
        concordance: number;
        rows: number;
        events: number;
        cumulative_baseline_hazard_at_zero_covariates: { weeks: number[]; value: number[] };
      }
    >;
  }>("rossi.json");
  const is = (name: string, level: string) => rossi.columns[name]!.map((value) => Number(value === level));
  const week = rossi.columns.week!.map(Number);
  const arrest = rossi.columns.arrest!.map(Number);
  const fin = is("fin", "yes");
  const age = rossi.columns.age!.map(Number);
  const other = is("race", "other");
  const prio = rossi.columns.prio!.map(Number);
  const seven = [fin, age, other, is("wexp", "yes"), is("mar", "not married"), is("paro", "yes"), prio];
  const models = {
    efron: { design: designMatrix(seven, { intercept: false }) },
    breslow: { design: designMatrix(seven, { intercept: false }), ties: "breslow" },
    fin_only_efron: { design: designMatrix([fin], { intercept: false }) },
    stratified_by_race_efron: { design: designMatrix([fin, age, prio], { intercept: false }), strata: other },
  } as const;

  it.each(Object.entries(models))("%s", (name, model) => {
    const expected = rossi.cox[name]!;
    const fit = fitCox({ time: week, event: arrest, ...model });
    const robust = fitCox({ time: week, event: arrest, ...model, robust: true });
    expectClose(fit.coefficients, listed(expected.coefficients), rossi.tolerance.iterative);
    expectClose(fit.standardErrors, listed(expected.standard_errors), rossi.tolerance.iterative);
    expectClose(robust.standardErrors, listed(expected.robust_standard_errors), rossi.tolerance.iterative);
    expectClose(fit.logLikelihood, expected.loglik, 1e-12);
    expectClose(fit.nullLogLikelihood, expected.loglik_null, 1e-12);
    expectClose(fit.tests.likelihoodRatio.statistic, expected.lr_test, 1e-10);
    expectClose(fit.tests.wald!.statistic, expected.wald_test, 1e-10);
    expectClose(fit.tests.score.statistic, expected.score_test, 1e-10);
    expectClose(fit.concordance.concordance, expected.concordance, 1e-12);
    const baseline = expected.cumulative_baseline_hazard_at_zero_covariates;
    if (baseline) {
      const { times, cumulativeHazard } = fit.baseline![0]!;
      const at = baseline.weeks.map((w) => cumulativeHazard[times.findLastIndex((t) => t <= w)]!);
      expectClose(at, baseline.value, 1e-10);
    }
  });

  it.each([
    [0, "time_varying_employment_same_week_efron"],
    [1, "time_varying_employment_lagged_one_week_efron"],
  ] as const)("with employment changing week by week, lag %i", (lag, name) => {
    const expected = rossi.cox[name]!;
    const long: { row: number; week: number }[] = [];
    week.forEach((last, row) => {
      for (let w = 1 + lag; w <= last; w++) long.push({ row, week: w });
    });
    const people = long.map(({ row }) => row);
    const employed = long.map(({ row, week: w }) => Number(rossi.employedByWeek[row]![w - 1 - lag]));
    const fit = fitCox({
      time: long.map(({ week: w }) => w),
      entry: long.map(({ week: w }) => w - 1),
      event: long.map(({ row, week: w }) => (w === week[row] ? arrest[row]! : 0)),
      design: designMatrix([...seven.map((column) => rowsOf(column, people)), employed], { intercept: false }),
    });
    expect([fit.rows, fit.events]).toEqual([expected.rows, expected.events]);
    expectClose(fit.coefficients, listed(expected.coefficients), rossi.tolerance.iterative);
    expectClose(fit.standardErrors, listed(expected.standard_errors), rossi.tolerance.iterative);
    expectClose(fit.logLikelihood, expected.loglik, 1e-12);
  });
});

describe("Cox", () => {
  const input = { time, event, entry, design: two, strata: stratum, clusters: person, weights, offset };
  const fit = fitCox(input);

  it("does not depend on the order of rows", () => {
    const order = shuffled(time.length);
    const moved = fitCox({
      time: rowsOf(time, order),
      event: rowsOf(event, order),
      entry: rowsOf(entry, order),
      design: designMatrix([rowsOf(people.second, order), rowsOf(people.age, order)], { intercept: false }),
      strata: rowsOf(stratum, order),
      clusters: rowsOf(person, order),
      weights: rowsOf(weights, order),
      offset: rowsOf(offset, order),
    });
    expectClose(moved.coefficients, fit.coefficients, 1e-11);
    expectClose(moved.standardErrors, fit.standardErrors, 1e-11);
    expectClose(moved.martingaleResiduals, rowsOf(fit.martingaleResiduals, order), 1e-11, 1);
  });

  it("gives the same bits twice", () => {
    expect(fitCox(input)).toEqual(fit);
  });

  it("does not change when a constant is added to every time", () => {
    const later = (values: number[]) => values.map((value) => value + 100);
    const moved = fitCox({ ...input, time: later(time), entry: later(entry) });
    expect(moved.coefficients).toEqual(fit.coefficients);
    expect(moved.standardErrors).toEqual(fit.standardErrors);
  });

  it("does not change when times are stretched: only their order counts", () => {
    const stretched = (values: number[]) => values.map((value) => value ** 3);
    const moved = fitCox({ ...input, time: stretched(time), entry: stretched(entry) });
    expect(moved.coefficients).toEqual(fit.coefficients);
  });

  it("turns a change of unit into the same change of the coefficient", () => {
    const decades = designMatrix([people.second, people.age.map((value) => value / 10)], { intercept: false });
    const moved = fitCox({ ...input, design: decades });
    expectClose(moved.coefficients[1], fit.coefficients[1]! * 10, 1e-11);
    expectClose(moved.standardErrors[1], fit.standardErrors[1]! * 10, 1e-11);
  });

  it("flips the sign when the groups are swapped", () => {
    const swapped = designMatrix([people.second.map((value) => 1 - value), people.age], { intercept: false });
    const moved = fitCox({ ...input, design: swapped });
    expectClose(moved.coefficients[0], -fit.coefficients[0]!, 1e-11);
    expectClose(moved.standardErrors[0], fit.standardErrors[0], 1e-11);
  });

  it("with Breslow's ties and weight 2 equals the row twice; clustered by person so does the robust error", () => {
    const both = (values: number[]) => [...values, ...values];
    const options = { ties: "breslow" } as const;
    const twice = fitCox({
      time: both(time),
      event: both(event),
      design: designMatrix([both(people.second), both(people.age)], { intercept: false }),
      clusters: both(person),
      ...options,
    });
    const weighted = fitCox({ time, event, design: two, clusters: person, weights: time.map(() => 2), ...options });
    expectClose(weighted.coefficients, twice.coefficients, 1e-12);
    expectClose(weighted.modelStandardErrors, twice.modelStandardErrors, 1e-12);
    expectClose(weighted.standardErrors, twice.standardErrors, 1e-12);
    expectClose(weighted.logLikelihood, twice.logLikelihood, 1e-12);
    expectClose(
      weighted.concordance.concordance,
      fitCox({ time, event, design: two, ...options }).concordance.concordance,
      1e-12,
    );
  });

  it("does not change when a person's time is cut into consecutive rows", () => {
    const cut = time.map((t) => t > 4);
    const rows = time.flatMap((_, i) => (cut[i] ? [i, i] : [i]));
    const isFirst = time.flatMap((_, i) => (cut[i] ? [true, false] : [false]));
    const whole = fitCox({ time, event, design: two, clusters: time.map((_, i) => i) });
    const split = fitCox({
      time: rows.map((i, at) => (isFirst[at] ? 4 : time[i]!)),
      entry: rows.map((i, at) => (!isFirst[at] && cut[i] ? 4 : 0)),
      event: rows.map((i, at) => (isFirst[at] ? 0 : event[i]!)),
      design: designMatrix([rowsOf(people.second, rows), rowsOf(people.age, rows)], { intercept: false }),
      clusters: rows,
    });
    expectClose(split.coefficients, whole.coefficients, 1e-11);
    expectClose(split.modelStandardErrors, whole.modelStandardErrors, 1e-11);
    expectClose(split.standardErrors, whole.standardErrors, 1e-11);
    expectClose(split.concordance.concordance, whole.concordance.concordance, 1e-12);
  });

  it("keeps its digits when thousands leave before one person enters", () => {
    // Two risk sets far apart in size and in hazard: what is left must not be the rounding of what has gone.
    const n = 3000;
    const crowd = Array.from({ length: n }, (_, i) => i);
    const early = fitCox({
      time: [...crowd.map((i) => 101 + (i % 50)), 3, 4, 5, 6],
      entry: [...crowd.map(() => 100), 0, 0, 0, 0],
      event: [...crowd.map((i) => i % 2), 1, 1, 0, 1],
      design: designMatrix([[...crowd.map((i) => (i * 7919) % 13), 2, 1, 4, 3]], { intercept: false }),
      offset: [...crowd.map(() => 30), 0, 0, 0, 0],
    });
    const apart = fitCox({
      time: [...crowd.map((i) => 101 + (i % 50)), 3, 4, 5, 6],
      event: [...crowd.map((i) => i % 2), 1, 1, 0, 1],
      design: designMatrix([[...crowd.map((i) => (i * 7919) % 13), 2, 1, 4, 3]], { intercept: false }),
      strata: [...crowd.map(() => 1), 2, 2, 2, 2],
    });
    expectClose(early.coefficients, apart.coefficients, 1e-10);
    expectClose(early.standardErrors, apart.standardErrors, 1e-10);
  });

  it("has the log-rank test as its score test when no times are tied", () => {
    const untied = time.map((value, i) => value + i / 1000);
    const cox = fitCox({ time: untied, event, design: columns("second", "third") });
    expectClose(cox.tests.score.statistic, logRank({ time: untied, event, group: people.group }).statistic, 1e-11);
  });

  it("has martingale residuals that sum to 0, and score residuals that do", () => {
    const plain = fitCox({ time, event, design: four, robust: true });
    expect(Math.abs(plain.martingaleResiduals.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-12);
    const scores = plain.scoreResiduals!;
    for (let j = 0; j < 4; j++) {
      const column = Array.from(scores.values.subarray(j * scores.rows, (j + 1) * scores.rows));
      const size = column.reduce((sum, value) => sum + Math.abs(value), 0);
      expect(Math.abs(column.reduce((sum, value) => sum + value, 0)) / size).toBeLessThan(1e-9);
    }
  });

  it("reports columns that say nothing new, and fits as R does without them", () => {
    const both = people.second.map((value, i) => value + people.third[i]!);
    const design = designMatrix([people.second, people.third, both, time.map(() => 3), people.age], {
      intercept: false,
    });
    const repeated = fitCox({ time, event, design, names: ["second", "third", "both", "constant", "age"] });
    expect(repeated.aliased).toEqual([2, 3]);
    expect(repeated.rank).toBe(3);
    expectClose(repeated.coefficients, listed(oracle.cox.aliased!.coefficients), tolerance);
    expectClose(repeated.standardErrors, listed(oracle.cox.aliased!.standardErrors), tolerance);
  });

  it("reports a column that is constant within every stratum", () => {
    const design = designMatrix([people.age, stratum.map((value) => value * 10)], { intercept: false });
    expect(fitCox({ time, event, design, strata: stratum }).aliased).toEqual([1]);
  });

  it("fits nothing, without fuss, when every column is constant", () => {
    const none = fitCox({ time, event, design: designMatrix([time.map(() => 1)], { intercept: false }) });
    expect(none.coefficients).toEqual([null]);
    expect(none.tests.wald).toEqual({ statistic: 0, df: 0, pValue: 1 });
    expect(none.logLikelihood).toBe(none.nullLogLikelihood);
  });

  it.each(["efron", "breslow"] as const)(
    "reports a group with every event: the hazard ratio has no maximum (%s)",
    (ties) => {
      const only = [1, 1, 0, 1, 0, 1, 0, 0];
      const other = [1, 2, 1, 3, 2, 5, 2, 1];
      const monotone = fitCox({
        time: [1, 2, 3, 2, 5, 6, 7, 8],
        event: [1, 1, 0, 1, 0, 1, 0, 0],
        design: designMatrix([other.map((value, i) => value * (i % 2 === 0 ? 1 : -1)), only], { intercept: false }),
        ties,
      });
      expect(monotone.monotone).toContain(1);
      expect(monotone.converged).toBe(false);
    },
  );

  it("reports only the group without events among several columns", () => {
    const without = people.person.map((value) => Number(value % 5 === 0));
    const quiet = event.map((value, i) => (without[i] === 1 ? 0 : value));
    const monotone = fitCox({
      time,
      event: quiet,
      design: designMatrix([people.second, people.age, without], { intercept: false }),
    });
    expect(monotone.monotone).toEqual([2]);
  });

  it("leaves its inputs untouched", () => {
    const before = two.values.slice();
    const given = Float64Array.from(time);
    fitCox({ ...input, time: given });
    expect(two.values).toEqual(before);
    expect(Array.from(given)).toEqual(time);
  });

  it("refuses wrong calls, naming the argument", () => {
    expect(() => fitCox({ time, event: time.map(() => 0), design: two })).toThrow(
      "fitCox: at least one row must have the event, got 0",
    );
    expect(() => fitCox({ time: [1, 2], event: [1, 0], design: two })).toThrow(
      "fitCox: design must have 2 rows, got 60",
    );
    expect(() => fitCox({ time, event, design: two, strata: [1] })).toThrow(
      "fitCox: strata must have length 60, got 1",
    );
    expect(() => fitCox({ time, event, design: two, ties: "discrete" as "efron" })).toThrow(
      'fitCox: ties must be "efron", "breslow" or "exact", got discrete',
    );
    expect(() => fitCox({ time, event, design: two, ties: "exact", clusters: person })).toThrow(
      "fitCox: exact ties must go without weights, clusters and robust standard errors",
    );
  });
});
