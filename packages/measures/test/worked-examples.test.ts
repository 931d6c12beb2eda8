import { readFileSync } from "node:fs";
import path from "node:path";
import {
  alphaOfLoadings,
  ancovaFromMeans,
  attritionBounds,
  beforeAfterEffects,
  changeOfGroup,
  controlledEffect,
  cronbachAlpha,
  cutOff,
  expectedAfterSelection,
  expectedLaterScore,
  findMeasure,
  floorAndCeiling,
  groupDifferences,
  hedgesCorrection,
  type MeasurementError,
  omegaTotal,
  outcomeCategories,
  reliableChange,
  responders,
  runChecks,
  standardisedDifference,
} from "@likewise/measures";
import { poolImputations, wilsonInterval } from "@likewise/stats";
import { describe, expect, it } from "vitest";

// Worked examples of the field. "Published" where a paper prints the value, else worked out by hand from the formulas.
const oracle = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../oracles/measures.json"), "utf8"));

const error = (reliability: number, sd: number, mean = 40): MeasurementError => ({
  kind: "reliability",
  reliability,
  reliabilityType: "test-retest",
  sd,
  mean,
  source: "example",
});

/** Dyadic Adjustment Scale of 30 couples, before and after marital therapy (Jacobson et al. 1989). */
const couples = {
  pre: [
    90.5, 74, 97, 73.5, 61, 66.5, 68.5, 86.5, 88.5, 68.5, 98, 80.5, 89.5, 91.5, 83.5, 60.5, 83, 88, 98.5, 78.5, 99.5,
    79.5, 84.5, 92.5, 93, 85, 64, 61, 80, 82.5,
  ],
  post: [
    97, 124, 97.5, 88, 96.5, 62.5, 112.5, 103.5, 90, 82.5, 105, 99.5, 112.5, 101, 99.5, 79.5, 88, 100.5, 119, 116, 116,
    129, 113, 118, 92, 114, 68, 52, 60.5, 104.5,
  ],
};

