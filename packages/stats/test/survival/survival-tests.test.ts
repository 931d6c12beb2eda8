import {
  type CoxInput,
  cumulativeIncidence,
  designMatrix,
  fitCox,
  fitFirthCox,
  hazardRatios,
  kaplanMeier,
  kaplanMeierByGroup,
  type LogRankWeighting,
  logRank,
  proportionalHazardsTest,
} from "@likewise/stats";
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
  | "weights"
  | "offset"
  | "second"
  | "third";
interface Scale {
  terms: number | number[];
  global: number;
  p: number[];
}
interface Firth {
  coefficients: number[];
  standardErrors: number[];
  logLikelihood: number;
  nullLogLikelihood: number;
  likelihoodRatio: number;
  pValues: number[];
  lower: number[];
  upper: number[];
}
const { people } = readOracle<{ people: Record<Column, number[]> }>("survival.json");
const oracle = readOracle<{
  tolerance: { closedForm: number; iterative: number; optimised: number };
  exact: Record<
    string,
    {
      coefficients: number | number[];
      standardErrors: number | number[];
      logLikelihood: number;
      nullLogLikelihood: number;
      score: number;
      martingale: number[];
    }
  >;
  proportionalHazards: Record<string, Record<"km" | "identity" | "rank" | "log" | "root", Scale>>;
  byTerm: { statistic: number[]; df: number[]; p: number[] };
  without: number[];
  quiet: number[];
  small: Record<"time" | "event" | "x", number[]>;
  firth: Record<string, Firth>;
  weightedLogRank: Record<string, { statistic: number; observed: number[]; expected: number[]; df: number }>;
  cause: number[];
  cumulativeIncidence: Incidence;
  untiedIncidence: Incidence;
  delayedIncidence: { times: number[]; incidence: number[][] };
}>("survival-tests.json");
interface Incidence {
  times: number[];
  atRisk: number[];
  eventFree: number[];
  causes: { cause: number; incidence: number[]; standardError: (number | null)[]; events: number[] }[];
}
const { tolerance } = oracle;
const { time, event, entry, group, stratum, weights, offset } = people;
const columns = (...of: number[][]) => designMatrix(of, { intercept: false });
const two = columns(people.second, people.age);
const three = columns(people.second, people.third, people.age);

describe("exact ties agree with R's coxph", () => {
  const inputs: Record<string, CoxInput> = {
    right: { time, event, design: three },
    delayed: { time, event, entry, strata: stratum, design: two },
    offset: { time, event, offset, design: columns(people.age) },
  };
  it.each(Object.entries(inputs))("%s", (name, input) => {
    const expected = oracle.exact[name]!;
    const fit = fitCox({ ...input, ties: "exact" });
    expectClose(fit.coefficients, listed(expected.coefficients), tolerance.iterative);
    expectClose(fit.standardErrors, listed(expected.standardErrors), tolerance.iterative);
    expectClose(fit.logLikelihood, expected.logLikelihood, tolerance.closedForm);
    expectClose(fit.nullLogLikelihood, expected.nullLogLikelihood, tolerance.closedForm);
    expectClose(fit.tests.score.statistic, expected.score, tolerance.iterative);
    expectClose(fit.martingaleResiduals, expected.martingale, tolerance.iterative, 1);
  });

  it("without ties are Efron's and Breslow's", () => {
    const untied = time.map((value, i) => value + i / 1000);
    const exact = fitCox({ time: untied, event, design: three, ties: "exact" });
    const efron = fitCox({ time: untied, event, design: three });
    expectClose(exact.coefficients, efron.coefficients, 1e-11);
    expectClose(exact.standardErrors, efron.standardErrors, 1e-11);
  });

  it("do not overflow where half of 3,000 people have the event on one day", () => {
    const many = Array.from({ length: 3000 }, (_, i) => i);
    const fit = fitCox({
      time: many.map((i) => (i % 2 === 0 ? 1 : 2)),
      event: many.map((i) => Number(i % 2 === 0)),
      design: columns(many.map((i) => (i * 7919) % 101)),
      ties: "exact",
    });
    expect(fit.converged).toBe(true);
    expect(fit.standardErrors[0]).toBeGreaterThan(0);
  });
});

