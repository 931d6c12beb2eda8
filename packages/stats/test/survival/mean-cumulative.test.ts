import {
  type MeanCumulativeFunction,
  meanCumulativeAt,
  meanCumulativeDifference,
  meanCumulativeFunction,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle, rowsOf, shuffled } from "../support.ts";

type Curve = Record<"times" | "atRisk" | "events" | "mean" | "standardError", number[]>;
const oracle = readOracle<{
  rows: Record<"unit" | "entry" | "time" | "events", number[]>;
  several: number[];
  single: Curve & { survfit: { mean: number[]; standardError: number[] } };
  multiple: Curve;
}>("recurrent.json");
const { unit: units, entry, time, events } = oracle.rows;
const rows = { units, entry, time, events };
const curve = meanCumulativeFunction(rows);

function expectCurve(actual: MeanCumulativeFunction, expected: Curve): void {
  for (const name of ["times", "atRisk", "events"] as const) expect(actual[name]).toEqual(expected[name]);
  expectClose(actual.mean, expected.mean, 1e-12);
  expectClose(actual.standardError, expected.standardError, 1e-11);
}

describe("the mean cumulative function", () => {
  it("agrees with R's survfit by unit, with ties, gaps, late entries and a unit without events", () => {
    expectCurve(curve, oracle.single);
    expectClose(curve.mean, oracle.single.survfit.mean, 1e-12);
    expectClose(curve.standardError, oracle.single.survfit.standardError, 1e-11);
  });

  it("agrees with its definition, unit by unit, where a unit has several events at one time", () => {
    expectCurve(meanCumulativeFunction({ ...rows, events: oracle.several }), oracle.multiple);
  });

  it("does not depend on the order of rows, nor on how a unit's time is cut into rows", () => {
    const order = shuffled(time.length);
    const mixed = meanCumulativeFunction({
      units: rowsOf(units, order),
      entry: rowsOf(entry, order),
      time: rowsOf(time, order),
      events: rowsOf(events, order),
    });
    expectClose(mixed.standardError, curve.standardError, 1e-12);
    const cut = (values: number[], first: (i: number) => number, second: (i: number) => number) =>
      values.flatMap((_, i) => [first(i), second(i)]);
    const middle = (i: number) => (entry[i]! + time[i]!) / 2;
    const halves = meanCumulativeFunction({
      units: cut(
        units,
        (i) => units[i]!,
        (i) => units[i]!,
      ),
      entry: cut(entry, (i) => entry[i]!, middle),
      time: cut(time, middle, (i) => time[i]!),
      events: cut(
        events,
        () => 0,
        (i) => events[i]!,
      ),
    });
    expect(halves.mean).toEqual(curve.mean);
    expectClose(halves.standardError, curve.standardError, 1e-12);
  });

  it("of units all observed throughout is their mean number of events, with the standard error of a mean", () => {
    // Events by time 5: 2, 0, 1, 0. Mean 3/4; squared deviations sum to 2.75; divided by 4 twice.
    const all = meanCumulativeFunction({
      units: [1, 1, 1, 2, 3, 3, 4],
      entry: [0, 1, 3, 0, 0, 2, 0],
      time: [1, 3, 5, 5, 2, 5, 5],
      events: [1, 1, 0, 0, 1, 0, 0],
    });
    expectClose(all.mean.at(-1), 0.75, 1e-14);
    expectClose(all.standardError.at(-1), Math.sqrt(2.75) / 4, 1e-12);
    expect(all).toMatchObject({ units: 4, totalEvents: 3, end: 5 });
  });

  it("of one unit has no standard error, and without events no times", () => {
    const one = meanCumulativeFunction({ units: [1, 1], entry: [0, 2], time: [2, 4], events: [1, 1] });
    expect([one.mean, one.standardError, one.lower]).toEqual([
      [1, 2],
      [null, null],
      [null, null],
    ]);
    const none = meanCumulativeFunction({ units: [1, 2], time: [3, 4], events: [0, 0] });
    expect([none.times, none.totalEvents]).toEqual([[], 0]);
    expect(meanCumulativeAt(none, 2)).toEqual({ mean: 0, standardError: null, lower: null, upper: null });
  });

  it("is not read beyond follow-up", () => {
    expect(meanCumulativeAt(curve, curve.times[3]!).mean).toBe(curve.mean[3]);
    expect(() => meanCumulativeAt(curve, curve.end + 1)).toThrow(
      `meanCumulativeAt: time must be within follow-up (up to ${curve.end}), got ${curve.end + 1}`,
    );
  });

  it("refuses rows of a unit that overlap, and what is missing or no count", () => {
    expect(() => meanCumulativeFunction({ units: [1, 1], entry: [0, 2], time: [3, 4], events: [0, 1] })).toThrow(
      "meanCumulativeFunction: rows of one unit must not overlap, row 1 (from 0) does",
    );
    expect(() => meanCumulativeFunction({ units: [1, 1], time: [3, 4], events: [0, 1] })).toThrow("must not overlap");
    expect(() => meanCumulativeFunction({ units: [1], time: [3], events: [0.5] })).toThrow("whole numbers >= 0");
    expect(() => meanCumulativeFunction({ units: [1], entry: [3], time: [3], events: [0] })).toThrow("before time");
    expect(() => meanCumulativeFunction({ units: [], time: [], events: [] })).toThrow("at least one row");
  });
});

describe("the difference of two mean cumulative functions", () => {
  const is = (group: number) => units.map((_, i) => i).filter((i) => units[i]! % 2 === group);
  const half = (group: number) => {
    const own = is(group);
    return meanCumulativeFunction({
      units: rowsOf(units, own),
      entry: rowsOf(entry, own),
      time: rowsOf(time, own),
      events: rowsOf(events, own),
    });
  };
  const [first, second] = [half(1), half(0)];

  it("is first less second, with the standard errors' squares added, and turns its sign with the groups", () => {
    const [at] = meanCumulativeDifference({ first, second, times: [10] });
    const [a, b] = [meanCumulativeAt(first, 10), meanCumulativeAt(second, 10)];
    expectClose(at!.difference, a.mean - b.mean, 1e-14);
    expectClose(at!.standardError! ** 2, a.standardError! ** 2 + b.standardError! ** 2, 1e-12);
    const [turned] = meanCumulativeDifference({ first: second, second: first, times: [10] });
    expectClose([turned!.difference, turned!.lower], [-at!.difference, -at!.upper!], 1e-12);
  });

  it("has no limits before either group's first event", () => {
    expect(meanCumulativeDifference({ first, second, times: [0] })).toMatchObject([{ difference: 0, lower: null }]);
  });
});