describe("reliable and clinically significant change", () => {
  it("measure-E1: cut-offs a, b and c of Jacobson and Truax (published)", () => {
    const populations = {
      clinical: { mean: 40, sd: 7.5 },
      functional: { mean: 60, sd: 7.5 },
      better: "higher",
    } as const;
    expect((["a", "b", "c"] as const).map((basis) => cutOff(basis, populations).value)).toEqual([55, 45, 50]);
    const mirrored = { clinical: { mean: 60, sd: 7.5 }, functional: { mean: 40, sd: 7.5 }, better: "lower" } as const;
    expect((["a", "b", "c"] as const).map((basis) => cutOff(basis, mirrored).value)).toEqual([45, 55, 50]);
  });

  it("measure-E2: the index of Jacobson and Truax's example is 3.16, and the person has not recovered (published)", () => {
    const scores = { pre: [32.5], post: [47.5] };
    const change = reliableChange({ ...scores, better: "higher", error: error(0.8, 7.5) });
    expect(change.standardErrorOfMeasurement).toBeCloseTo(3.354, 3);
    expect(change.standardErrorOfDifference).toBeCloseTo(4.743, 3);
    expect(change.index![0]).toBeCloseTo(3.162, 3);
    // 9.297 with 1.96 in place of 1.95996…
    expect(change.threshold).toBeCloseTo(9.297, 3);
    const cut = cutOff("c", { clinical: { mean: 40, sd: 7.5 }, functional: { mean: 60, sd: 7.5 }, better: "higher" });
    expect(outcomeCategories({ ...scores, change, cutOff: cut })).toMatchObject({ recovered: 0, improved: 1 });
  });

  it("measure-E3: Edwards–Nunnally 4.025 and Gulliksen–Lord–Novick 3 of the same person (by hand)", () => {
    const input = { pre: [32.5], post: [47.5], better: "higher", error: error(0.8, 7.5) } as const;
    expect(reliableChange({ ...input, method: "edwards-nunnally" }).index![0]).toBeCloseTo(13.5 / Math.sqrt(11.25), 12);
    expect(reliableChange({ ...input, method: "gulliksen-lord-novick" }).index![0]).toBeCloseTo(3, 12);
  });

  it("measure-E4: couples' adjustment rose from 81.583 to 98.050 (published data, by hand)", () => {
    const effects = beforeAfterEffects({ ...couples, better: "higher" });
    expect(effects.pre.mean).toBeCloseTo(81.583, 3);
    expect(effects.pre.sd).toBeCloseTo(11.826, 3);
    expect(effects.post.mean).toBeCloseTo(98.05, 10);
    expect(effects.post.sd).toBeCloseTo(19.242, 3);
    expect(effects.change.mean).toBeCloseTo(16.467, 3);
    expect(effects.change.sd).toBeCloseTo(16.567, 3);
    expect(effects.correlation).toBeCloseTo(0.5177, 4);
  });

  it.each([
    ["measure-E5", 0.8, [13, 3, 13, 1], 7.479],
    ["measure-E6", 0.88, [14, 5, 10, 1], 5.793],
    ["measure-E6", 0.96, [15, 6, 7, 2], 3.345],
  ] as const)(
    "%s: couples recovered, improved, unchanged, deteriorated at reliability %s (by hand)",
    (_, reliability, counts, errorOfDifference) => {
      const sd = beforeAfterEffects({ ...couples, better: "higher" }).pre;
      const change = reliableChange({ ...couples, better: "higher", error: error(reliability, sd.sd) });
      const functional = { mean: 114.7, sd: 17.8 };
      const cut = cutOff("c", { clinical: sd, functional, better: "higher" });
      expect(cut.value).toBeCloseTo(94.802, 3);
      expect(change.standardErrorOfDifference).toBeCloseTo(errorOfDifference, 3);
      const found = outcomeCategories({ ...couples, change, cutOff: cut });
      expect([found.recovered, found.improved, found.unchanged, found.deteriorated]).toEqual(counts);
      // Both denominators stand: four couples began among those without the problem and could not recover.
      expect(found.clinicalFirst + found.functionalFirst).toBe(30);
      expect(found.recoveredOfClinical!.of).toBe(found.clinicalFirst);
      expect(found.recoveredOfAll!.of).toBe(30);
    },
  );

  it("measure-E10: GAD-7 with SD 4.5 and alpha .92 needs 3.528 points, published as 4 (by hand)", () => {
    const { threshold } = reliableChange({ pre: [10], post: [8], better: "lower", error: error(0.92, 4.5) });
    expect(threshold).toBeCloseTo(3.528, 3);
    expect(findMeasure("gad-7").scores[0]!.change).toContainEqual(
      expect.objectContaining({ kind: "reliable", points: 4 }),
    );
  });

  it("measure-E11: CORE-10 with SD 7.7 and alpha .90 needs 5.665 points at 90 % and 6.749 at 95 % (by hand)", () => {
    const input = { pre: [10], post: [8], better: "lower", error: error(0.9, 7.7) } as const;
    expect(reliableChange({ ...input, level: 0.9 }).threshold).toBeCloseTo(5.665, 2);
    expect(reliableChange(input).threshold).toBeCloseTo(6.749, 3);
  });

  it("measure-E12: CORE-10 norms give cut-off c 10.46, where the published one is 11 (by hand)", () => {
    const populations = {
      functional: { mean: 4.7, sd: 4.8 },
      clinical: { mean: 19.7, sd: 7.7 },
      better: "lower",
    } as const;
    expect(cutOff("c", populations).value).toBeCloseTo(10.46, 2);
    expect(findMeasure("core-10").scores[0]!.cutoffs![0]).toMatchObject({ op: ">=", value: 11 });
  });
});

