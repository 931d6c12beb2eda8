import { fitFirthCox } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { riskRatioFromHazardRatio } from "../sensitivity/risk-ratio-scale.ts";
import type { AdjustedDesign } from "./adjusted-design.ts";
import { armValue, eventsIn } from "./arm-summary.ts";
import type { EffectResult } from "./estimator.ts";
import { modelOf } from "./model-of.ts";

/**
 * Hazard ratio where the likelihood has no finite maximum, because an arm or a level has no events: Firth's penalised Cox
 * regression, with the limits and the test of its profile likelihood. Null where it has no answer either.
 *
 * @param why what runs away, in words
 * @source Heinze and Schemper (2001), doi:10.1111/j.0006-341X.2001.00114.x
 */
export function firthHazardRatio(
  people: AnalysisSet,
  design: AdjustedDesign,
  level: number,
  strata: Int32Array | null,
  why: string,
): EffectResult | null {
  const fit = fitFirthCox({
    time: people.time!,
    event: people.value,
    design: design.design,
    names: design.names,
    level,
    ...(strata === null ? {} : { strata }),
  });
  const j = design.treatedColumn;
  const [log, standardError, pValue] = [fit.coefficients[j], fit.standardErrors[j], fit.pValues[j]];
  if (!fit.converged || log == null || standardError == null || pValue == null) return null;
  const limit = (value: number | null | undefined, none: number) => (value == null ? none : Math.exp(value));
  const interval = [
    limit(fit.lower[j], Number.NEGATIVE_INFINITY),
    limit(fit.upper[j], Number.POSITIVE_INFINITY),
  ] as const;
  const common = (eventsIn(people, 1) + eventsIn(people, 0)) / people.value.length >= 0.15;
  const asRisk = (ratio: number) => riskRatioFromHazardRatio(ratio, { common });
  const bounded = interval.every(Number.isFinite);
  return {
    effects: [
      {
        measure: "hazardRatio",
        label: "hazard ratio by Firth's penalised Cox regression, as the plain one has no finite answer",
        estimate: Math.exp(log),
        standardError,
        standardErrorKind: "of the log; at the penalised maximum; the interval is the profile likelihood's",
        df: null,
        clusters: null,
        interval,
        pValue,
        test: "penalised likelihood ratio, dual to the profile interval",
        treated: armValue(people, 1, null),
        comparison: armValue(people, 0, null),
        adjustedFor: design.covariates,
        asRiskRatio: bounded
          ? { ratio: asRisk(Math.exp(log)), lower: asRisk(interval[0]), upper: asRisk(interval[1]) }
          : null,
      },
    ],
    refusals: [],
    models: [
      modelOf("cox-firth", design, fit.coefficients, fit.standardErrors, [
        "coefficients are log hazard ratios of Firth's penalised likelihood; standard errors at its maximum",
      ]),
    ],
    assumptions: [
      `${why}: the hazard ratio is Firth's penalised estimate, drawn towards no difference where data say little`,
    ],
  };
}
