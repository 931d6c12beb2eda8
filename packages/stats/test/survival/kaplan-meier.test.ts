import {
  kaplanMeier,
  numbersAtRisk,
  restrictedMean,
  restrictedMeanDifference,
  survivalAt,
  survivalQuantile,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, listed, readOracle, rowsOf, shuffled } from "../support.ts";

type One<T> = T | T[];
interface Curve {
  times: One<number>;
  atRisk: One<number>;
  events: One<number>;
  censored: One<number>;
  survival: One<number>;
  standardError: One<number | null>;
  lower: One<number | null>;
  upper: One<number | null>;
  cumulativeHazard: One<number>;
  quantiles: { share: number; time: number | null; lower: number | null; upper: number | null }[];
}
interface Limits {
  lower: number[];
  upper: number[];
}
interface Group {
  weeks: number[];
  at_risk: number[];
  survival: number[];
  greenwood_se: number[];
  ci95: Record<"plain" | "log" | "loglog", Limits>;
}

const oracle = readOracle<{
  tolerance: { closedForm: number };
  people: Record<"time" | "event" | "entry", number[]>;
  gap: Record<"time" | "event" | "entry", number[]>;
  weightsOfKaplanMeier: number[];
  kaplanMeier: Record<string, Record<"plain" | "log" | "loglog", Curve>>;
}>("survival.json");
const tolerance = oracle.tolerance.closedForm;
const { gap } = oracle;
const { time, event, entry } = oracle.people;
const people = { time, event, entry };

const inputs = {
  all: { time: people.time, event: people.event },
  delayed: people,
  weighted: { time: people.time, event: people.event, weights: oracle.weightsOfKaplanMeier },
  gap,
  onePerson: { time: [5], event: [1] },
  noEvents: { time: [1, 2, 2], event: [0, 0, 0] },
} as const;
const kinds = [
  ["plain", "plain"],
  ["log", "log"],
  ["log-log", "loglog"],
] as const;

describe.each(Object.keys(inputs) as (keyof typeof inputs)[])(
  "Kaplan-Meier on awkward follow-up, %s, agrees with R in",
  (name) => {
    it.each(kinds)("every column, with %s intervals", (interval, key) => {
      const expected = oracle.kaplanMeier[name]![key];
      const curve = kaplanMeier({ ...inputs[name], interval });
      expect(curve.times).toEqual(listed(expected.times));
      expectClose(curve.atRisk, listed(expected.atRisk), tolerance);
      expectClose(curve.events, listed(expected.events), tolerance);
      expectClose(curve.censored, listed(expected.censored), tolerance);
      expectClose(curve.survival, listed(expected.survival), tolerance);
      expectClose(curve.standardError, listed(expected.standardError), tolerance);
      expectClose(curve.cumulativeHazard, listed(expected.cumulativeHazard), tolerance);
      // Before the first event R's plain and log limits are both 1; ours are null, as R's log-log limits are.
      const unknown = listed(expected.survival).map((s) => s === 1);
      const known = (limits: One<number | null>) => listed(limits).map((limit, k) => (unknown[k] ? null : limit));
      expectClose(curve.lower, known(expected.lower), tolerance);
      expectClose(curve.upper, known(expected.upper), tolerance);
    });

    it.each(kinds)("quartiles, with %s intervals", (interval, key) => {
      const curve = kaplanMeier({ ...inputs[name], interval });
      for (const { share, time, lower, upper } of oracle.kaplanMeier[name]![key].quantiles)
        expect({ share, ...survivalQuantile(curve, share) }).toEqual({ share, time, lower, upper });
    });
  },
);