describe("the test of proportional hazards agrees with R's cox.zph", () => {
  const inputs: Record<string, CoxInput> = {
    efron: { time, event, design: columns(people.second, people.third, people.age, people.dollars) },
    breslow: { time, event, design: two, ties: "breslow" },
    strata: { time, event, design: two, strata: stratum },
    delayed: { time, event, entry, design: three },
    weighted: { time, event, design: two, weights },
  };
  const scales = { km: "km", identity: "identity", rank: "rank", log: "log", root: Math.sqrt } as const;
  it.each(Object.entries(inputs))("%s", (name, input) => {
    for (const [scale, timeScale] of Object.entries(scales)) {
      const expected = oracle.proportionalHazards[name]![scale as keyof typeof scales];
      const test = proportionalHazardsTest({ ...input, timeScale });
      if ("refused" in test) throw new Error(test.refused.why);
      expectClose(
        test.terms.map(({ statistic }) => statistic),
        listed(expected.terms),
        1e-8,
      );
      expectClose(test.global.statistic, expected.global, 1e-8);
      expectClose(
        [...test.terms, test.global].map(({ pValue }) => pValue),
        expected.p,
        1e-8,
      );
    }
  });

  it("for the levels of a factor together", () => {
    const test = proportionalHazardsTest({ time, event, design: three, columns: [[0, 1], [2]] });
    if ("refused" in test) throw new Error(test.refused.why);
    const all = [...test.terms, test.global];
    expectClose(
      all.map(({ statistic }) => statistic),
      oracle.byTerm.statistic,
      1e-8,
    );
    expect(all.map(({ df }) => df)).toEqual(oracle.byTerm.df);
  });

  it("is refused where the hazard ratio has no maximum, and where all events happen at one time", () => {
    expect(
      proportionalHazardsTest({ time, event: oracle.quiet, design: columns(oracle.without), names: ["fifth"] }),
    ).toHaveProperty("refused.why", "the hazard ratio of fifth has no maximum");
    expect(
      proportionalHazardsTest({ time: [1, 1, 1, 2], event: [1, 1, 0, 0], design: columns([1, 2, 4, 3]) }),
    ).toHaveProperty("refused.why", "all events happen at one time");
  });
});

describe("Firth's Cox regression agrees with the penalised likelihood maximised in R", () => {
  const inputs: Record<string, Parameters<typeof fitFirthCox>[0]> = {
    efron: { time, event, design: two },
    breslow: { time, event, design: two, ties: "breslow" },
    monotone: { time, event: oracle.quiet, design: columns(people.second, people.age, oracle.without) },
    strata: { time, event, design: columns(people.age), strata: stratum },
    delayed: { time, event, entry, design: two, ties: "breslow" },
    weighted: { time, event, design: two, weights },
    small: { time: oracle.small.time, event: oracle.small.event, design: columns(oracle.small.x) },
  };
  it.each(Object.entries(inputs))("%s", (name, input) => {
    const expected = oracle.firth[name]!;
    const fit = fitFirthCox(input);
    expect(fit.converged).toBe(true);
    expectClose(fit.logLikelihood, expected.logLikelihood, tolerance.closedForm);
    expectClose(fit.nullLogLikelihood, expected.nullLogLikelihood, tolerance.closedForm);
    expectClose(fit.likelihoodRatio.statistic, expected.likelihoodRatio, 1e-8);
    const k = expected.coefficients.length;
    for (let j = 0; j < k; j++) {
      const scale = expected.standardErrors[j]!;
      expectClose(fit.coefficients[j], expected.coefficients[j], tolerance.optimised, scale);
      expectClose(fit.standardErrors[j], expected.standardErrors[j], tolerance.optimised);
      expectClose(fit.lower[j], expected.lower[j], tolerance.optimised, scale);
      expectClose(fit.upper[j], expected.upper[j], tolerance.optimised, scale);
      expectClose(fit.pValues[j], expected.pValues[j], tolerance.optimised);
    }
  });

  it("leaves out columns that say nothing new", () => {
    const fit = fitFirthCox({ time, event, design: columns(people.age, people.age, people.second) });
    expect(fit.aliased).toEqual([1]);
    expect([fit.coefficients[1], fit.lower[1], fit.pValues[1]]).toEqual([null, null, null]);
  });
});

