import { designMatrix, fitLogistic, linearPredictor, normalQuantile, sumOf } from "@likewise/stats";
import { modelColumns } from "../covariates/model-columns.ts";
import { type AnalysisSet, rowsOfArm } from "../outcomes/analysis-set.ts";
import type { ArmInfluence, EffectWarning, EstimatorOptions } from "./estimator.ts";

/**
 * Whether the data contradict one effect for everybody, where it matters: a logistic regression in each arm puts the
 * standardised difference further from that of a single regression than chance would, at 5 % (Hausman's comparison of two
 * estimates, with the variance of their difference from each person's influence on both). Effects that differ between people
 * alike in both arms pass, as they move nothing. Null where no covariate varies or the regression of an arm has no answer, and for
 * people in clusters.
 *
 * @param arms of the single regression
 * @source Hausman (1978), doi:10.2307/1913827; White (1982), doi:10.2307/1912526
 */
export function effectDiffers(
  people: AnalysisSet,
  arms: ArmInfluence,
  { standardiseOver }: Pick<EstimatorOptions, "standardiseOver">,
): EffectWarning | null {
  if (people.clusters !== null) return null;
  const { columns } = modelColumns(people.covariates);
  if (columns.length === 0) return null;
  const everybody = designMatrix(columns.map(({ values }) => values));
  const target = { everyone: null, treated: 1, comparison: 0 }[standardiseOver];
  const over = people.treated.map((one) => (target === null || one === target ? 1 : 0));
  const own = ([1, 0] as const).map((arm) => ownRegression(people, everybody, arm, over));
  const [treated, comparison] = own;
  if (treated == null || comparison == null) return null;
  const apart = treated.value - comparison.value - (arms.treated.value - arms.comparison.value);
  const variance = sumOf(people.value.length, (row) => {
    const single = arms.treated.influence[row]! - arms.comparison.influence[row]!;
    return (treated.influence[row]! - comparison.influence[row]! - single) ** 2;
  });
  return apart ** 2 > surprising ** 2 * variance ? warning : null;
}

const surprising = normalQuantile(0.975);

const warning: EffectWarning = {
  code: "effect-differs",
  text: "the effect differs between people by their covariates, and a regression in each arm gives another answer than the single one used: its interval may miss the average effect; weighting or matching does not rest on one effect for all",
};

/** The arm's mean predicted by its own regression, and each person's influence on it; null where it has no finite answer. */
function ownRegression(
  people: AnalysisSet,
  everybody: ReturnType<typeof designMatrix>,
  arm: 0 | 1,
  over: Uint8Array,
): { value: number; influence: Float64Array } | null {
  const { rows: n, columns: k, values } = everybody;
  const rows = rowsOfArm(people, arm);
  if (rows.length <= 2 * k) return null;
  const design = { rows: rows.length, columns: k, values: new Float64Array(rows.length * k) };
  for (let j = 0; j < k; j++)
    rows.forEach((row, i) => {
      design.values[j * rows.length + i] = values[j * n + row]!;
    });
  const fit = fitLogistic({ design, outcome: rows.map((row) => people.value[row]!) });
  if (fit.separated || !fit.converged || fit.aliased.length > 0) return null;
  const predicted = linearPredictor(everybody, fit.coefficients).map((linear) => 1 / (1 + Math.exp(-linear)));
  const about = over.reduce((sum, one) => sum + one, 0);
  const average = (term: (row: number) => number) => sumOf(n, (row) => (over[row] === 1 ? term(row) : 0)) / about;
  const gradient = Array.from({ length: k }, (_, j) =>
    average((row) => predicted[row]! * (1 - predicted[row]!) * values[j * n + row]!),
  );
  const direction = fit.covariance.map((line) => sumOf(k, (j) => line[j]! * gradient[j]!));
  const influence = new Float64Array(n);
  rows.forEach((row, i) => {
    influence[row] = fit.scoreResiduals[i]! * sumOf(k, (j) => direction[j]! * values[j * n + row]!);
  });
  return { value: average((row) => predicted[row]!), influence };
}
