import {
  cholesky,
  crossproduct,
  designMatrix,
  inverseCholesky,
  type Matrix,
  sampleStandardDeviation,
} from "@likewise/stats";
import { modelColumns } from "../covariates/model-columns.ts";
import type { People } from "../people/people.ts";
import { nothingVaries } from "../scores/score-refusals.ts";
import { entropyWeights } from "../weighting/entropy-weights.ts";
import { modelOfRegression, type WeightModel } from "../weighting/weight-model.ts";
import { weightedGroup } from "../weighting/weighted-group.ts";
import type { FormedGroup } from "./comparison-group.ts";
import type { ComparisonMethod } from "./method.ts";

export const entropy: ComparisonMethod = {
  id: "entropy",
  label: "entropy balancing",
  estimands: ["att"],
  needs: ["covariates"],
  source: "Hainmueller (2012), doi:10.1093/pan/mpr025; Zhao and Percival (2017), doi:10.1515/jci-2016-0010",
  estimators: ["weighted", "augmented", "crude"],
  adjustment: "weighting",
  form: balance,
};

function balance(people: People): FormedGroup {
  const { columns } = modelColumns(people.covariates);
  if (columns.length === 0) return nothingVaries();
  const rowsOf = (arm: number) =>
    Int32Array.from(people.treated, (_, row) => row).filter((row) => people.treated[row] === arm);
  const [treated, comparison] = [rowsOf(1), rowsOf(0)];
  const all = columns.map(({ values }) => values);
  const targets = all.map((values) => meanOf(values, treated));
  const scale = all.map((values) => sampleStandardDeviation(values));
  const free = independent(all, comparison, targets, scale);
  const design = designMatrix(
    free.map((j) => Float64Array.from(comparison, (row) => all[j]![row]!)),
    { intercept: false },
  );
  const found = entropyWeights(
    design,
    free.map((j) => targets[j]!),
    free.map((j) => scale[j]!),
  );
  if (found === null || !meetsAll(all, comparison, found.weights, targets, scale)) return outOfReach();

  const weights = Float64Array.from(people.treated, (arm) => arm);
  comparison.forEach((row, i) => {
    weights[row] = found.weights[i]! * treated.length;
  });
  const centred = free.map((j) => all[j]!.map((value) => (value - targets[j]!) / scale[j]!));
  return {
    group: weightedGroup(people, weights, modelOf(people, centred, weights), {
      estimand: "ATT",
      population: "all treated people",
      options: { balanced: "means" },
      models: [],
    }),
  };
}

/** Columns that say something new among the comparison people; one that is constant there can meet only its own value. */
function independent(
  all: readonly Float64Array[],
  rows: Int32Array,
  targets: readonly number[],
  scale: readonly number[],
) {
  const centred = designMatrix(
    all.map((values, j) => Float64Array.from(rows, (row) => (values[row]! - targets[j]!) / scale[j]!)),
  );
  const { dropped } = cholesky(crossproduct(centred), { tolerance: 1e-10 });
  return all.map((_, j) => j).filter((j) => !dropped.includes(j + 1));
}

function meetsAll(
  all: readonly Float64Array[],
  rows: Int32Array,
  weights: Float64Array,
  targets: readonly number[],
  scale: readonly number[],
): boolean {
  return all.every((values, j) => {
    const mean = rows.reduce((sum, row, i) => sum + weights[i]! * values[row]!, 0);
    return Math.abs(mean - targets[j]!) <= 1e-7 * scale[j]!;
  });
}

/** The dual's estimating equations: comparison people pull by their weight, treated people by their part in the target. */
function modelOf(people: People, centred: readonly Float64Array[], weights: Float64Array): WeightModel {
  const design = designMatrix(centred, { intercept: false });
  const ofComparison = weights.map((weight, row) => (people.treated[row] === 1 ? 0 : weight));
  const inverse = inverseCholesky(cholesky(crossproduct(design, ofComparison)));
  return modelOfRegression({
    rows: Int32Array.from(people.units, (_, row) => row),
    design,
    // Weights of the comparison people add up to the number treated, so each treated person pulls by 1.
    residual: Float64Array.from(weights, (weight, row) => (people.treated[row] === 1 ? 1 : -weight)),
    inverseInformation: rowsOf(inverse),
    slope: ofComparison,
    clusters: people.clusters,
  });
}

function rowsOf({ rows, columns, values }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => values[j * rows + i]!));
}

function meanOf(values: Float64Array, rows: Int32Array): number {
  return rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
}

function outOfReach(): FormedGroup {
  return {
    refusal: {
      rule: "no-overlap",
      why: "no weights above 0 give the comparison people the means of the treated: some of the treated are unlike anybody in the comparison pool",
      unlocks: "fewer or coarser covariates, or a comparison pool more like the treated",
    },
  };
}