describe("effect sizes", () => {
  it("measure-E7: couples' d_z, d_av, d_rm, d_b and Hedges' correction (by hand)", () => {
    const { effects } = beforeAfterEffects({ ...couples, better: "higher" });
    const found = Object.fromEntries(effects.map(({ id, estimate }) => [id, estimate]));
    expect(found.d_z).toBeCloseTo(0.9939, 4);
    expect(found.d_av).toBeCloseTo(1.0601, 4);
    expect(found.d_rm).toBeCloseTo(0.9761, 4);
    expect(found.d_b).toBeCloseTo(1.3925, 4);
    expect(hedgesCorrection(29)).toBeCloseTo(0.973875, 6);
  });

  it("measure-E8: ten people's two ratings (Lakens 2013 prints d_z 1.50)", () => {
    const ratings = { pre: [9, 6, 7, 8, 7, 9, 8, 8, 8, 7], post: [9, 7, 8, 9, 8, 9, 9, 10, 9, 9] };
    const { effects, correlation, pre, post } = beforeAfterEffects({ ...ratings, better: "higher" });
    expect([post.mean, pre.mean]).toEqual([8.7, 7.7]);
    expect(post.sd).toBeCloseTo(0.8233, 4);
    expect(pre.sd).toBeCloseTo(0.9487, 4);
    expect(correlation).toBeCloseTo(0.7255, 4);
    const found = Object.fromEntries(effects.map(({ id, estimate }) => [id, estimate]));
    expect(found.d_z).toBeCloseTo(1.5, 10);
    expect(found.d_av).toBeCloseTo(1.1287, 4);
    expect(found.d_rm).toBeCloseTo(1.1113, 4);
    // Read as two groups: Lakens prints d_s 1.13 and g_s 1.08.
    const treated = { n: 10, mean: post.mean, sd: post.sd };
    const comparison = { n: 10, mean: pre.mean, sd: pre.sd };
    const between = standardisedDifference({ treated, comparison, better: "higher" });
    expect(between.estimate).toBeCloseTo(1.1259, 4);
    expect(between.corrected).toBeCloseTo(1.08, 2);
    // His correction is the approximation; ours is exact: J(18) = Γ(9)/(3 Γ(8.5)) = .95765.
    expect(between.estimate * (1 - 3 / 71)).toBeCloseTo(1.0783, 4);
    expect(between.corrected / between.estimate).toBeCloseTo(0.95765, 5);
    expect(standardisedDifference({ treated, comparison, better: "lower" }).estimate).toBe(-between.estimate);
    const none = { n: 10, mean: 3, sd: 0 };
    expect(() => standardisedDifference({ treated: none, comparison: none, better: "lower" })).toThrow(
      "scores that vary",
    );
  });

  it("measure-E9: Morris's five studies, .77, .80, 1.20, 1.05 and .44 (published), and Becker's differences", () => {
    const studies = [
      [30.6, 38.5, 15, 20, 23.1, 19.7, 13.8, 20, 0.7685, 0.7421],
      [23.5, 26.8, 3.1, 50, 24.9, 25.3, 4.1, 42, 0.801, 0.9524],
      [0.5, 0.7, 0.1, 9, 0.6, 0.6, 0.2, 9, 1.2047, 1.8054],
      [53.4, 75.9, 14.5, 10, 55.7, 60.7, 17.3, 11, 1.0477, 1.1514],
      [35.6, 36, 4.7, 14, 34.8, 33.4, 3.1, 14, 0.439, 0.505],
    ] as const;
    for (const [a, b, c, n, e, f, g, m, expected, becker] of studies) {
      const treated = { preMean: a, postMean: b, preSd: c, n };
      const comparison = { preMean: e, postMean: f, preSd: g, n: m };
      const effect = { treated, comparison, better: "higher" } as const;
      expect(controlledEffect(effect).estimate).toBeCloseTo(expected, 4);
      expect(controlledEffect({ ...effect, standardiser: "own" }).estimate).toBeCloseTo(becker, 4);
    }
  });

  it("the interval of Morris's d knows how much change spreads in each group (by hand)", () => {
    const treated = { n: 10, preMean: 20, postMean: 23, preSd: 2, changeSd: 3 };
    const comparison = { n: 10, preMean: 20, postMean: 21, preSd: 2, changeSd: 1 };
    const found = controlledEffect({ treated, comparison, better: "higher" });
    // 2 points over 2 times 1 − 3/71; variances of mean change 9/10 and 1/10, over 2².
    expect(found.estimate).toBeCloseTo(68 / 71, 12);
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.9 / 4 + 0.1 / 4 + (68 / 71) ** 2 / 40), 12);
    // Where both scores spread alike it is what their correlation tells (law).
    const alike = { n: 12, preMean: 20, postMean: 23, preSd: 2 };
    const known = { ...alike, changeSd: 2 * Math.sqrt(2 * (1 - 0.6)) };
    for (const standardiser of ["pooled", "own"] as const) {
      const [byCorrelation, byChange] = [alike, known].map((one) =>
        controlledEffect({ treated: one, comparison: one, better: "higher", standardiser, correlation: 0.6 }),
      );
      expect(byChange!.standardError).toBeCloseTo(byCorrelation!.standardError!, 12);
    }
  });

  it("no effect size is divided by nothing: change that does not vary, later scores that follow from first ones", () => {
    // All change by 0.3, which in binary is not the same number four times.
    const same = beforeAfterEffects({ pre: [0.1, 0.2, 0.7, 0.3], post: [0.4, 0.5, 1, 0.6], better: "higher" });
    expect(same.effects).toEqual([]);
    // Halved: a correlation of 1. By hand: mean −11.625, SD of change half that of first scores.
    const halved = beforeAfterEffects({ pre: [10, 20, 30, 33], post: [5, 10, 15, 16.5], better: "lower" });
    expect(halved.effects.map(({ id }) => id)).toEqual(["d_av", "d_b", "d_z"]);
    const [, byFirst, byChange] = halved.effects;
    expect(byChange!.estimate).toBeCloseTo(2 * byFirst!.estimate, 12);
  });

  it("groups in which nobody's change differs have a difference and no p-value", () => {
    const pre = [10, 20, 30, 12, 14, 18];
    const arms = { treated: [1, 1, 1, 0, 0, 0], assigned: "not at random" } as const;
    for (const shift of [0, 5]) {
      const post = pre.map((score, at) => score - (at < 3 ? shift : 0));
      const [ancova, changeScore] = groupDifferences({ pre, post, ...arms }).differences;
      expect([ancova.estimate, changeScore.estimate]).toEqual([expect.closeTo(-shift, 10), expect.closeTo(-shift, 10)]);
      expect([ancova.pValue, changeScore.pValue]).toEqual([null, null]);
    }
  });

  it("what cannot be told of ties is refused, never an interval without width (by hand)", () => {
    // Teams s1 (−5, −10, 0) and s2 (−15, 0, 0) both changed by −5 on average: nothing shows how teams differ.
    const scores = (...values: number[]) =>
      ({ type: "number", values: Float64Array.from(values), valid: null }) as const;
    const account = { people: 6, both: 6, preOnly: 0, postOnly: 0, neither: 0, otherWaves: 0 };
    const ids = ["a", "b", "c", "d", "e", "f"];
    const pre = scores(10, 20, 30, 12, 14, 18);
    const rules = {
      label: "score",
      better: "lower",
      error: { kind: "published", points: 6, source: "example" },
      groups: ["t", "t", "t", "c", "c", "c"],
    } as const;
    const { clustered } = changeOfGroup({
      ...rules,
      pairs: { ids, pre, post: scores(5, 10, 15, 12, 14, 18), account, issues: [] },
      clusters: ["s1", "s1", "s2", "s1", "s2", "s2"],
    });
    expect(clustered!.everybody).toMatchObject({ standardError: null, df: null, interval: null });
    expect(clustered!.everybody!.estimate).toBeCloseTo(-5, 12);
    const { difference, refusals } = changeOfGroup({
      ...rules,
      pairs: { ids, pre, post: scores(5, 15, 25, 12, 14, 18), account, issues: [] },
    });
    expect(difference!.estimates.slice(0, 2)).toMatchObject([{ interval: null }, { interval: null }]);
    expect(refusals).toContainEqual(expect.objectContaining({ what: "interval of the difference between groups" }));
  });

  it("the level asked for is that of every rate", () => {
    const scores = { pre: [15, 12, 14, 4], post: [8, 11, 5, 12] };
    const found = reliableChange({ ...scores, better: "lower", error: { kind: "published", points: 6, source: "x" } });
    const cut = { value: 10, clinical: ">=", basis: "published" } as const;
    const { recoveredOfAll, reliablyWorse } = outcomeCategories({ ...scores, change: found, cutOff: cut, level: 0.8 });
    expect(recoveredOfAll).toMatchObject({ count: 2, of: 4, ...wilsonInterval({ events: 2, total: 4, level: 0.8 }) });
    expect(reliablyWorse!.level).toBe(0.8);
  });

  it("there is no cut-off c between people and norms no better than they are", () => {
    const better = "lower" as const;
    const norms = { clinical: { mean: 5.5, sd: 1 }, functional: { mean: 20, sd: 3 } };
    expect(() => cutOff("c", { ...norms, better })).toThrow("functional must have the better mean");
    expect(cutOff("c", { ...norms, better: "higher" }).value).toBeCloseTo((3 * 5.5 + 20) / 4, 12);
  });

  it("standard errors are those R's own derivatives give", () => {
    const { pre, post, better, effects } = oracle.beforeAfter;
    const found = beforeAfterEffects({ pre, post, better });
    for (const { id, estimate, standardError } of found.effects) {
      expect(estimate).toBeCloseTo(effects[id].estimate, 11);
      expect(standardError).toBeCloseTo(effects[id].standardError, 11);
    }
    expect(found.effects).toHaveLength(4);
  });

  it("measure-E15: ANCOVA from printed means: 17.3 after, 10.8 in change, 12.685 by ANCOVA (Vickers and Altman print 12.7)", () => {
    const means = { treated: { pre: 60.4, post: 79.6 }, comparison: { pre: 53.9, post: 62.3 } };
    expect(ancovaFromMeans({ ...means, slope: 0 })).toBeCloseTo(17.3, 10);
    expect(ancovaFromMeans({ ...means, slope: 1 })).toBeCloseTo(10.8, 10);
    expect(ancovaFromMeans({ ...means, slope: 0.71 })).toBeCloseTo(12.685, 10);
  });

  it("measure-E17: 56 of 70 against 48 of 80 responders (by hand)", () => {
    const found = responders({ treated: { events: 56, total: 70 }, comparison: { events: 48, total: 80 } });
    expect(found.difference.estimate).toBeCloseTo(0.2, 12);
    expect(found.difference.interval[0]).toBeCloseTo(0.0524, 4);
    expect(found.difference.interval[1]).toBeCloseTo(0.3339, 4);
    expect([found.treated.lower, found.treated.upper].map((x) => Number(x.toFixed(4)))).toEqual([0.6918, 0.877]);
    expect([found.comparison.lower, found.comparison.upper].map((x) => Number(x.toFixed(4)))).toEqual([0.4905, 0.7004]);
    expect(found.numberNeeded.estimate).toBeCloseTo(5, 10);
    expect(found.numberNeeded.interval).toMatchObject({ kind: "benefit" });
  });

  it("the number needed runs through infinity where the groups may not differ", () => {
    const { numberNeeded, difference } = responders({
      treated: { events: 11, total: 20 },
      comparison: { events: 10, total: 20 },
    });
    const [lower, upper] = difference.interval;
    expect(numberNeeded.interval).toEqual({ kind: "through-infinity", benefit: 1 / upper, harm: -1 / lower });
    expect(JSON.stringify(numberNeeded)).not.toContain("null");
  });

  it("equal shares of unequal groups need no number, whatever binary fractions leave over", () => {
    // 3 of 10 and 9 of 30 are one share; so are 56 of 70 and 48 of 60.
    for (const [one, other] of [
      [3, 10, 9, 30],
      [56, 70, 48, 60],
    ].map(
      ([a, b, c, d]) =>
        [
          { events: a!, total: b! },
          { events: c!, total: d! },
        ] as const,
    )) {
      const { numberNeeded } = responders({ treated: one!, comparison: other! });
      expect([numberNeeded.estimate, numberNeeded.to]).toEqual([null, null]);
      expect(numberNeeded.interval.kind).toBe("through-infinity");
    }
  });
});

