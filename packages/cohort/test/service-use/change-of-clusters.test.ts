import { differenceOfMeans, type PairedSums, ratioOfMeans } from "@likewise/cohort";
import { describe, expect, it } from "vitest";
import oracle from "../../oracles/change-of-clusters.json" with { type: "json" };

const { before, after, severityBefore, severityAfter } = oracle.input;
const sums = (sum: number, count: number) => ({ sum, count });

describe("changes of the same people", () => {
  it("have the ratio and the interval of a Poisson regression with people as clusters", () => {
    const people = before.map((n, person): PairedSums => ({ before: sums(n, 1), after: sums(after[person]!, 1) }));
    const { change, interval } = ratioOfMeans(people);
    expect(change).toBeCloseTo(oracle.expected.ratio.change, 12);
    for (const side of [0, 1]) expect(interval![side]).toBeCloseTo(oracle.expected.ratio.interval[side]!, 10);
  });

  it("have the difference and the interval of a linear regression of contacts with people as clusters", () => {
    const people = before.map(
      (n, person): PairedSums => ({
        before: sums(severityBefore[person]!, n),
        after: sums(severityAfter[person]!, after[person]!),
      }),
    );
    const { change, interval } = differenceOfMeans(people);
    expect(change).toBeCloseTo(oracle.expected.difference.change, 12);
    for (const side of [0, 1]) expect(interval![side]).toBeCloseTo(oracle.expected.difference.interval[side]!, 10);
  });

  it("are not there where a period holds nothing, and have no interval where one person or no variation stands behind", () => {
    const one: PairedSums = { before: sums(1, 1), after: sums(2, 1) };
    const none: PairedSums = { before: sums(0, 1), after: sums(2, 1) };
    expect(ratioOfMeans([none, none])).toEqual({ before: 0, after: 2, change: null, interval: null });
    expect(ratioOfMeans([one])).toMatchObject({ change: 2, interval: null });
    expect(ratioOfMeans([one, one])).toMatchObject({ change: 2, interval: null });
    expect(differenceOfMeans([{ before: sums(0, 0), after: sums(2, 1) }])).toMatchObject({
      before: null,
      change: null,
    });
    expect(ratioOfMeans([])).toEqual({ before: null, after: null, change: null, interval: null });
  });
});