describe("Kaplan-Meier on Rossi's data agrees with R", () => {
  const rossi = readOracle<{
    columns: { week: number[]; arrest: number[]; fin: string[] };
    kaplanMeier: {
      all: Group;
      by_fin: Record<string, Group>;
      quantiles_by_fin: Record<"quantile" | "lower" | "upper", Record<string, Record<string, number | null>>>;
      all_event_weeks: {
        week: number[];
        at_risk: number[];
        events: number[];
        survival: number[];
        nelson_aalen: number[];
      };
    };
    restrictedMean: Record<string, number>;
  }>("rossi.json");
  const { week, arrest, fin } = rossi.columns;
  const rows = (value: string) => [...week.keys()].filter((i) => fin[i] === value);
  const groups = {
    all: [...week.keys()],
    "fin=no": rows("no"),
    "fin=yes": rows("yes"),
  };
  const expected = { all: rossi.kaplanMeier.all, ...rossi.kaplanMeier.by_fin } as Record<string, Group>;

  it.each(Object.entries(groups))("at weeks 13, 26, 39 and 52: %s", (name, used) => {
    const time = rowsOf(week, used);
    const group = expected[name]!;
    expect(numbersAtRisk({ time }, group.weeks)).toEqual(group.at_risk);
    for (const [interval, key] of kinds) {
      const curve = kaplanMeier({ time, event: rowsOf(arrest, used), interval });
      group.weeks.forEach((at, k) => {
        const here = survivalAt(curve, at);
        expectClose(here.survival, group.survival[k], tolerance);
        expectClose(here.standardError, group.greenwood_se[k], tolerance);
        expectClose([here.lower, here.upper], [group.ci95[key].lower[k], group.ci95[key].upper[k]], tolerance);
      });
    }
  });

  it("at every week with an event", () => {
    const { week: weeks, at_risk, events, survival, nelson_aalen } = rossi.kaplanMeier.all_event_weeks;
    const curve = kaplanMeier({ time: week, event: arrest });
    const at = weeks.map((w) => curve.times.indexOf(w));
    expect(rowsOf(curve.atRisk, at)).toEqual(at_risk);
    expect(rowsOf(curve.events, at)).toEqual(events);
    expectClose(rowsOf(curve.survival, at), survival, tolerance);
    expectClose(rowsOf(curve.cumulativeHazard, at), nelson_aalen, tolerance);
  });

  it.each(["no", "yes"])("in quantiles and their log-log limits: fin %s", (value) => {
    const used = rows(value);
    const curve = kaplanMeier({ time: rowsOf(week, used), event: rowsOf(arrest, used) });
    const { quantile, lower, upper } = rossi.kaplanMeier.quantiles_by_fin;
    const name = `fin=${value}`;
    for (const share of ["0.10", "0.20", "0.25"])
      expect(survivalQuantile(curve, Number(share))).toEqual({
        time: quantile[name]![share],
        lower: lower[name]![share],
        upper: upper[name]![share],
      });
  });

  it.each(["no", "yes"])("in restricted mean time to week 52 and its standard error: fin %s", (value) => {
    const used = rows(value);
    const mean = restrictedMean(kaplanMeier({ time: rowsOf(week, used), event: rowsOf(arrest, used) }), 52);
    expectClose(mean.restrictedMean, rossi.restrictedMean[`fin_${value}`], tolerance);
    expectClose(mean.standardError, rossi.restrictedMean[`fin_${value}_se`], tolerance);
  });
});

