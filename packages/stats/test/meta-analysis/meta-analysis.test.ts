import { partialPooling, type RandomEffects, type Refused, randomEffects } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle, rowsOf } from "../support.ts";

interface Fitted {
  estimate: number;
  standardError: number;
  lower: number;
  upper: number;
  statistic: number;
  pValue: number;
  tauSquared: number;
  iSquared: number;
  hSquared: number;
  q: number;
  qP: number;
  tauSquaredStandardError: number | null;
}
type Method =
  | "dersimonianLaird"
  | "reml"
  | "ml"
  | "pauleMandel"
  | "commonEffect"
  | "hartungKnapp"
  | "hartungKnappPlain";
const { sets, tolerance } = readOracle<{
  tolerance: number;
  sets: Record<
    string,
    Record<Method, Fitted> & {
      estimates: number[];
      standardErrors: number[];
      level: number;
      tauSquaredInterval: [number, number];
      iSquaredInterval: [number, number];
      prediction: [number, number];
      pooled: Record<"estimate" | "standardError" | "lower" | "upper", number[]>;
    }
  >;
}>("meta-analysis.json");
const methods = {
  dersimonianLaird: { method: "dersimonian-laird", interval: "normal" },
  reml: { method: "reml", interval: "normal" },
  ml: { method: "ml", interval: "normal" },
  pauleMandel: { method: "paule-mandel", interval: "normal" },
  commonEffect: { method: "common-effect" },
  hartungKnapp: { method: "reml" },
  hartungKnappPlain: { method: "reml", interval: "hartung-knapp-plain" },
} as const;

function given<Result extends object>(result: Result | Refused): Result {
  if ("refused" in result) throw new Error(result.refused.why);
  return result;
}

describe.each(Object.entries(sets))("meta-analysis of %s agrees with R's metafor in", (_, set) => {
  const { estimates, standardErrors, level } = set;

  it.each(Object.entries(methods))("%s", (name, options) => {
    const expected = set[name as Method];
    const found = given(randomEffects({ estimates, standardErrors, level, ...options }));
    const { heterogeneity } = found;
    const scale = 1e-3;
    expectClose(heterogeneity.tauSquared, expected.tauSquared, tolerance, scale);
    expectClose(found.estimate, expected.estimate, tolerance);
    expectClose(
      [found.standardError, found.lower, found.upper],
      [expected.standardError, expected.lower, expected.upper],
      tolerance,
    );
    expectClose([found.statistic, found.pValue], [expected.statistic, expected.pValue], tolerance);
    expectClose([heterogeneity.q, heterogeneity.pValue], [expected.q, expected.qP], 1e-10);
    expectClose(
      [heterogeneity.iSquared, heterogeneity.hSquared],
      [expected.iSquared, Math.max(1, expected.hSquared)],
      tolerance,
      scale,
    );
    expectClose(heterogeneity.tauSquaredStandardError, expected.tauSquaredStandardError, tolerance);
  });

  it("the Q-profile intervals, and the prediction interval by normal quantiles", () => {
    const found = given(randomEffects({ estimates, standardErrors, level, interval: "normal", prediction: "normal" }));
    expectClose(found.heterogeneity.tauSquaredInterval, set.tauSquaredInterval, tolerance, 1e-3);
    expectClose(found.heterogeneity.iSquaredInterval, set.iSquaredInterval, tolerance, 1e-3);
    if (estimates.length < 3) expect(found.prediction).toBe(null);
    else expectClose([found.prediction!.lower, found.prediction!.upper], set.prediction, tolerance);
  });

  it("partial pooling", () => {
    const { sites } = given(partialPooling({ estimates, standardErrors, level }));
    for (const name of ["estimate", "standardError", "lower", "upper"] as const) {
      expectClose(
        sites.map((site) => site[name]),
        set.pooled[name],
        tolerance,
        1e-3,
      );
    }
  });
});

