import { type CoxFit, designMatrix, fitCox, proportionalHazardsTest, sumOf } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { riskRatioFromHazardRatio } from "../sensitivity/risk-ratio-scale.ts";
import { type AdjustedDesign, adjustedDesign, treatedTerm } from "./adjusted-design.ts";
import { clusterAssumptions, clusterDf } from "./arm-clusters.ts";
import { armValue, eventsIn, peopleIn } from "./arm-summary.ts";
import type { Effect, EffectRefusal, EffectResult, EffectTest, EstimatorOptions } from "./estimator.ts";
import { firthHazardRatio } from "./firth-hazards.ts";
import { isInReachOfFirth } from "./firth-reach.ts";
import { modelOf } from "./model-of.ts";
import { allRefused, reasons } from "./refused.ts";
import { separatingWords } from "./separating-words.ts";
import { fewClusters } from "./too-few.ts";
import { waldRatio } from "./wald.ts";

const measures = ["hazardRatio"] as const;

/**
 * Hazard ratio by Cox regression with Efron's ties on the people given: of treatment alone, or beside the covariates. Matched
 * sets and clusters have robust standard errors summed within them; matching weights enter the likelihood. Strata have
 * hazards of their own. Where an arm or a level has no events Firth's penalised regression answers instead, of independent
 * people without weights; of others the ratio is refused. Beside the ratio stand a test of proportional hazards and, with the
 * model, its concordance.
 */
export function hazardRatio(
  people: AnalysisSet,
  options: Pick<EstimatorOptions, "level" | "strata">,
  label: string,
  adjusted: boolean,
): EffectResult {
  const { level } = options;
  const strata = options.strata == null ? null : Int32Array.from(people.rows, (row) => options.strata![row]!);
  if (peopleIn(people, 1) === 0 || peopleIn(people, 0) === 0) return allRefused(measures, reasons.emptyArm);
  const early = fewClusters(people) ?? eventRefusal(people);
  if (early !== null) return allRefused(measures, early);

  const design = adjusted ? adjustedDesign(people, { intercept: false }) : treatmentAlone(people);
  const penalised = (why: string) =>
    isInReachOfFirth(people, design) ? firthHazardRatio(people, design, level, strata, why) : null;
  if (([1, 0] as const).some((arm) => eventsIn(people, arm) === 0)) {
    return penalised("an arm has no events") ?? allRefused(measures, reasons.noEvents);
  }
  const data = {
    time: people.time!,
    event: people.value,
    design: design.design,
    names: design.names,
    ...(people.weights === null ? {} : { weights: people.weights }),
    ...(strata === null ? {} : { strata }),
  };
  const fit = fitCox({ ...data, ...robustBy(people) });
  if (fit.monotone.length > 0) {
    const firth = penalised(`nobody with some value of ${separatingWords(design, fit.monotone)} has the event`);
    if (firth !== null) return firth;
  }
  const late = fitRefusal(fit, design);
  if (late !== null) return allRefused(measures, late);

  const assumptions = [...clusterAssumptions(people, "stand-in"), ...fewEvents(people, design)];
  const effect = effectOf(people, fit, design, level, strata === null ? label : `${label}, within strata`);
  const model = modelOf("cox-efron", design, fit.coefficients, fit.standardErrors, [
    `coefficients are log hazard ratios; standard errors ${errorKind(people)}`,
    ...(adjusted ? [] : ["treatment alone"]),
    ...(strata === null ? [] : ["strata have hazards of their own"]),
  ]);
  const { concordance, standardError } = fit.concordance;
  return {
    effects: [effect],
    refusals: [],
    models: [
      concordance === null || standardError === null
        ? model
        : { ...model, concordance: { value: concordance, standardError } },
    ],
    tests: carriesWeights(people) ? [] : proportionality(data, design, adjusted),
    assumptions,
    effectInfluence: influenceOf(people, fit, design),
  };
}

/** Of the treatment's own term; sets and clusters count as independent in it. */
function proportionality(
  data: Parameters<typeof proportionalHazardsTest>[0],
  { treatedColumn, names }: AdjustedDesign,
  adjusted: boolean,
): EffectTest[] {
  const columns = names.map((_, j) => [j]);
  const found = proportionalHazardsTest({ ...data, columns });
  if (!("terms" in found)) return [];
  const own = found.terms.find((term) => term.columns.includes(treatedColumn));
  if (own === undefined) return [];
  const test = `proportional hazards of the arms${adjusted ? ", given the covariates" : ""}`;
  return [{ test, asks: "assumption", statistic: own.statistic, df: own.df, pValue: own.pValue }];
}

