import { type FirthLogisticFit, fitFirthLogistic, fitLogistic } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { riskRatioFromOddsRatio } from "../sensitivity/risk-ratio-scale.ts";
import { type AdjustedDesign, adjustedDesign } from "./adjusted-design.ts";
import { adjustedRefusal } from "./adjusted-fit.ts";
import { armIsCovariate, separation } from "./adjusted-risks.ts";
import { clusterAssumptions } from "./arm-clusters.ts";
import { armValue, eventsIn } from "./arm-summary.ts";
import { clusterErrors } from "./cluster-errors.ts";
import type { Effect, EffectEstimator } from "./estimator.ts";
import { isInReachOfFirth } from "./firth-reach.ts";
import { modelOf } from "./model-of.ts";
import { allRefused } from "./refused.ts";
import { separatingWords } from "./separating-words.ts";
import { waldRatio } from "./wald.ts";

/**
 * The odds ratio of people of the same covariates. Where some value of a covariate says for certain who has the event, Firth's
 * penalised regression answers instead, and says so; penalised risks would be drawn to a half, so the risk difference stays
 * refused.
 */
export const adjustedOdds: EffectEstimator = {
  id: "adjusted-odds",
  estimator: "adjusted",
  label: "odds ratio given the covariates, by logistic regression",
  kinds: ["binary"],
  measures: ["oddsRatio"],
  needs: ["covariates"],
  source: "McCullagh and Nelder (1989), chapter 4; Heinze and Schemper (2002), doi:10.1002/sim.1047",
  conditional: true,
  estimate(people, { level }) {
    const { measures } = adjustedOdds;
    const design = adjustedDesign(people, { intercept: true });
    const early = adjustedRefusal(people, design);
    if (early !== null) return allRefused(measures, early);
    const fit = fitLogistic({ design: design.design, outcome: people.value, names: design.names });
    if (fit.separated) {
      if (!isInReachOfFirth(people, design)) return allRefused(measures, separation(fit, design));
      const firth = fitFirthLogistic({ design: design.design, outcome: people.value, names: design.names, level });
      const effect = firthEffect(people, design, firth);
      if (effect === null) return allRefused(measures, separation(fit, design));
      const notes = ["coefficients are log odds of Firth's penalised likelihood; standard errors at its maximum"];
      return {
        effects: [effect],
        refusals: [],
        models: [modelOf("logistic-firth", design, firth.coefficients, firth.standardErrors, notes)],
        assumptions: [
          `some value of ${separatingWords(design, fit.separatingColumns)} says for certain who has the event: the odds ratio is Firth's penalised estimate, drawn towards no difference where data say little`,
        ],
      };
    }
    if (fit.aliased.includes(design.treatedColumn)) return allRefused(measures, armIsCovariate(design));
    const errors =
      people.clusters === null
        ? { standardErrors: fit.standardErrors, kind: "model-based", df: null, clusters: null }
        : clusterErrors(people, design, fit);
    const log = fit.coefficients[design.treatedColumn]!;
    const standardError = errors.standardErrors[design.treatedColumn]!;
    const shape = waldRatio(log, standardError, errors.df, level);
    const effect: Effect = {
      ...common(people, design, Math.exp(log), shape.interval),
      label: "odds ratio given the covariates (logistic regression)",
      standardError,
      standardErrorKind: `of the log; ${errors.kind}`,
      df: errors.df,
      clusters: errors.clusters,
      pValue: shape.pValue,
      test: shape.test,
    };
    return { effects: [effect], refusals: [], assumptions: clusterAssumptions(people) };
  },
};

function firthEffect(people: AnalysisSet, design: AdjustedDesign, fit: FirthLogisticFit): Effect | null {
  const j = design.treatedColumn;
  const [log, standardError, pValue] = [fit.coefficients[j], fit.standardErrors[j], fit.pValues[j]];
  if (!fit.converged || log == null || standardError == null || pValue == null) return null;
  const limit = (value: number | null | undefined, none: number) => (value == null ? none : Math.exp(value));
  const interval = [
    limit(fit.lower[j], Number.NEGATIVE_INFINITY),
    limit(fit.upper[j], Number.POSITIVE_INFINITY),
  ] as const;
  return {
    ...common(people, design, Math.exp(log), interval),
    label:
      "odds ratio given the covariates by Firth's penalised logistic regression, as the plain one has no finite answer",
    standardError,
    standardErrorKind: "of the log; at the penalised maximum; the interval is the profile likelihood's",
    df: null,
    clusters: null,
    pValue,
    test: "penalised likelihood ratio, dual to the profile interval",
  };
}

function common(people: AnalysisSet, { covariates }: AdjustedDesign, estimate: number, interval: Effect["interval"]) {
  const isCommon = (eventsIn(people, 1) + eventsIn(people, 0)) / people.value.length >= 0.15;
  const asRisk = (value: number) => riskRatioFromOddsRatio(value, { common: isCommon });
  return {
    measure: "oddsRatio" as const,
    estimate,
    interval,
    treated: armValue(people, 1, null),
    comparison: armValue(people, 0, null),
    adjustedFor: covariates,
    asRiskRatio: interval.every(Number.isFinite)
      ? { ratio: asRisk(estimate), lower: asRisk(interval[0]), upper: asRisk(interval[1]) }
      : null,
  };
}
