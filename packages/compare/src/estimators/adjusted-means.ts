import { fitLeastSquares, type LeastSquaresFit, type RobustCovariance, robustCovariance } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { type AdjustedDesign, adjustedDesign } from "./adjusted-design.ts";
import { type AdjustedFit, adjustedContrast, adjustedRefusal } from "./adjusted-fit.ts";
import { armIsCovariate } from "./adjusted-risks.ts";
import { clusterAssumptions } from "./arm-clusters.ts";
import { armRatios } from "./arm-ratios.ts";
import { fewEventsInAnArm } from "./arm-summary.ts";
import { clusterErrors } from "./cluster-errors.ts";
import { hasVeryFewClusters, wildTest } from "./cluster-spread.ts";
import { differenceOf, hasArmWithoutSpread } from "./contrasts.ts";
import { countDifference } from "./count-difference.ts";
import type { EffectEstimator } from "./estimator.ts";
import { standardisedRiskRatio } from "./mean-differences.ts";
import { modelOf } from "./model-of.ts";
import { allRefused, reasons } from "./refused.ts";
import { resampledPredictions } from "./resampled-arms.ts";

export const adjustedMeans: EffectEstimator = {
  id: "adjusted-means",
  estimator: "adjusted",
  label: "least squares on treatment and covariates",
  kinds: ["continuous", "count"],
  measures: ["meanDifference"],
  needs: ["covariates"],
  resampled: resampledPredictions,
  source: "MacKinnon and White (1985), doi:10.1016/0304-4076(85)90158-7 (HC3)",
  estimate(people, options) {
    const design = adjustedDesign(people, { intercept: true });
    const early = adjustedRefusal(people, design);
    if (early !== null) return allRefused(adjustedMeans.measures, early);
    if (hasArmWithoutSpread(armRatios(people, people.value, onesFor(people)))) {
      return allRefused(adjustedMeans.measures, reasons.armWithoutSpread);
    }
    const fit = fitLeastSquares({ design: design.design, outcome: people.value, names: design.names });
    if (fit.aliased.includes(design.treatedColumn)) return allRefused(adjustedMeans.measures, armIsCovariate(design));
    if (fit.residualStandardDeviation === 0) return allRefused(adjustedMeans.measures, reasons.noVariation);

    const errors = standardErrors(people, design, fit);
    const bread = fit.covariance.map((row) => row.map((value) => value / fit.residualStandardDeviation ** 2));
    const standardised = adjustedContrast(people, design, fit, identity, errors, bread, options);
    // Averages of a linear model have the covariance of its coefficients, not a delta method's.
    const contrast = { ...standardised.contrast, standardErrorKind: errors.kind };
    const isCount = people.kind === "count";
    if (isCount && !(contrast.treated.value > 0 && contrast.comparison.value > 0)) {
      return allRefused(adjustedMeans.measures, reasons.negativeMean);
    }
    const shape = isCount
      ? countDifference(people, contrast, onesFor(people), options.level)
      : differenceOf(contrast, options.level);
    const effect = {
      ...shape,
      measure: "meanDifference" as const,
      label: "difference in means adjusted by least squares",
      asRiskRatio: standardisedRiskRatio(people, shape.estimate, shape.standardError!, options.level),
    };
    const model = modelOf("least-squares", design, fit.coefficients, errors.standardErrors, [
      `standard errors ${errors.kind}`,
    ]);
    const assumptions = [...clusterAssumptions(people), ...(isCount ? fewEventsInAnArm(people) : [])];
    return {
      effects: [effect],
      refusals: [],
      models: [model],
      tests: hasVeryFewClusters(people)
        ? wildTest(design.design, fit, design.treatedColumn, people.clusters!.codes, {
            ...options,
            measure: effect.measure,
            estimator: "adjusted",
          })
        : [],
      assumptions,
      armInfluence: standardised.arms,
    };
  },
};

function onesFor({ value }: AnalysisSet): Float64Array {
  return new Float64Array(value.length).fill(1);
}

const identity = { mean: (linear: number) => linear, slope: () => 1 };

function standardErrors(people: AnalysisSet, adjusted: AdjustedDesign, fit: LeastSquaresFit): AdjustedFit {
  if (people.clusters !== null) return clusterErrors(people, adjusted, fit);
  const robust = hc3OrHc1(adjusted.design, fit);
  return { ...robust, kind: `heteroskedasticity-robust (${robust.kind})`, df: fit.residualDf, clusters: null };
}

/** HC3 does not exist when somebody is alone in a level (leverage 1); HC1 then stands in, and is named. */
function hc3OrHc1(design: AdjustedDesign["design"], fit: LeastSquaresFit): RobustCovariance {
  try {
    return robustCovariance({ design, fit, kind: "HC3" });
  } catch (error) {
    if (error instanceof RangeError) return robustCovariance({ design, fit, kind: "HC1" });
    throw error;
  }
}
