import { fitPoisson, type GeneralisedLinearFit, robustCovariance } from "@likewise/stats";
import { type AnalysisSet, takePeople } from "../outcomes/analysis-set.ts";
import { type AdjustedDesign, adjustedDesign } from "./adjusted-design.ts";
import { type AdjustedFit, adjustedContrast, adjustedRefusal, fewEvents } from "./adjusted-fit.ts";
import { armIsCovariate } from "./adjusted-risks.ts";
import { clusterAssumptions } from "./arm-clusters.ts";
import { fewEventsInAnArm } from "./arm-summary.ts";
import { clusterErrors } from "./cluster-errors.ts";
import { ratioOf } from "./contrasts.ts";
import { countDifference } from "./count-difference.ts";
import type { EffectEstimator } from "./estimator.ts";
import { modelOf } from "./model-of.ts";
import { allRefused, reasons } from "./refused.ts";
import { separatingWords } from "./separating-words.ts";

export const adjustedRates: EffectEstimator = {
  id: "adjusted-rates",
  estimator: "adjusted",
  label: "standardised rates from Poisson regression with person-level robust standard errors",
  kinds: ["count"],
  measures: ["rateDifference", "rateRatio"],
  needs: ["covariates", "exposure"],
  source: "Zou (2004), doi:10.1093/aje/kwh090; White (1982), doi:10.2307/1912526",
  estimate(everybody, options) {
    const { measures } = adjustedRates;
    if (everybody.exposureYears === null) return allRefused(measures, reasons.noExposure);
    const people = withTimeAtRisk(everybody, everybody.exposureYears);
    const design = adjustedDesign(people, { intercept: true });
    const early = adjustedRefusal(people, design);
    if (early !== null) return allRefused(measures, early);
    const fit = fitPoisson({
      design: design.design,
      outcome: people.value,
      offset: people.exposureYears!.map(Math.log),
      names: design.names,
    });
    if (fit.separated) return allRefused(measures, noEventsAnywhere(fit, design));
    if (fit.aliased.includes(design.treatedColumn)) return allRefused(measures, armIsCovariate(design));

    const errors = standardErrors(people, design, fit);
    const { contrast, arms } = adjustedContrast(people, design, fit, exponential, errors, fit.covariance, options);
    const ratio = ratioOf(contrast, options.level);
    const asRiskRatio = { ratio: ratio.estimate, lower: ratio.interval[0], upper: ratio.interval[1] };
    return {
      effects: [
        {
          ...countDifference(people, contrast, people.exposureYears!, options.level),
          measure: "rateDifference",
          label: "difference in standardised events per person-year (Poisson regression)",
          asRiskRatio,
        },
        {
          ...ratio,
          measure: "rateRatio",
          label: "ratio of standardised events per person-year (Poisson regression)",
          asRiskRatio,
        },
      ],
      refusals: [],
      models: [
        modelOf("poisson", design, fit.coefficients, errors.standardErrors, [
          `coefficients are log rates per person-year; standard errors ${errors.kind}`,
        ]),
      ],
      assumptions: [...clusterAssumptions(people), ...fewEvents(people, design), ...fewEventsInAnArm(people)],
      armInfluence: arms,
    };
  },
};

/** A person without time at risk says nothing of a rate, and the log of 0 years has no value. */
function withTimeAtRisk(people: AnalysisSet, years: Float64Array): AnalysisSet {
  const at = Int32Array.from(years, (_, row) => row).filter((row) => years[row]! > 0);
  return at.length === years.length ? people : takePeople(people, at);
}

function standardErrors(people: AnalysisSet, adjusted: AdjustedDesign, fit: GeneralisedLinearFit): AdjustedFit {
  if (people.clusters !== null) return clusterErrors(people, adjusted, fit);
  const robust = robustCovariance({ design: adjusted.design, fit, kind: "HC1" });
  return { ...robust, kind: "person-level robust (HC1)", df: fit.rows - fit.rank, clusters: null };
}

const exponential = { mean: Math.exp, slope: Math.exp };

function noEventsAnywhere(fit: GeneralisedLinearFit, design: AdjustedDesign) {
  const terms = separatingWords(design, fit.separatingColumns);
  return {
    rule: "separation",
    why: `nobody with some value of ${terms} has any event, so the regression has no finite fit`,
    unlocks: "leave out or merge the levels named, more people, or longer follow-up",
  };
}