describe("Kaplan-Meier", () => {
  it("does not depend on the order of rows, to the last bit", () => {
    const order = shuffled(people.time.length);
    expect(
      kaplanMeier({
        time: rowsOf(people.time, order),
        event: rowsOf(people.event, order),
        entry: rowsOf(people.entry, order),
      }),
    ).toEqual(kaplanMeier(people));
  });

  it("with weight 2 equals the row twice, to the last bit", () => {
    const twice = { time: [...people.time, ...people.time], event: [...people.event, ...people.event] };
    expect(kaplanMeier({ time, event, weights: time.map(() => 2) })).toEqual(kaplanMeier(twice));
  });

  it("does not change when a constant is added to every time", () => {
    const later = (values: number[]) => values.map((value) => value + 1000);
    const moved = kaplanMeier({ ...people, time: later(people.time), entry: later(people.entry) });
    const here = kaplanMeier(people);
    expect(moved.survival).toEqual(here.survival);
    expect(moved.lower).toEqual(here.lower);
    expect(moved.times).toEqual(later([...here.times]));
  });

  it("takes a row of weight 0 for absent", () => {
    const { survival } = kaplanMeier({ time: [1, 2, 3], event: [1, 1, 1], weights: [1, 0, 1] });
    expect(survival).toEqual([0.5, 0.5, 0]);
  });

  it("ties only times that are exactly equal", () => {
    expect(kaplanMeier({ time: [0.3, 0.1 + 0.2], event: [1, 1] }).times).toEqual([0.3, 0.1 + 0.2]);
  });

  it("is the empirical share when nobody is censored, and the binomial standard error is Greenwood's", () => {
    const time = [1, 1, 2, 3, 3, 3, 4, 7, 9, 9];
    const curve = kaplanMeier({ time, event: time.map(() => 1) });
    const share = [0.8, 0.7, 0.4, 0.3, 0.2];
    expectClose(curve.survival, [...share, 0], 1e-14);
    expectClose(curve.standardError, [...share.map((s) => Math.sqrt((s * (1 - s)) / 10)), null], 1e-14);
  });

  it("holds its level by day and by fraction of a day alike", () => {
    const half = people.time.map((value) => value / 2 + 0.25);
    expect(kaplanMeier({ time: half, event: people.event }).survival).toEqual(
      kaplanMeier({ time: people.time, event: people.event }).survival,
    );
  });

  it("leaves its inputs untouched", () => {
    const time = Float64Array.from(people.time);
    const event = Float64Array.from(people.event);
    kaplanMeier({ time, event });
    expect(Array.from(time)).toEqual(people.time);
    expect(Array.from(event)).toEqual(people.event);
  });

  it("refuses wrong calls, naming the argument", () => {
    expect(() => kaplanMeier({ time: [], event: [] })).toThrow("kaplanMeier: time must hold at least one row, got 0");
    expect(() => kaplanMeier({ time: [1, 2], event: [1] })).toThrow("kaplanMeier: event must have length 2, got 1");
    expect(() => kaplanMeier({ time: [1, 2], event: [1, 2] })).toThrow(
      "kaplanMeier: event must be 0 or 1, row 1 (from 0) is neither",
    );
    expect(() => kaplanMeier({ time: [1, 2], event: [1, 1], entry: [0, 2] })).toThrow(
      "kaplanMeier: entry must be before time, row 1 (from 0) is not",
    );
    expect(() => kaplanMeier({ time: [1], event: [1], level: 95 })).toThrow(
      "kaplanMeier: level must lie between 0 and 1 (confidence level), got 95",
    );
  });
});

describe("survival at a time", () => {
  const curve = kaplanMeier({ time: [2, 4, 6], event: [1, 0, 0] });

  it("is 1 before the first time and steps down at it", () => {
    expect(survivalAt(curve, 1.999).survival).toBe(1);
    expectClose(survivalAt(curve, 2).survival, 2 / 3, 1e-15);
  });

  it("is refused beyond follow-up, where nothing was observed", () => {
    expect(() => survivalAt(curve, 7)).toThrow("survivalAt: time must be within follow-up (up to 6), got 7");
    expect(survivalAt(kaplanMeier({ time: [2, 4], event: [1, 1] }), 7).survival).toBe(0);
  });
});

describe("restricted mean", () => {
  it("of uncensored times is the mean of the smaller of time and horizon, by hand", () => {
    // min(t, 5) over 1, 1, 2, 7, 9: (1 + 1 + 2 + 5 + 5) / 5.
    const curve = kaplanMeier({ time: [1, 1, 2, 7, 9], event: [1, 1, 1, 1, 1] });
    expectClose(restrictedMean(curve, 5).restrictedMean, 14 / 5, 1e-15);
    expectClose(restrictedMean(curve, 100).restrictedMean, 4, 1e-15);
  });

  it("is the horizon when nothing has happened", () => {
    const curve = kaplanMeier({ time: [10, 12], event: [1, 0] });
    expect(restrictedMean(curve, 8)).toEqual({
      restrictedMean: 8,
      standardError: 0,
      lower: null,
      upper: null,
      horizon: 8,
      level: 0.95,
    });
    const difference = restrictedMeanDifference({ first: curve, second: curve, horizon: 8 });
    expect([difference.difference, difference.lower, difference.pValue, difference.ratioUpper]).toEqual([
      0,
      null,
      null,
      null,
    ]);
  });

  it("is refused beyond follow-up", () => {
    const curve = kaplanMeier({ time: [10, 12], event: [1, 0] });
    expect(() => restrictedMean(curve, 13)).toThrow(
      "restrictedMean: horizon must be within follow-up (up to 12), got 13",
    );
    expect(() => restrictedMean(curve, 0)).toThrow("restrictedMean: horizon must be > 0 (unit of the curve), got 0");
  });
});

describe("numbers at risk", () => {
  it("count entry < t <= time, in any order of t, by hand", () => {
    expect(numbersAtRisk({ time: [5, 8, 9], entry: [0, 5, 5] }, [5, 6, 0, 9, 9.5])).toEqual([1, 2, 0, 1, 0]);
  });
});