describe("meta-analysis", () => {
  const { estimates, standardErrors } = sets.sites!;
  const whole = given(randomEffects({ estimates, standardErrors }));

  it("of one study is refused, as is Hartung and Knapp's interval as published for estimates that are all the same", () => {
    expect(randomEffects({ estimates: [1], standardErrors: [1] })).toHaveProperty(
      "refused.why",
      "one study says nothing of how studies differ",
    );
    expect(partialPooling({ estimates: [1], standardErrors: [1] })).toHaveProperty("refused");
    const plain = randomEffects({ estimates: [1, 1], standardErrors: [1, 2], interval: "hartung-knapp-plain" });
    expect(plain).toHaveProperty("refused");
    const same = given(randomEffects({ estimates: [1, 1], standardErrors: [1, 2], interval: "normal" }));
    expect([same.estimate, same.heterogeneity.tauSquared, same.heterogeneity.q]).toEqual([1, 0, 0]);
  });

  it("of studies alike by chance is not more certain than their own errors allow", () => {
    const alike = { estimates: [1, 1.0001, 1], standardErrors: [1, 1, 1] };
    const kept = given(randomEffects(alike));
    expectClose(kept.standardError, Math.sqrt(1 / 3), 1e-12);
    expect(given(randomEffects({ ...alike, interval: "hartung-knapp-plain" })).standardError).toBeLessThan(1e-4);
  });

  it("does not depend on the order of studies beyond rounding, and turns with the sign", () => {
    const order = estimates.map((_, i) => (i * 3) % estimates.length);
    const moved = given(
      randomEffects({ estimates: rowsOf(estimates, order), standardErrors: rowsOf(standardErrors, order) }),
    );
    expectClose([moved.estimate, moved.lower, moved.upper], [whole.estimate, whole.lower, whole.upper], 1e-9);
    const turned = given(randomEffects({ estimates: estimates.map((y) => -y), standardErrors }));
    expectClose([turned.estimate, turned.lower, turned.upper], [-whole.estimate, -whole.upper, -whole.lower], 1e-9);
  });

  it("scales with the unit of the estimates", () => {
    const days = given(
      randomEffects({ estimates: estimates.map((y) => y * 7), standardErrors: standardErrors.map((s) => s * 7) }),
    );
    expectClose(days.heterogeneity.tauSquared, whole.heterogeneity.tauSquared * 49, 1e-9);
    expectClose([days.estimate, days.heterogeneity.iSquared], [whole.estimate * 7, whole.heterogeneity.iSquared], 1e-9);
  });

  it("with no variance between studies is the common effect", () => {
    const { alike } = sets as { alike: (typeof sets)[string] };
    const random = given(randomEffects({ ...inputOf(alike), interval: "normal" }));
    const common = given(randomEffects({ ...inputOf(alike), method: "common-effect" }));
    expect(random.heterogeneity.tauSquared).toBe(0);
    expect([random.estimate, random.standardError]).toEqual([common.estimate, common.standardError]);
    const { sites } = given(partialPooling(inputOf(alike)));
    expect(new Set(sites.map((site) => site.estimate)).size).toBe(1);
  });

  it("predicts by Student's t with k − 2 degrees of freedom unless asked otherwise", () => {
    const found: RandomEffects = whole;
    expect(found.prediction!.df).toBe(estimates.length - 2);
    expect(found.prediction!.lower).toBeLessThan(found.lower);
  });

  it("refuses wrong calls", () => {
    expect(() => randomEffects({ estimates: [1, 2], standardErrors: [1, 0] })).toThrow(
      "randomEffects: standardErrors must be > 0, study 1 (from 0) is not",
    );
    expect(() => randomEffects({ estimates: [1, 2], standardErrors: [1, 1], interval: "t" as "normal" })).toThrow(
      "randomEffects: interval must be one of hartung-knapp, hartung-knapp-plain, normal, got t",
    );
    expect(() => randomEffects({ estimates: [], standardErrors: [] })).toThrow("at least one study");
    expect(() => randomEffects({ estimates: [1, 2], standardErrors: [1, 1], method: "eb" as "ml" })).toThrow(
      "randomEffects: method must be one of common-effect, dersimonian-laird, paule-mandel, reml, ml, got eb",
    );
  });
});

function inputOf({ estimates, standardErrors }: { estimates: number[]; standardErrors: number[] }) {
  return { estimates, standardErrors };
}
