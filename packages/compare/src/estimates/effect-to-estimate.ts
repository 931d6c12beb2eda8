import type { Estimate, Limit, Precision, Sensitivity } from "@likewise/schema";
import { effectMeasure } from "@likewise/schema";
import type { Effect, EffectWarning, EstimatorId } from "../estimators/estimator.ts";
import type { ComparedOutcome } from "../outcomes/compared-outcome.ts";
import { eValue, eValueOfInterval } from "../sensitivity/e-value.ts";

export interface EstimateContext {
  readonly outcome: ComparedOutcome;
  readonly window: string | null;
  readonly unit: Estimate["unit"];
  readonly estimator: EstimatorId;
  readonly primary: boolean;
  readonly estimand: Estimate["estimand"];
  readonly population: string;
  /** `sex=female` for people of one level; null for everyone. */
  readonly subgroup: string | null;
  readonly level: number;
  readonly warnings?: readonly EffectWarning[];
  /** Null for all but the primary. */
  readonly precision: Precision | null;
}

/** An effect with everything a reader must know of it: outcome, population, level, sensitivity. */
export function effectToEstimate(effect: Effect, context: EstimateContext): Estimate {
  const { outcome, estimator, subgroup } = context;
  return {
    id: `${outcome.id}:${effect.measure}:${estimator}${subgroup === null ? "" : `:${subgroup}`}`,
    outcome: outcome.id,
    definition: outcome.definition ?? outcome.id,
    window: context.window,
    unit: outcome.unit ?? context.unit,
    basis: outcome.basis ?? null,
    reporter: outcome.reporter ?? null,
    subgroup,
    primary: context.primary,
    measure: effect.measure,
    estimand: context.estimand,
    population: context.population,
    estimator: effect.label,
    adjustment: adjustments[estimator],
    adjustedFor: [...effect.adjustedFor],
    estimate: effect.estimate,
    standardError: effect.standardError,
    standardErrorKind: effect.standardErrorKind,
    df: effect.df,
    clusters: effect.clusters,
    interval: [limit(effect.interval[0]), limit(effect.interval[1])],
    level: context.level,
    pValue: effect.pValue,
    test: effect.test,
    treated: effect.treated,
    comparison: effect.comparison,
    imputations: null,
    precision: context.precision,
    sensitivity: sensitivityOf(effect),
    ...(effect.bootstrap === undefined ? {} : { bootstrap: resamplesOf(effect.bootstrap) }),
    ...(context.warnings?.length ? { warnings: context.warnings.map((warning) => ({ ...warning })) } : {}),
  };
}

/** What an estimator of each kind does to make the arms alike. */
const adjustments: Readonly<Record<EstimatorId, Estimate["adjustment"]>> = {
  crude: "none",
  adjusted: "covariates",
  matched: "matching",
  "matched-adjusted": "matching",
  weighted: "weighting",
  augmented: "weighting",
};

function resamplesOf({ percentile: [lower, upper], ...counts }: NonNullable<Effect["bootstrap"]>) {
  return { ...counts, percentile: [limit(lower), limit(upper)] as [Limit, Limit] };
}

function limit(value: number): Limit {
  if (Number.isFinite(value)) return value;
  return { unbounded: value > 0 ? "above" : "below" };
}

/** The E-value of the interval is 1 whenever the estimate's own interval includes no effect, on whatever scale. */
function sensitivityOf({ asRiskRatio, interval, measure }: Effect): Sensitivity {
  const none = effectMeasure(measure).nullValue;
  const includesNone = interval[0] <= none && interval[1] >= none;
  const hasScale = asRiskRatio !== null && asRiskRatio.ratio > 0 && Number.isFinite(asRiskRatio.ratio);
  return {
    eValue: hasScale
      ? {
          estimate: eValue(asRiskRatio.ratio),
          interval: includesNone ? 1 : eValueOfInterval(asRiskRatio.lower, asRiskRatio.upper),
        }
      : null,
    rosenbaum: [],
    robustness: [],
  };
}
