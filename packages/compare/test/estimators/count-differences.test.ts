import type { AnalysisSet, Effect } from "@likewise/compare";
import { describe, expect, it } from "vitest";
import { estimator } from "../support/effects-study.ts";
import { expectClose, oracle } from "../support/oracle.ts";

const theirs = oracle("count-differences");
const options = { level: 0.95, standardiseOver: "everyone" } as const;

interface Case {
  readonly name: string;
  readonly t: number[];
  readonly y: number[];
  readonly e: number[];
  readonly set?: number[];
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: [number, number];
  readonly p: number;
}

function people(kind: AnalysisSet["kind"], t: number[], y: number[], e: number[], set?: number[]): AnalysisSet {
  return {
    kind,
    rows: Int32Array.from(t, (_, row) => row),
    treated: Uint8Array.from(t),
    value: Float64Array.from(y),
    exposureYears: Float64Array.from(e),
    time: null,
    covariates: [],
    weightModel: null,
    weights: set ? Float64Array.from(t, () => 1) : null,
    clusters: set ? { kind: "matched set", codes: Int32Array.from(set, (code) => code - 1) } : null,
  };
}

const effect = (id: string, measure: string, set: AnalysisSet, level = 0.95): Effect =>
  estimator(id)
    .estimate(set, { ...options, level })
    .effects.find((one) => one.measure === measure)!;

describe("differences of rates against R", () => {
  it.each(theirs.cases as Case[])("$name", ({ t, y, e, set, ...expected }) => {
    const ours = effect(set ? "matched-rates" : "crude-rates", "rateDifference", people("count", t, y, e, set));
    expectClose(ours.estimate, expected.estimate, 1e-10);
    const treatedCounts = new Set(y.filter((_, row) => t[row] === 1));
    if (treatedCounts.size === 1) expect(ours.standardError).toBeNull();
    else expectClose(ours.standardError, expected.standardError, 1e-10);
    expectClose(ours.interval[0], expected.interval[0], 1e-9);
    expectClose(ours.interval[1], expected.interval[1], 1e-9);
    expectClose(ours.pValue, expected.p, 1e-7);
  });

  it("mean counts of people with a year each have the same interval", () => {
    const { t, y } = theirs.cases[1] as Case;
    const set = people(
      "count",
      t,
      y,
      t.map(() => 1),
    );
    const [means, rates] = [effect("crude-means", "meanDifference", set), effect("crude-rates", "rateDifference", set)];
    expect(means.interval).toEqual(rates.interval);
    expect(means.pValue).toBe(rates.pValue);
  });

  it("leave out a true difference of 0 about as often as they say, on either side, in the committed simulation", () => {
    for (const { below, above, replications } of theirs.simulated) {
      // 0.025 with four binomial standard errors of room, and one point more for what small skewed arms can hold.
      const room = 0.025 + 0.01 + 4 * Math.sqrt((0.025 * 0.975) / replications);
      expect(Math.max(below, above)).toBeLessThan(room);
    }
  });
});

describe("risk differences near the end of the scale", () => {
  const { pairs, ...bounded } = theirs.bounded;
  const y: number[] = pairs.flat();
  const sets = y.map((_, row) => Math.floor(row / 2) + 1);
  const arm = y.map((_, row) => (row % 2 === 0 ? 1 : 0));
  const set = people(
    "binary",
    arm,
    y,
    y.map(() => 1),
    sets,
  );

  it("go to the scale of atanh where symmetric limits would leave it", () => {
    expect(bounded.symmetric[0]).toBeLessThan(-1);
    const ours = effect("matched-risks", "riskDifference", set);
    expectClose(ours.standardError, bounded.standardError, 1e-10);
    expectClose(ours.interval[0], bounded.interval[0], 1e-9);
    expectClose(ours.interval[1], bounded.interval[1], 1e-9);
    expectClose(ours.pValue, bounded.p, 1e-9);
    expect(ours.test).toContain("atanh");
    expect(ours.standardErrorKind).toContain("atanh");
  });

  it("stay symmetric where the limits fit", () => {
    const { interval, estimate, test } = effect("matched-risks", "riskDifference", set, 0.5);
    expectClose(interval[1] - estimate, estimate - interval[0], 1e-12);
    expect(test).not.toContain("atanh");
  });
});
