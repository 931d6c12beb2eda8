import type { ArmValue, EffectMeasureId, Model, Outcome, Refusal, Test } from "@likewise/schema";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";

/** Last part of an estimate's id: how the arms were made alike in it. */
export type EstimatorId = "crude" | "adjusted" | "matched" | "matched-adjusted" | "weighted" | "augmented";

/**
 * A way of estimating effects: what it is, what it can answer and what it needs. Shared code asks these declarations
 * and never an estimator's name.
 */
export interface EffectEstimator {
  /** Unique in the registry. */
  readonly id: string;
  readonly estimator: EstimatorId;
  readonly label: string;
  /** Kinds of outcome it is for. */
  readonly kinds: readonly Outcome["kind"][];
  /** What it estimates, the default measure of its kinds first. */
  readonly measures: readonly EffectMeasureId[];
  readonly needs: readonly EstimatorNeed[];
  readonly source: string;
  /** True where the estimate holds for people of the same covariates, and averaging over people would change it. */
  readonly conditional?: boolean;
  estimate(people: AnalysisSet, options: EstimatorOptions): EffectResult;
  /** Its arm values in any resample of these people, null where they have none; left out where it is not resampled. */
  readonly resampled?: (
    people: AnalysisSet,
    options: Pick<EstimatorOptions, "standardiseOver">,
  ) => ArmsOfResample | null;
}

/**
 * Treated and comparison value of a resample; null where an arm or the regression is lost in it.
 *
 * @param times   how often each person of the analysis set was drawn, length n
 * @param weights balancing weights of the resample, length n; null where everybody counts once
 */
export type ArmsOfResample = (times: Float64Array, weights: Float64Array | null) => readonly [number, number] | null;

/** `time` makes it part of the survival analysis: it then gets everybody whose time is known, censored or not. */
export type EstimatorNeed = "covariates" | "matchedSets" | "weights" | "time" | "exposure";

export interface EstimatorOptions {
  /** Confidence level, 0.5 to 1. */
  readonly level: number;
  /** Over whom adjusted predictions are averaged. */
  readonly standardiseOver: "everyone" | "treated" | "comparison";
  /** Of what is drawn at random; default 1. */
  readonly seed?: number;
  /** Time up to which mean times are compared; default the last time seen in both arms. */
  readonly horizon?: number | undefined;
  readonly timeUnit?: string | undefined;
  /** Stratum of each person compared, by row, for hazards; null or left out for none. */
  readonly strata?: Int32Array | null;
}

/** A test beside an estimate, before it is tied to an outcome. */
export type EffectTest = Omit<Test, "outcome">;

/** One effect, before it is tied to an outcome. Differences are treated minus comparison, ratios treated over comparison. */
export interface Effect {
  readonly measure: EffectMeasureId;
  /** How it was estimated, in words. */
  readonly label: string;
  readonly estimate: number;
  /** Of the log for ratios. */
  readonly standardError: number | null;
  readonly standardErrorKind: string;
  readonly df: number | null;
  readonly clusters: number | null;
  readonly interval: readonly [number, number];
  readonly pValue: number;
  readonly test: string;
  readonly treated: ArmValue;
  readonly comparison: ArmValue;
  readonly adjustedFor: readonly string[];
  /** The effect as an approximate risk ratio with limits, for the E-value; null when there is none. */
  readonly asRiskRatio: RiskRatioScale | null;
  /** The interval were there so many times as many people like these, for planning; ratios have none. */
  readonly intervalAt?: (growth: number) => readonly [number, number];
  /** Of an error from resamples: how many there were and how many had no effect, and the interval of their percentiles. */
  readonly bootstrap?: {
    readonly replicates: number;
    readonly failed: number;
    readonly percentile: readonly [number, number];
  };
  /** True for a plain difference of two independent proportions, which has a planning formula of its own. */
  readonly independentProportions?: boolean;
}

export interface RiskRatioScale {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
}

export interface EffectResult {
  readonly effects: readonly Effect[];
  readonly refusals: readonly EffectRefusal[];
  /** The fitted model, if it is one worth showing; the outcome is filled in later. */
  readonly models?: readonly Omit<Model, "outcome">[];
  /** Tests beside the effects, which never decide. */
  readonly tests?: readonly EffectTest[];
  /** What was assumed, in words. */
  readonly assumptions?: readonly string[];
  /** Why its intervals are not to be leant on; the words also stand among the assumptions of the comparison. */
  readonly warnings?: readonly EffectWarning[];
  /** Arm values with each person's influence on them, for the joint covariance. */
  readonly armInfluence?: ArmInfluence | null;
  /** Of an effect that is no contrast of two arm values: each person's influence on it, on the log scale for ratios. */
  readonly effectInfluence?: { readonly rows: Int32Array; readonly influence: Float64Array } | null;
}

export interface EffectWarning {
  /** Stable: `effect-differs`. */
  readonly code: string;
  /** Without counts of people, which disclosure control would not see. */
  readonly text: string;
}

/** Why one measure cannot be had from these data. */
export interface EffectRefusal extends Pick<Refusal, "why" | "unlocks"> {
  readonly rule: string;
  readonly measure: EffectMeasureId;
}

/** Estimated value of each arm and how each person moves it: estimate − truth ≈ sum of influences. */
export interface ArmInfluence {
  /** Row of each person among the people compared. */
  readonly rows: Int32Array;
  /** Within what people depend on each other. */
  readonly dependence: "matched set" | "cluster" | null;
  readonly treated: ArmLine;
  readonly comparison: ArmLine;
}

export interface ArmLine {
  readonly value: number;
  /** One entry per person in `rows`; 0 for those who do not bear on this arm's value. */
  readonly influence: Float64Array;
  /** Small-sample factor of the variance. */
  readonly factor: number;
}
