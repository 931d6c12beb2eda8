import { logRank } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle, rowsOf, shuffled } from "../support.ts";

interface Ranked {
  statistic: number;
  observed: number[];
  expected: number[];
  variance: number[][];
}
const oracle = readOracle<{
  tolerance: { closedForm: number };
  people: Record<"time" | "event" | "entry" | "group" | "stratum", number[]>;
  logRank: { three: Ranked; rho: Ranked; strata: Ranked; delayedStatistic: number };
}>("survival.json");
const tolerance = oracle.tolerance.closedForm;
const { people } = oracle;
const { time, event, entry, group, stratum } = people;

describe("log-rank on three unequal groups with ties agrees with R", () => {
  const cases = {
    three: {},
    rho: { rho: 1 },
    strata: { strata: stratum },
  } as const;

  it.each(Object.keys(cases) as (keyof typeof cases)[])("%s", (name) => {
    const expected = oracle.logRank[name];
    const test = logRank({ time, event, group, ...cases[name] });
    expectClose(test.statistic, expected.statistic, tolerance);
    expect(test.df).toBe(2);
    expectClose(
      test.groups.map((g) => g.observed),
      expected.observed,
      tolerance,
    );
    expectClose(
      test.groups.map((g) => g.expected),
      expected.expected,
      tolerance,
    );
    expectClose(test.variance, expected.variance, tolerance);
  });

  it("with delayed entry, where it is the score test of the discrete Cox model", () => {
    expectClose(logRank({ time, event, entry, group }).statistic, oracle.logRank.delayedStatistic, tolerance);
  });
});

describe("log-rank on Rossi's data agrees with R", () => {
  const rossi = readOracle<{
    columns: { week: number[]; arrest: number[]; fin: string[]; race: string[]; wexp: string[] };
    logRank: Record<
      string,
      { n: number[]; observed: number[]; expected: number[]; variance: number; chisq: number; p: number }
    >;
  }>("rossi.json");
  const { week, arrest, fin, race, wexp } = rossi.columns;
  const code = (values: string[]) => values.map((value) => Number(value === "yes" || value === "other"));
  const cases = {
    log_rank_fin: { group: code(fin) },
    peto_peto_fin: { group: code(fin), rho: 1 },
    log_rank_fin_stratified_by_race: { group: code(fin), strata: code(race) },
    log_rank_wexp: { group: code(wexp) },
  };

  it.each(Object.entries(cases))("%s", (name, options) => {
    const expected = rossi.logRank[name]!;
    const test = logRank({ time: week, event: arrest, ...options });
    expectClose(test.statistic, expected.chisq, tolerance);
    expectClose(test.pValue, expected.p, tolerance);
    expect(test.groups.map((g) => g.rows)).toEqual(expected.n);
    expectClose(
      test.groups.map((g) => g.observed),
      expected.observed,
      tolerance,
    );
    expectClose(
      test.groups.map((g) => g.expected),
      expected.expected,
      tolerance,
    );
    expectClose(test.variance[0]![0], expected.variance, tolerance);
  });
});

describe("log-rank", () => {
  it("does not depend on the order of rows, to the last bit", () => {
    const order = shuffled(time.length);
    expect(logRank({ time: rowsOf(time, order), event: rowsOf(event, order), group: rowsOf(group, order) })).toEqual(
      logRank({ time, event, group }),
    );
  });

  it("does not depend on what the groups are called", () => {
    const renamed = logRank({ time, event, group: group.map((g) => 10 - g) });
    const here = logRank({ time, event, group });
    expectClose(renamed.statistic, here.statistic, 1e-13);
    expectClose(
      renamed.groups.map((g) => g.expected).reverse(),
      here.groups.map((g) => g.expected),
      1e-14,
    );
  });

  it("with one stratum per person cannot compare anyone, and says so", () => {
    expect(() => logRank({ time, event, group, strata: time.map((_, i) => i) })).toThrow(
      "logRank: at least one event must happen while two groups are at risk, got none",
    );
  });

  it("refuses one group, and no events", () => {
    expect(() => logRank({ time, event, group: time.map(() => 1) })).toThrow("two groups are at risk");
    expect(() => logRank({ time, event: time.map(() => 0), group })).toThrow("two groups are at risk");
  });

  it("leaves a group that is never at risk at an event out of the degrees of freedom", () => {
    // The third group is censored before the first event.
    const test = logRank({ time: [3, 4, 5, 6, 1, 2], event: [1, 1, 1, 1, 0, 0], group: [1, 2, 1, 2, 3, 3] });
    expect(test.df).toBe(1);
    expectClose(
      test.statistic,
      logRank({ time: [3, 4, 5, 6], event: [1, 1, 1, 1], group: [1, 2, 1, 2] }).statistic,
      1e-12,
    );
  });

  it("has observed events equal to expected events in all", () => {
    const { groups } = logRank({ time, event, entry, group, strata: stratum });
    const total = (key: "observed" | "expected") => groups.reduce((sum, g) => sum + g[key], 0);
    expectClose(total("expected"), total("observed"), 1e-13);
  });
});