function eventRefusal(people: AnalysisSet): Omit<EffectRefusal, "measure"> | null {
  const events = [eventsIn(people, 1), eventsIn(people, 0)];
  if (events.every((count) => count === 0)) return reasons.noEvents;
  return null;
}

function treatmentAlone(people: AnalysisSet): AdjustedDesign {
  return {
    design: designMatrix([Float64Array.from(people.treated)], { intercept: false }),
    names: [treatedTerm],
    references: ["comparison"],
    treatedColumn: 0,
    covariates: [],
    constant: [],
  };
}

function fitRefusal(fit: CoxFit, design: AdjustedDesign): Omit<EffectRefusal, "measure"> | null {
  if (fit.monotone.length > 0) {
    return {
      rule: "separation",
      why: `nobody with some value of ${separatingWords(design, fit.monotone)} has the event while others could, so the regression has no finite fit`,
      unlocks: "leave out or merge the levels named, more people, or longer follow-up",
    };
  }
  if (fit.aliased.includes(design.treatedColumn)) {
    return {
      rule: "arm-is-covariate",
      why: `among the people at risk together, the covariates (${design.covariates.join(", ")}) say exactly who is in which arm`,
      unlocks: "leave out the covariate that repeats the arm, or compare people who could have been in either",
    };
  }
  return null;
}

function effectOf(people: AnalysisSet, fit: CoxFit, design: AdjustedDesign, level: number, label: string): Effect {
  const logRatio = fit.coefficients[design.treatedColumn]!;
  const standardError = fit.standardErrors[design.treatedColumn]!;
  const df = people.clusters?.kind === "cluster" ? clusterDf(people) : null;
  const result = waldRatio(logRatio, standardError, df, level);
  const common = (eventsIn(people, 1) + eventsIn(people, 0)) / people.value.length >= 0.15;
  const asRisk = (ratio: number) => riskRatioFromHazardRatio(ratio, { common });
  return {
    measure: "hazardRatio",
    label,
    estimate: Math.exp(logRatio),
    standardError,
    standardErrorKind: `of the log; ${errorKind(people)}`,
    df,
    clusters: people.clusters === null ? null : fit.clusters,
    ...result,
    treated: armValue(people, 1, null),
    comparison: armValue(people, 0, null),
    adjustedFor: design.covariates,
    asRiskRatio: {
      ratio: asRisk(Math.exp(logRatio)),
      lower: asRisk(result.interval[0]),
      upper: asRisk(result.interval[1]),
    },
  };
}

/** Robust fits alone say how each person moves the log hazard ratio. */
function influenceOf({ rows }: AnalysisSet, fit: CoxFit, { treatedColumn }: AdjustedDesign) {
  const { scoreResiduals, modelCovariance } = fit;
  if (scoreResiduals === null) return null;
  const step = modelCovariance[treatedColumn]!;
  const { rows: n, values } = scoreResiduals;
  const influence = Float64Array.from(rows, (_, i) => sumOf(step.length, (j) => step[j]! * values[j * n + i]!));
  return { rows, influence };
}

/** Weights are no numbers of people, so weighted people each answer for themselves. */
function robustBy(people: AnalysisSet): { clusters?: Int32Array } {
  if (people.clusters !== null) return { clusters: people.clusters.codes };
  return carriesWeights(people) ? { clusters: Int32Array.from(people.value, (_, row) => row) } : {};
}

/** By weights that are no numbers of people: estimated ones, and those of people who serve in several sets. */
function carriesWeights({ weightModel, reused }: AnalysisSet): boolean {
  return weightModel !== null || (reused ?? null) !== null;
}

function errorKind(people: AnalysisSet): string {
  const { clusters } = people;
  if (carriesWeights(people)) {
    return `robust by ${clusters === null ? "person" : clusters.kind} (Lin and Wei), the weights taken as known`;
  }
  return clusters === null ? "model-based" : `robust by ${clusters.kind} (Lin and Wei)`;
}

function fewEvents(people: AnalysisSet, { names }: AdjustedDesign): string[] {
  return eventsIn(people, 1) + eventsIn(people, 0) < names.length
    ? ["the adjusted hazard model has more terms than there are events: its estimates are unstable"]
    : [];
}
