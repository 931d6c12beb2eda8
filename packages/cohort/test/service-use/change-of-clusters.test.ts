import { differenceOfMeans, type PairedSums, ratioOfMeans, signTestOfChange } from "@likewise/cohort";
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

describe("a change from or to nothing", () => {
  const of = (before: number, after: number): PairedSums => ({ before: sums(before, 1), after: sums(after, 1) });

  it("is a difference with the sign test of people: 10 with 3 contacts each and none after is P = 2/1024", () => {
    const found = signTestOfChange([...Array.from({ length: 10 }, () => of(3, 0)), of(0, 0)]);
    expect(found).toMatchObject({ more: 0, fewer: 10 });
    // By hand: both tails of ten coins that all fall one way; the mean goes from 30/11 to 0.
    expect(found.signTestPValue).toBeCloseTo(2 / 1024, 14);
    expect(found.difference.change).toBeCloseTo(-30 / 11, 12);
  });

  it("is as clear from nothing, and where everyone changed alike and nothing varies", () => {
    expect(signTestOfChange(Array.from({ length: 10 }, () => of(0, 2))).signTestPValue).toBeCloseTo(2 / 1024, 14);
    const alike = Array.from({ length: 10 }, () => of(1, 2));
    expect(ratioOfMeans(alike).interval).toBeNull();
    expect(signTestOfChange(alike)).toMatchObject({ more: 10, difference: { change: 1, interval: null } });
  });

  it("is nothing where nobody changed", () => {
    expect(signTestOfChange([of(1, 1), of(0, 0)])).toMatchObject({ more: 0, fewer: 0, signTestPValue: 1 });
  });
});
