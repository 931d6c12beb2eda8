import type { ComparisonPlan } from "../../packages/schema/src/index.ts";

/** One situation in which intervals are put to the test. */
export interface Situation {
  /** How far apart the arms' covariates lie, in standard deviations. */
  readonly confounding: number;
  readonly treated: number;
  /** Risk of the outcome without the programme, among people with average covariates. */
  readonly risk: number;
  /** Comparison people per treated person. */
  readonly ratio: number;
  /** The effect differs between people by their covariate. */
  readonly heterogeneous: boolean;
  /** Sites treated as a whole; null when people are independent. The comparison arm has three times as many. */
  readonly treatedSites: number | null;
}

export interface CoverageCell extends Situation {
  /** Unique: the method and the number of the situation. */
  readonly id: string;
  readonly plan: Pick<ComparisonPlan, "method" | "estimand" | "caliper" | "cluster" | "bootstrap">;
  /** Studies drawn; as many as the run asks for when left out. */
  readonly seeds?: number;
}

const confoundings = [0, 0.4, 0.8];
const sizes = [30, 60, 200];
const risks = [0.08, 0.3, 0.6];
const ratios = [1, 4, 20];

/**
 * A fraction of all combinations: two orthogonal arrays of 27 (each pair of levels of each pair of factors three times), one
 * with an effect the same for all and one with an effect that differs, and six situations in which whole sites are treated.
 */
export const situations: readonly Situation[] = [
  ...[false, true].flatMap((heterogeneous) => orthogonal(heterogeneous)),
  ...[4, 8, 12].flatMap((treatedSites) =>
    [60, 200].map((treated) => ({
      confounding: 0.4,
      treated,
      risk: 0.3,
      ratio: 4,
      heterogeneous: false,
      treatedSites,
    })),
  ),
];

function orthogonal(heterogeneous: boolean): Situation[] {
  return Array.from({ length: 27 }, (_, run): Situation => {
    const [a, b, c] = [Math.floor(run / 9), Math.floor(run / 3) % 3, run % 3] as const;
    const d = (a + b + (heterogeneous ? 2 : 1) * c) % 3;
    return {
      confounding: confoundings[a]!,
      treated: sizes[b]!,
      risk: risks[c]!,
      ratio: ratios[d]!,
      heterogeneous,
      treatedSites: null,
    };
  });
}

/** Methods beside the default, each in the same twelve situations; `exact` needs columns that agree and is none of them. */
const others: readonly CoverageCell["plan"][] = [
  { method: "nearest", caliper: 0.2 },
  { method: "radius", caliper: 0.2 },
  { method: "optimal", caliper: 0.2 },
  { method: "full", estimand: "att" },
  { method: "subclass", estimand: "att" },
  { method: "cem" },
  { method: "ipw", estimand: "att" },
  { method: "ipw", estimand: "ate" },
  { method: "overlap" },
  { method: "matching-weights" },
  { method: "entropy" },
];

/** Every level of every factor, the situations in which the effect differs most and sites of both numbers among them. */
const forOthers = [0, 4, 8, 14, 16, 20, 24, 40, 49, 53, 56, 58];

/** Errors from resamples, in few situations and fewer studies: each is estimated two hundred times. */
const bootstrapped: readonly (readonly [number, CoverageCell["plan"]])[] = [
  [4, { method: "none" }],
  [16, { method: "ipw", estimand: "att" }],
  [20, { method: "ipw", estimand: "ate" }],
  [24, { method: "overlap" }],
];

/** Every cell: the default method in all situations, each other method in twelve, and four with errors from resamples. */
export const coverageCells: readonly CoverageCell[] = [
  ...situations.map((situation, at) => cell(situation, at, { method: "none" })),
  ...others.flatMap((plan) => forOthers.map((at) => cell(situations[at]!, at, plan))),
  ...bootstrapped.map(([at, plan]) => ({ ...cell(situations[at]!, at, { ...plan, bootstrap: 199 }), seeds: 500 })),
];

function cell(situation: Situation, at: number, plan: CoverageCell["plan"]): CoverageCell {
  const errors = plan.bootstrap === undefined ? [] : ["bootstrap"];
  const name = [plan.method, ...(plan.estimand === undefined ? [] : [plan.estimand]), ...errors].join("-");
  return {
    ...situation,
    id: `${name}-${at + 1}`,
    plan: situation.treatedSites === null ? plan : { ...plan, cluster: "site" },
  };
}