describe("a score exactly on a limit", () => {
  const source = "example";

  it("has changed by a published amount from its value on, in whole points and in decimals", () => {
    const states = (pre: number[], post: number[], points: number) =>
      Array.from(reliableChange({ pre, post, better: "lower", error: { kind: "published", points, source } }).states);
    expect(states([15, 15, 15, 9], [9, 10, 21, 14], 6)).toEqual([1, 0, -1, 0]);
    // In binary 0.3 − 0.1 falls short of 0.2, and 0.1 + 0.2 goes beyond 0.3.
    expect(states([0.3, 0.1, 4.1], [0.1, 0.3, 3.9], 0.2)).toEqual([1, -1, 1]);
    expect(states([0.1 + 0.2, 2.3], [0, 2.0], 0.3)).toEqual([1, 1]);
    expect(states([2.2999], [2.0], 0.3)).toEqual([0]);
  });

  it("has not changed beyond an error of measurement it only reaches", () => {
    // 1.96 √2 SD √(1 − r) is the threshold, and change of exactly that is not beyond it.
    const known = error(0.8, 7.5);
    const { threshold } = reliableChange({ pre: [0], post: [0], better: "higher", error: known });
    const at = (change: number) => reliableChange({ pre: [40], post: [40 + change], better: "higher", error: known });
    expect([at(threshold!).improved, at(threshold! + 1e-6).improved]).toEqual([0, 1]);
  });

  it("is on the cut-off, and at the end of the range, where a mean of items comes to it", () => {
    const cutOffAt = { value: 0.3, clinical: ">=", basis: "published" } as const;
    const scores = { pre: [0.1 + 0.2, 1.1 - 0.8], post: [0, 0] };
    const change = reliableChange({ ...scores, better: "lower", error: { kind: "published", points: 0.3, source } });
    expect(outcomeCategories({ ...scores, change, cutOff: cutOffAt }).recovered).toBe(2);
    const ends = floorAndCeiling({ scores: [0.1 + 0.2], range: [0, 0.3], better: "higher", threshold: 0.3 });
    expect([ends.atHighest, ends.cannotDeteriorate]).toEqual([1, 0]);
  });
});