describe("hazard ratios", () => {
  it("are refused by name where the likelihood has no maximum, instead of a number of many digits", () => {
    const fit = fitCox({
      time,
      event: oracle.quiet,
      design: columns(people.second, people.age, oracle.without),
      names: ["second", "age", "fifth"],
    });
    expect(fit.monotone).toEqual([2]);
    expect(fit.coefficients[2]).toBe(null);
    const [second, , fifth] = hazardRatios(fit);
    expect(fifth).toHaveProperty("refused.unlocks", "merge levels, leave the column out, or fitFirthCox");
    expect(second).toHaveProperty("refused.why", "fifth has no finite hazard ratio");
    expect(JSON.stringify(hazardRatios(fit))).not.toMatch(/e\+?\d\d/);
  });

  it("have limits dual to their p-value", () => {
    const fit = fitCox({ time, event, design: two });
    for (const ratio of hazardRatios(fit)) {
      if ("refused" in ratio) throw new Error(ratio.refused.why);
      const [same] = hazardRatios(fit, { level: 1 - ratio.pValue });
      if (ratio.term === "x0" && same && "ratio" in same) {
        expectClose(ratio.ratio < 1 ? same.upper : same.lower, 1, 1e-9);
      }
    }
  });
});

describe("weighted log-rank tests agree with their formula written out in R", () => {
  const options: Record<string, { weighting?: LogRankWeighting; rho?: number; gamma?: number; strata?: number[] }> = {
    gehan: { weighting: "gehan-breslow" },
    tarone: { weighting: "tarone-ware" },
    peto: { weighting: "peto-peto" },
    late: { gamma: 1 },
    middle: { rho: 0.5, gamma: 2 },
    gehanStrata: { weighting: "gehan-breslow", strata: stratum },
  };
  it.each(Object.entries(options))("%s", (name, option) => {
    const expected = oracle.weightedLogRank[name]!;
    const test = logRank({ time, event, group, ...option });
    expectClose(test.statistic, expected.statistic, tolerance.closedForm);
    expectClose(
      test.groups.map(({ observed }) => observed),
      expected.observed,
      tolerance.closedForm,
    );
    expectClose(
      test.groups.map((one) => one.expected),
      expected.expected,
      tolerance.closedForm,
    );
    expect(test.df).toBe(expected.df);
  });

  it("refuse a weighting that is none", () => {
    expect(() => logRank({ time, event, group, weighting: "wilcoxon" as LogRankWeighting })).toThrow(
      "logRank: weighting must be one of fleming-harrington, gehan-breslow, tarone-ware, peto-peto, got wilcoxon",
    );
    expect(() => logRank({ time, event, group, gamma: -1 })).toThrow("logRank: gamma must be a number >= 0, got -1");
  });
});

