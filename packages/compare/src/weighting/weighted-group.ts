import type { ComparisonPlan, Model, Weighting } from "@likewise/schema";
import { lostTable } from "../balance/lost-table.ts";
import { modelColumns } from "../covariates/model-columns.ts";
import { effectiveSampleSize } from "../matching/effective-sample-size.ts";
import type { ComparisonGroup, FormedGroup } from "../methods/comparison-group.ts";
import type { MethodOptions } from "../methods/method.ts";
import type { People } from "../people/people.ts";
import { takePeople } from "../people/take-people.ts";
import { propensityModel } from "../scores/propensity-model.ts";
import { statedTerms } from "../scores/score-covariates.ts";
import { scoreOf } from "../scores/score-of.ts";
import { nothingVaries, separated } from "../scores/score-refusals.ts";
import { type ScoreWeights, scoreWeights, type WeightedEstimand } from "./score-weights.ts";
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
  const first = scoreOf(people, plan);
  if (first.separated) return separated(first);
  const rows = keptRows(first.probability, plan.trim);
  const everybody = rows.length === people.numRows;
  const kept = everybody ? people : takePeople(people, rows);
  if (!kept.treated.includes(1) || !kept.treated.includes(0)) return nobodyLeft();
  if (modelColumns(kept.covariates).columns.length === 0) return nothingVaries();
  const score = everybody ? first : scoreOf(kept, plan);
  if (score.separated) return separated(score);

  const { weights, slope } = times(
    scoreWeights(score.probability, kept.treated, estimand),
    factors(kept, estimand, plan.stabilise === true),
  );
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
    population: `${populationOf(people, rows, estimand, plan)}${people.samplingWeights == null ? "" : ", of the population that was sampled from"}`,
    options: {
      score: score.link,
      ...(plan.stabilise === undefined ? {} : { stabilise: plan.stabilise }),
      trim: plan.trim ?? null,
      ...statedTerms(plan),
      ...options,
    },
    models: [propensityModel(score)],
  });
  return { group: { ...group, score: first.probability } };
}

/**
 * What each person's weight is multiplied by beside the score: how many people they stand for and, stabilised, their arm's
 * share over that of the arm the effect is about. The latter is one number for each arm.
 */
function factors({ treated, samplingWeights }: People, estimand: WeightedEstimand, stabilise: boolean): Float64Array {
  const sampled = samplingWeights ?? new Float64Array(treated.length).fill(1);
  if (!stabilise) return sampled;
  const total = (arm: number) => sampled.reduce((sum, weight, row) => sum + (treated[row] === arm ? weight : 0), 0);
  const ofTreated = total(1) / (total(1) + total(0));
  const shares = [1 - ofTreated, ofTreated] as const;
  const about = { att: ofTreated, atc: 1 - ofTreated }[estimand as string] ?? 1;
  return sampled.map((weight, row) => (weight * shares[treated[row] as 0 | 1]) / about);
}

function times({ weights, slope }: ScoreWeights, by: Float64Array): ScoreWeights {
  return { weights: weights.map((one, i) => one * by[i]!), slope: slope.map((one, i) => one * by[i]!) };
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