describe("reliability", () => {
  it("measure-E13: alpha of R's attitude data, .84314 and, with two items turned, .18431 (R; psych's manual prints .84 and .18)", () => {
    const items: Record<string, number[]> = oracle.attitude.items;
    const found = cronbachAlpha(Object.values(items));
    expect(found.alpha).toBeCloseTo(0.84314, 5);
    expect(found.alpha).toBeCloseTo(oracle.attitude.asIs.alpha, 12);
    expect(found.standardised).toBeCloseTo(oracle.attitude.asIs.standardised, 12);
    expect(found.meanCorrelation).toBeCloseTo(oracle.attitude.asIs.meanCorrelation, 12);
    expect(found.interval[0]).toBeCloseTo(oracle.attitude.asIs.interval[0], 9);
    expect(found.interval[1]).toBeCloseTo(oracle.attitude.asIs.interval[1], 9);
    const turned = Object.entries(items).map(([name, values]) =>
      name === "complaints" || name === "critical" ? values.map((value) => 117 - value) : values,
    );
    const other = cronbachAlpha(turned);
    expect(other.alpha).toBeCloseTo(oracle.attitude.turned.alpha, 12);
    expect(other.alpha).toBeCloseTo(0.18, 2);
    // The item turned the wrong way is named.
    expect(other.against).toContain(Object.keys(items).indexOf("complaints") + 1);
    expect(found.tooFewToReuse).toBe(true);
  });

  it("practice-B40: alpha of three people and two items is two thirds, as by hand, and an unknown version is refused", () => {
    // variances 1 and 1, of the sum 3: 2 (1 − 2/3) = 2/3
    expect(
      cronbachAlpha([
        [1, 2, 3],
        [1, 3, 2],
      ]).alpha,
    ).toBeCloseTo(2 / 3, 15);
    expect(() => findMeasure("phq-9", "0.9.0")).toThrow("version must be 1.0.0");
    expect(() => findMeasure("phq9")).toThrow("phq-9?");
    expect(findMeasure("phq-9", "1.0.0").id).toBe("phq-9");
  });

  it("measure-E14: loadings .8 .7 .6 .5 make omega .74945 and alpha .74205 (by hand)", () => {
    expect(alphaOfLoadings([0.8, 0.7, 0.6, 0.5])).toBeCloseTo(0.74205, 5);
    // Alike in all items, both are the same.
    expect(alphaOfLoadings([0.7, 0.7, 0.7])).toBeCloseTo(omegaTotal([0.7, 0.7, 0.7]), 12);
    expect(omegaTotal([0.8, 0.7, 0.6, 0.5])).toBeCloseTo(0.74945, 5);
  });
});

