import type { ComparisonPlan, Model, Weighting } from "@likewise/schema";
import { lostTable } from "../balance/lost-table.ts";
import { modelColumns } from "../covariates/model-columns.ts";
import { effectiveSampleSize } from "../matching/effective-sample-size.ts";
import type { ComparisonGroup, FormedGroup } from "../methods/comparison-group.ts";
import type { MethodOptions } from "../methods/method.ts";
import type { People } from "../people/people.ts";
import { takePeople } from "../people/take-people.ts";
import { propensityModel } from "../scores/propensity-model.ts";
import { propensityScore } from "../scores/propensity-score.ts";
import { nothingVaries, separated } from "../scores/score-refusals.ts";
import { scoreWeights, type WeightedEstimand } from "./score-weights.ts";
import { modelOfRegression, type WeightModel } from "./weight-model.ts";

/**
 * People weighted by their propensity score. Trimming leaves out whoever's score is too near 0 or 1 and fits the score again
 * to those left, so that the weights balance the people they are for.
 */
export function weightByScore(
  people: People,
  { plan }: MethodOptions,
  estimand: WeightedEstimand,
  options: Readonly<Record<string, unknown>> = {},
): FormedGroup {
  if (modelColumns(people.covariates).columns.length === 0) return nothingVaries();
  const link = plan.score ?? "logit";
  const first = propensityScore(people.covariates, people.treated, { link });
  if (first.separated) return separated(first);
  const rows = keptRows(first.probability, plan.trim);
  const everybody = rows.length === people.numRows;
  const kept = everybody ? people : takePeople(people, rows);
  if (!kept.treated.includes(1) || !kept.treated.includes(0)) return nobodyLeft();
  if (modelColumns(kept.covariates).columns.length === 0) return nothingVaries();
  const score = everybody ? first : propensityScore(kept.covariates, kept.treated, { link });
  if (score.separated) return separated(score);

  const { weights, slope } = scoreWeights(score.probability, kept.treated, estimand);
  const model = modelOfRegression({
    rows,
    design: score.fit.design,
    residual: score.fit.residual,
    inverseInformation: score.fit.inverseInformation,
    slope: slope.map((one, i) => one * score.fit.slope[i]!),
    clusters: kept.clusters,
  });
  const group = weightedGroup(people, weights, model, {
    estimand: named(people, rows, estimand),
    population: populationOf(people, rows, estimand, plan),
    options: { score: link, trim: plan.trim ?? null, ...options },
    models: [propensityModel(score)],
  });
  return { group: { ...group, score: first.probability } };
}

/** A group of weighted people, from weights of the people a model of the weights was fitted to. */
export function weightedGroup(
  people: People,
  weights: Float64Array,
  model: WeightModel,
  described: Pick<ComparisonGroup, "estimand" | "population" | "options"> & { readonly models: readonly Model[] },
): ComparisonGroup {
  const whole = new Float64Array(people.numRows);
  model.rows.forEach((row, i) => {
    whole[row] = weights[i]!;
  });
  return {
    sets: null,
    setRule: null,
    weights: whole,
    score: null,
    matching: null,
    weighting: { summary: summaryOf(people, whole), model },
    assumptions: [],
    redrawTies: null,
    ...described,
  };
}

function keptRows(probability: Float64Array, trim: number | undefined): Int32Array {
  const rows = Int32Array.from(probability, (_, row) => row);
  return trim === undefined ? rows : rows.filter((row) => Math.min(probability[row]!, 1 - probability[row]!) >= trim);
}

/** Leaving out somebody the effect was to be about makes it another effect. */
function named(people: People, rows: Int32Array, estimand: WeightedEstimand): ComparisonGroup["estimand"] {
  const isLost = new Uint8Array(people.numRows).fill(1);
  for (const row of rows) isLost[row] = 0;
  const lost = (arm: number) => people.treated.some((one, row) => one === arm && isLost[row] === 1);
  if (estimand === "att" && lost(1)) return "ATM";
  if (estimand === "atc" && lost(0)) return "ATM";
  if (estimand === "ate" && (lost(1) || lost(0))) return "ATM";
  return estimand.toUpperCase() as ComparisonGroup["estimand"];
}

const populations: Readonly<Record<WeightedEstimand, string>> = {
  att: "all treated people",
  atc: "all comparison people",
  ate: "everyone in both arms",
  ato: "people who could have been in either arm, most of all those for whom it was even",
  atm: "people who could have been in either arm, as pairs would leave them",
};

function populationOf(people: People, rows: Int32Array, estimand: WeightedEstimand, { trim }: ComparisonPlan): string {
  if (rows.length === people.numRows) return populations[estimand];
  return `${populations[estimand].replace("all ", "")} whose score is at least ${trim} from 0 and from 1`;
}

function summaryOf({ covariates, treated }: People, weights: Float64Array): Weighting {
  const inArm = (arm: number) => weights.filter((weight, row) => treated[row] === arm && weight > 0);
  const [ofTreated, ofComparison] = [inArm(1), inArm(0)];
  const trimmed = (arm: number) => weights.filter((weight, row) => treated[row] === arm && weight === 0).length;
  return {
    effectiveSampleSize: {
      treated: effectiveSampleSize(ofTreated),
      comparison: effectiveSampleSize(ofComparison),
    },
    largestShare: { treated: largestShare(ofTreated), comparison: largestShare(ofComparison) },
    trimmed: { treated: trimmed(1), comparison: trimmed(0) },
    lost: lostTable(covariates, treated, weights),
  };
}

function largestShare(weights: Float64Array): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((most, weight) => Math.max(most, weight), 0) / total;
}

function nobodyLeft(): FormedGroup {
  return {
    refusal: {
      rule: "nobody-in-overlap",
      why: "no score of one arm lies between the limits of trimming, so there is nobody to weight",
      unlocks: "a smaller trim, or a comparison pool more like the treated",
    },
  };
}
