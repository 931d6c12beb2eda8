import type { Balance, Comparison, Estimate, Outcome } from "@likewise/schema";
import tarp from "../oracles/tarp.json" with { type: "json" };

/** An estimate of a binary outcome in two arms, with whatever the test is about put in. */
export function estimateOf(over: Partial<Estimate> & Pick<Estimate, "id">): Estimate {
  const [outcome, measure] = over.id.split(":") as [string, Estimate["measure"]];
  return {
    outcome,
    definition: "recorded",
    window: "recorded-12m",
    unit: "person",
    basis: "recorded-crime",
    reporter: "police",
    subgroup: null,
    primary: false,
    measure,
    estimand: "ATE",
    population: "everyone in both arms",
    estimator: "difference in proportions",
    adjustment: "none",
    adjustedFor: [],
    estimate: -0.1,
    standardError: 0.03,
    standardErrorKind: "score",
    df: null,
    clusters: null,
    interval: [-0.16, -0.04],
    level: 0.95,
    pValue: 0.001,
    test: "dual to the interval",
    treated: { n: 400, events: 80, value: 0.2 },
    comparison: { n: 400, events: 120, value: 0.3 },
    imputations: null,
    sensitivity: { eValue: null, rosenbaum: [], robustness: [] },
    ...over,
  };
}

/** Balance of one covariate before and after, given as standardised differences. */
export function balanceOf(covariate: string, before: number, after: number | null = null, varianceRatio = 1): Balance {
  const summary = (difference: number) => ({
    treated: difference,
    comparison: 0,
    standardisedMeanDifference: difference,
    varianceRatio,
  });
  return {
    covariate,
    level: null,
    essential: false,
    adjusted: true,
    before: summary(before),
    after: after === null ? null : summary(after),
  };
}

/** A comparison with one estimate, and whatever the test is about put in. */
export function comparisonOf(over: Partial<Comparison>): Comparison {
  return {
    kind: "likewise/comparison",
    version: 1,
    id: "headline",
    label: "Offered a place against not offered",
    rows: { read: 800, used: 800, excluded: [] },
    arms: { treated: 400, comparison: 400, labels: { treated: "offered", comparison: "not offered" } },
    design: { method: "none", assignment: "selected", comparator: "concurrent-untreated" },
    matching: null,
    weighting: null,
    balance: [],
    estimates: [estimateOf({ id: "reoffended:riskDifference:crude", primary: true })],
    tests: [],
    curves: [],
    models: [],
    evidence: [],
    claims: [],
    refusals: [],
    assumptions: [],
    provenance: { inputs: [], seed: null, version: "0", options: null },
    ...over,
  };
}

export function outcomeOf(over: Partial<Outcome> & Pick<Outcome, "id">): Outcome {
  return {
    label: over.id,
    basis: "recorded-crime",
    reporter: "police",
    definition: "recorded",
    kind: "binary",
    direction: "lower",
    ...over,
  };
}

const covariates = Object.keys(tarp.balance) as (keyof typeof tarp.balance)[];
const pair = (limits: number[]) => [limits[0]!, limits[1]!] as [number, number];

/** The TARP trial as one command compares it, from numbers of R: see oracles/tarp.R. */
export const tarpComparison: Comparison = comparisonOf({
  id: "comparison",
  rows: { read: 432, used: 432, excluded: [] },
  arms: { treated: 216, comparison: 216, labels: { treated: "financial aid", comparison: "no aid" } },
  design: {
    method: "none",
    assignment: "random",
    comparator: "randomised-control",
    covariates,
    primaryByDefault: ["arrest"],
  },
  balance: covariates.map((covariate) => {
    const { treated, comparison, smd, vr } = tarp.balance[covariate];
    const before = { treated, comparison, standardisedMeanDifference: smd, varianceRatio: vr };
    return { covariate, level: null, essential: false, adjusted: true, before, after: null };
  }),
  estimates: [
    ["arrest:riskDifference:crude", tarp.riskDifferenceCrude],
    ["arrest:riskRatio:crude", tarp.riskRatioCrude],
    ["arrest:hazardRatio:crude", tarp.hazardRatioCrude],
    ["arrest:riskDifference:adjusted", tarp.riskDifferenceAdjusted],
    ["arrest:hazardRatio:adjusted", tarp.hazardRatioAdjusted],
  ].map(([id, numbers]) => {
    const { estimate, interval } = numbers as { estimate: number; interval: number[] };
    const adjusted = (id as string).endsWith(":adjusted");
    return estimateOf({
      id: id as string,
      primary: id === "arrest:riskDifference:crude",
      adjustment: adjusted ? "covariates" : "none",
      adjustedFor: adjusted ? covariates : [],
      estimate,
      interval: pair(interval),
      treated: { n: tarp.treated.n, events: tarp.treated.events, value: tarp.treated.events / tarp.treated.n },
      comparison: {
        n: tarp.comparison.n,
        events: tarp.comparison.events,
        value: tarp.comparison.events / tarp.comparison.n,
      },
    });
  }),
  tests: [{ outcome: "arrest", test: "log-rank", ...tarp.logRank }],
});