describe("those who left, and regression to the mean", () => {
  it("measure-E16: Rubin's rules on three estimates (by hand)", () => {
    const pooled = poolImputations([2, 3, 4], [1, 1, 1]);
    expect([pooled.estimate, pooled.within, pooled.between]).toEqual([3, 1, 1]);
    expect(pooled.total).toBeCloseTo(7 / 3, 12);
    expect(pooled.df).toBeCloseTo(6.125, 10);
  });

  it("measure-E18: 24 of 40 seen against 18 of 45: .20, .12, .02 and .32 (by hand)", () => {
    const found = attritionBounds({
      treated: { enrolled: 50, seen: 40, improved: 24 },
      comparison: { enrolled: 50, seen: 45, improved: 18 },
    });
    expect(found.completeCase).toBeCloseTo(0.2, 12);
    expect(found.missingNotImproved).toBeCloseTo(0.12, 12);
    expect(found.worst).toBeCloseTo(0.02, 12);
    expect(found.best).toBeCloseTo(0.32, 12);
  });

  it("measure-E19: people above 10 of a population with mean 12 fall .575 of themselves (by hand)", () => {
    const population = { mean: 12, sd: 6, correlation: 0.84 };
    const found = expectedAfterSelection({ limit: 10, beyond: "above", population });
    expect(found.meanFirst).toBeCloseTo(15.591, 3);
    expect(found.regression).toBeCloseTo(0.575, 3);
    expect(expectedLaterScore(20, population)).toBeCloseTo(18.72, 12);
  });
});

it.each(["pss-10", "core-10", "dast-10", "ders"])(
  "measure-E20: %s scores lowest and highest answers as by hand",
  (id) => {
    expect(runChecks(findMeasure(id))).toEqual([]);
  },
);
