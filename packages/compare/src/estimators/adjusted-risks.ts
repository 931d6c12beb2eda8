import { fitLogistic, type GeneralisedLinearFit, type RegressionFit } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { type AdjustedDesign, adjustedDesign } from "./adjusted-design.ts";
import { type AdjustedFit, adjustedContrast, adjustedRefusal, fewEvents } from "./adjusted-fit.ts";
import { clusterAssumptions } from "./arm-clusters.ts";
import { clusterErrors } from "./cluster-errors.ts";
import { ratioOf, riskDifferenceOf } from "./contrasts.ts";
import { effectDiffers } from "./effect-differs.ts";
import type { Effect, EffectEstimator, EstimatorOptions } from "./estimator.ts";
import { isInReachOfFirth } from "./firth-reach.ts";
import { modelOf } from "./model-of.ts";
import { penalisedRisks } from "./penalised-risks.ts";
import { allRefused } from "./refused.ts";
import { resampledPredictions } from "./resampled-arms.ts";
import { separatingWords } from "./separating-words.ts";
import { standardisedRiskDifference } from "./standardised-risk-difference.ts";

export const adjustedRisks: EffectEstimator = {
  id: "adjusted-risks",
  estimator: "adjusted",
  label: "standardised risks from logistic regression (g-computation)",
  kinds: ["binary"],
  measures: ["riskDifference", "riskRatio"],
  needs: ["covariates"],
  resampled: resampledPredictions,
  source: "Snowden, Rose and Mortimer (2011), doi:10.1093/aje/kwq472",
  estimate(people, options) {
    const design = adjustedDesign(people, { intercept: true });
    const early = adjustedRefusal(people, design);
    if (early !== null) return allRefused(adjustedRisks.measures, early);
    const fit = fitLogistic({ design: design.design, outcome: people.value, names: design.names });
    if (fit.aliased.includes(design.treatedColumn)) return allRefused(adjustedRisks.measures, armIsCovariate(design));
    if (!fit.separated) return riskEffects(people, design, fit, options, plain);
    const penalised = isInReachOfFirth(people, design) ? penalisedRisks(people, design) : null;
    if (penalised === null) return allRefused(adjustedRisks.measures, separation(fit, design));
    return riskEffects(people, design, penalised, options, {
      model: "logistic-firth",
      notes: [
        "log odds of Firth's penalised likelihood, the intercept set to predict as many events as were seen (FLIC)",
      ],
      assumptions: [
        `some value of ${separatingWords(design, fit.separatingColumns)} says for certain who has the event: the standardised risks are those of Firth's penalised likelihood, drawn towards no difference where data say little`,
      ],
    });
  },
};

/** What the model shown is, and what is to be said of it. */
interface Fitted {
  readonly model: string;
  readonly notes: readonly string[];
  readonly assumptions: readonly string[];
}

const plain: Fitted = { model: "logistic", notes: ["coefficients are log odds"], assumptions: [] };

function riskEffects(
  people: AnalysisSet,
  design: AdjustedDesign,
  fit: RegressionFit,
  options: EstimatorOptions,
  fitted: Fitted,
) {
  const errors = standardErrors(people, design, fit);
  const { contrast, arms } = adjustedContrast(people, design, fit, logistic, errors, fit.covariance, options);
  const ratio = ratioOf(contrast, options.level);
  const asRiskRatio = { ratio: ratio.estimate, lower: ratio.interval[0], upper: ratio.interval[1] };
  const effects: Effect[] = [
    {
      ...(people.clusters === null ? standardisedRiskDifference : riskDifferenceOf)(contrast, options.level),
      measure: "riskDifference",
      label: "difference in standardised risks (logistic regression, g-computation)",
      asRiskRatio,
    },
    {
      ...ratio,
      measure: "riskRatio",
      label: "ratio of standardised risks (logistic regression, g-computation)",
      asRiskRatio,
    },
  ];
  const model = modelOf(fitted.model, design, fit.coefficients, errors.standardErrors, [
    ...fitted.notes,
    `standard errors ${errors.kind}`,
  ]);
  const assumptions = [...clusterAssumptions(people), ...fewEvents(people, design), ...fitted.assumptions];
  const differs = fitted === plain ? effectDiffers(people, arms, options) : null;
  return {
    effects,
    refusals: [],
    models: [model],
    assumptions,
    warnings: differs === null ? [] : [differs],
    armInfluence: arms,
  };
}

/** Independent people: the model's own covariance, referred to t by arm. */
function standardErrors(people: AnalysisSet, adjusted: AdjustedDesign, fit: RegressionFit): AdjustedFit {
  if (people.clusters !== null) return clusterErrors(people, adjusted, fit);
  const { covariance, standardErrors } = fit;
  return { covariance, standardErrors, kind: "model-based", df: fit.rows - fit.rank, clusters: null };
}

const logistic = {
  mean: (linear: number) => 1 / (1 + Math.exp(-linear)),
  slope: (linear: number) => {
    const p = 1 / (1 + Math.exp(-linear));
    return p * (1 - p);
  },
};

export function separation(fit: GeneralisedLinearFit, design: AdjustedDesign) {
  const terms = separatingWords(design, fit.separatingColumns);
  return {
    rule: "separation",
    why: `some combination of ${terms} says for certain who has the event, so the regression has no finite fit`,
    unlocks: "leave out or merge the levels named, more people, or matching instead of regression",
  };
}

/** A covariate that says exactly which arm a person is in leaves nothing to estimate the treatment from. */
export function armIsCovariate({ covariates }: AdjustedDesign) {
  return {
    rule: "arm-is-covariate",
    why: `the covariates (${covariates.join(", ")}) together say exactly who is in which arm`,
    unlocks: "leave out the covariate that repeats the arm, or compare people who could have been in either",
  };
}
