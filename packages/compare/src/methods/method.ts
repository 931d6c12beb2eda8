import type { ComparisonPlan } from "@likewise/schema";
import type { EstimatorId } from "../estimators/estimator.ts";
import type { People } from "../people/people.ts";
import type { WeightedEstimand } from "../weighting/score-weights.ts";
import type { FormedGroup } from "./comparison-group.ts";

export type MethodId = NonNullable<ComparisonPlan["method"]>;

/** A way of forming a comparison group: what it is, what it can answer, and what it needs. */
export interface ComparisonMethod {
  readonly id: MethodId;
  readonly label: string;
  /** Whose effect it can describe. */
  readonly estimands: readonly NonNullable<ComparisonPlan["estimand"]>[];
  readonly needs: readonly ("covariates" | "propensityScore" | "exactColumns")[];
  /** Where it is published. */
  readonly source: string;
  /** Estimators that go with it; the first is the default where arms were not assigned at random. */
  readonly estimators: readonly EstimatorId[];
  /** What makes the arms alike in its own estimator. */
  readonly adjustment: "none" | "matching" | "weighting";
  /** Limits on pairs that it keeps to, of those only some methods do; a plan that asks others for one is refused. */
  readonly pairOptions?: readonly PairOption[];
  /** What its resamples draw; left out where no resampling is known to be right. */
  readonly resampling?: "people" | "sets";
  /** Whom weights by a propensity score stand for; left out where there are none. */
  readonly weightedEstimand?: (plan: ComparisonPlan) => WeightedEstimand;
  readonly form: (people: People, options: MethodOptions) => FormedGroup;
}

export const pairOptions = [
  "replace",
  "covariateCalipers",
  "antiExact",
  "distanceCovariates",
  "scoreCaliper",
  "commonSupport",
  "ratioRange",
] as const;

export type PairOption = (typeof pairOptions)[number];

/** The part of a comparison plan that methods read. */
export interface MethodOptions {
  readonly plan: ComparisonPlan;
  readonly seed: number;
}
