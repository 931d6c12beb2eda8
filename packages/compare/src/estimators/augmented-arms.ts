import { sumOf } from "@likewise/stats";
import { effectiveSampleSize } from "../matching/effective-sample-size.ts";
import { type AnalysisSet, rowsOfArm } from "../outcomes/analysis-set.ts";
import { clusterDf } from "./arm-clusters.ts";
import { armValue, peopleIn } from "./arm-summary.ts";
import { clusterCount } from "./cluster-count.ts";
import { clusterTotals } from "./cluster-totals.ts";
import type { ArmContrast } from "./contrasts.ts";
import type { ArmInfluence, ArmLine, EstimatorOptions } from "./estimator.ts";
import type { OutcomePredictions } from "./outcome-models.ts";

/**
 * Arm values by a regression of the outcome in each arm, put right by the weighted residuals (augmented inverse probability
 * weighting): right where either the weights or the regressions are. An arm the effect is about stands as it was seen.
 *
 * Each person's influence is that of the efficient score, which counts both models as right; estimating them then adds
 * nothing to the spread in large samples. Declared clusters: influences added up by cluster (CR1).
 *
 * @source Robins, Rotnitzky and Zhao (1994), doi:10.1080/01621459.1994.10476818; Lunceford and Davidian (2004),
 *         doi:10.1002/sim.1903
 */
export function augmentedArms(
  people: AnalysisSet,
  predictions: OutcomePredictions,
  { standardiseOver }: Pick<EstimatorOptions, "standardiseOver">,
): { contrast: ArmContrast; arms: ArmInfluence } {
  const { treated, weights, value, rows, clusters } = people;
  const target = { everyone: null, treated: 1, comparison: 0 }[standardiseOver];
  const about = target === null ? value.length : peopleIn(people, target as 0 | 1);
  const isAbout = (row: number) => target === null || treated[row] === target;
  const lineOf = (arm: 0 | 1, predicted: Float64Array): Omit<ArmLine, "factor"> => {
    const parts = Float64Array.from(value, (y, row) => {
      if (arm === target) return isAbout(row) ? y : 0;
      const own = treated[row] === arm ? (weights?.[row] ?? 1) * (y - predicted[row]!) : 0;
      return own + (isAbout(row) ? predicted[row]! : 0);
    });
    const mean = sumOf(parts.length, (row) => parts[row]!) / about;
    return { value: mean, influence: parts.map((part, row) => (part - (isAbout(row) ? mean : 0)) / about) };
  };
  const lines = { treated: lineOf(1, predictions.treated), comparison: lineOf(0, predictions.comparison) };
  const spread = clusters === null ? byPerson(people) : byCluster(people, clusters.codes);
  const totals = {
    treated: spread.totals(lines.treated.influence),
    comparison: spread.totals(lines.comparison.influence),
  };
  const product = (a: Float64Array, b: Float64Array) => spread.factor * sumOf(a.length, (i) => a[i]! * b[i]!);
  const variance = {
    treated: product(totals.treated, totals.treated),
    comparison: product(totals.comparison, totals.comparison),
    covariance: product(totals.treated, totals.comparison),
  };
  return {
    contrast: {
      treated: { ...armValue(people, 1, lines.treated.value), value: lines.treated.value },
      comparison: { ...armValue(people, 0, lines.comparison.value), value: lines.comparison.value },
      variance,
      armDf: spread.armDf,
      df: (derivatives) => spread.df(derivatives, variance),
      clusters: spread.clusters,
      standardErrorKind: spread.kind,
      adjustedFor: predictions.covariates,
    },
    arms: {
      rows,
      dependence: clusters === null ? null : clusters.kind,
      treated: { ...lines.treated, factor: spread.factor },
      comparison: { ...lines.comparison, factor: spread.factor },
    },
  };
}

interface Spread {
  readonly factor: number;
  readonly armDf: { readonly treated: number; readonly comparison: number };
  readonly clusters: number | null;
  readonly kind: string;
  totals(influence: Float64Array): Float64Array;
  df(derivatives: readonly [number, number], variance: ArmContrast["variance"]): number;
}

function byPerson(people: AnalysisSet): Spread {
  const n = people.value.length;
  const effective = (arm: 0 | 1) =>
    effectiveSampleSize(rowsOfArm(people, arm).map((row) => people.weights?.[row] ?? 1));
  const armDf = { treated: effective(1) - 1, comparison: effective(0) - 1 };
  return {
    factor: n / (n - 1),
    armDf,
    clusters: null,
    kind: "influence function, both models taken as right",
    totals: (influence) => influence,
    df: ([inTreated, inComparison], { treated, comparison }) => {
      const a = inTreated ** 2 * treated;
      const b = inComparison ** 2 * comparison;
      return (a + b) ** 2 / (a ** 2 / armDf.treated + b ** 2 / armDf.comparison);
    },
  };
}

function byCluster(people: AnalysisSet, codes: Int32Array): Spread {
  const present = clusterCount(codes);
  const most = codes.reduce((highest, code) => Math.max(highest, code + 1), 0);
  const df = clusterDf(people);
  return {
    factor: present / (present - 1),
    armDf: { treated: df, comparison: df },
    clusters: present,
    kind: `influence function, both models taken as right, robust by ${people.clusters!.kind} (CR1)`,
    totals: (influence) => clusterTotals(influence, codes, most),
    df: () => df,
  };
}