describe("cumulative incidence", () => {
  const { cause } = oracle;
  const curve = cumulativeIncidence({ time, event: cause });

  it.each([
    ["with ties", oracle.cumulativeIncidence, curve],
    [
      "without",
      oracle.untiedIncidence,
      cumulativeIncidence({ time: [1.5, 2, 3.25, 4, 5, 6.5], event: [1, 0, 2, 1, 1, 2] }),
    ],
  ])("agrees with R's prodlim, %s", (_, expected, found) => {
    expect(found.times).toEqual(expected.times);
    expect(found.atRisk).toEqual(expected.atRisk);
    expectClose(found.eventFree, expected.eventFree, tolerance.closedForm, 1);
    expect(found.causes.length).toBe(expected.causes.length);
    found.causes.forEach((one, k) => {
      expect(one.cause).toBe(expected.causes[k]!.cause);
      expect(one.events).toEqual(expected.causes[k]!.events);
      expectClose(one.incidence, expected.causes[k]!.incidence, tolerance.closedForm);
      // prodlim has no number where everybody left has an event.
      const errors = expected.causes[k]!.standardError.map((value, at) => value ?? one.standardError[at]);
      expectClose(one.standardError, errors, tolerance.closedForm, 1);
    });
  });

  it("with delayed entry agrees with R's multi-state curves", () => {
    const late = cumulativeIncidence({ time, event: cause, entry });
    const { times, incidence } = oracle.delayedIncidence;
    const at = times.map((t) => late.times.indexOf(t));
    late.causes.forEach((one, k) => {
      at.forEach((place, i) => {
        if (place >= 0) expectClose(one.incidence[place], incidence[k]![i], tolerance.closedForm, 1);
      });
    });
  });

  it("adds up to 1 with those without an event, and so do the hazards to Nelson–Aalen's", () => {
    const any = kaplanMeier({ time, event: cause.map((code) => Math.min(1, code)) });
    curve.times.forEach((_, k) => {
      const total = curve.causes.reduce((sum, one) => sum + one.incidence[k]!, 0);
      expectClose(total + curve.eventFree[k]!, 1, 1e-13);
      const hazard = curve.causes.reduce((sum, one) => sum + one.cumulativeHazard[k]!, 0);
      expectClose(hazard, any.cumulativeHazard[k], 1e-13);
    });
  });

  it("with one cause is one less the Kaplan–Meier curve, with Greenwood's error and its log-log limits", () => {
    const one = cumulativeIncidence({ time, event }).causes[0]!;
    const other = kaplanMeier({ time, event });
    expectClose(
      one.incidence,
      other.survival.map((s) => 1 - s),
      1e-12,
    );
    expectClose(one.standardError.slice(0, -1), other.standardError.slice(0, -1), 1e-12, 1);
    expectClose(
      one.lower.slice(0, -1),
      other.upper.slice(0, -1).map((s) => (s === null ? null : 1 - s)),
      1e-10,
    );
    expectClose(
      one.upper.slice(0, -1),
      other.lower.slice(0, -1).map((s) => (s === null ? null : 1 - s)),
      1e-10,
    );
  });

  it("of one person, and of nobody with an event", () => {
    const alone = cumulativeIncidence({ time: [3], event: [2] });
    expect(alone.causes.map(({ cause: k, incidence }) => [k, incidence])).toEqual([[2, [1]]]);
    expect(alone.causes[0]!.lower).toEqual([null]);
    expect(cumulativeIncidence({ time: [1, 2], event: [0, 0] }).causes).toEqual([]);
    expect(() => cumulativeIncidence({ time: [1], event: [0.5] })).toThrow(
      "cumulativeIncidence: event must be 0 or the whole number of a cause, row 0 (from 0) is not",
    );
  });

  it("does not depend on the order of rows", () => {
    const order = shuffled(time.length);
    expect(cumulativeIncidence({ time: rowsOf(time, order), event: rowsOf(cause, order) })).toEqual(curve);
  });
});

describe("Kaplan–Meier curves by group", () => {
  it.each([
    ["plain", {}],
    ["weighted, with delayed entry", { entry, weights }],
  ])("are those of each group's own rows, %s", (_, options: { entry?: number[]; weights?: number[] }) => {
    const together = kaplanMeierByGroup({ time, event, group, ...options, interval: "log" });
    expect(together.map((one) => one.group)).toEqual([0, 1, 2]);
    for (const { group: label, rows, curve } of together) {
      const own = group.flatMap((value, i) => (value === label ? [i] : []));
      const of = Object.fromEntries(Object.entries({ time, event, ...options }).map(([k, v]) => [k, rowsOf(v, own)]));
      expect(rows).toBe(own.length);
      expect(curve).toEqual(kaplanMeier({ ...(of as { time: number[]; event: number[] }), interval: "log" }));
    }
  });
});
