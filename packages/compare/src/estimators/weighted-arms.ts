import { sumOf } from "@likewise/stats";
import { effectiveSampleSize } from "../matching/effective-sample-size.ts";
import { type AnalysisSet, rowsOfArm } from "../outcomes/analysis-set.ts";
import type { WeightModel } from "../weighting/weight-model.ts";
import { clusterDf } from "./arm-clusters.ts";
import type { ArmPart, ArmRatios } from "./arm-ratios.ts";
import { type ClusterSpread, clusterSpread } from "./cluster-spread.ts";
import { clusterTotals } from "./cluster-totals.ts";
import type { ArmLine } from "./estimator.ts";

/**
 * Arm values of people with estimated weights. The two arm values and the model of the weights are one stack of estimating
 * equations: each person's influence is that on the weighted value plus that through the weights, and both arms share the
 * people the model was fitted to.
 *
 * The sandwich is too narrow in small samples, so an arm's influences are scaled as if it had its effective number of people
 * less one, and all of them for the parameters of the weights; a contrast has Welch–Satterthwaite degrees of freedom by
 * effective numbers. In clusters: CR1, and Satterthwaite's degrees of freedom.
 *
 * @source Lunceford and Davidian (2004), doi:10.1002/sim.1903; Fay and Graubard (2001), doi:10.1111/j.0006-341X.2001.01198.x
 */
export function weightedArms(
  people: AnalysisSet,
  [treated, comparison]: readonly [ArmPart, ArmPart],
  numerator: Float64Array,
  denominator: Float64Array,
): Omit<ArmRatios, "dependence" | "scale"> {
  const model = people.weightModel!;
  const place = placeOf(people, model);
  const wholeOf = (arm: 0 | 1, part: ArmPart) =>
    wholeInfluence(people, model, place, arm, part, numerator, denominator);
  const influence = { treated: wholeOf(1, treated), comparison: wholeOf(0, comparison) };
  const effective = { treated: effectiveNumber(people, 1), comparison: effectiveNumber(people, 0) };
  const ofParameters = model.rows.length / Math.max(1, model.rows.length - model.parameters);
  const known = people.clusters?.kind === "cluster" ? clusterSpread(people, numerator, denominator) : null;
  const spread = model.clusters === null ? independent(effective) : inClusters(people, model, known);
  const line = (arm: "treated" | "comparison", value: number): ArmLine => ({
    value,
    influence: influence[arm],
    factor: ofParameters * spread.factor[arm],
  });
  const lines = { treated: line("treated", treated.value), comparison: line("comparison", comparison.value) };
  const totals = { treated: spread.totals(influence.treated), comparison: spread.totals(influence.comparison) };
  const product = (a: "treated" | "comparison", b: "treated" | "comparison") =>
    Math.sqrt(lines[a].factor * lines[b].factor) * sumOf(totals[a].length, (i) => totals[a][i]! * totals[b][i]!);
  const variance = {
    treated: product("treated", "treated"),
    comparison: product("comparison", "comparison"),
    covariance: product("treated", "comparison"),
  };
  return {
    rows: model.rows,
    ...lines,
    variance,
    clusters: spread.clusters,
    armDf: spread.armDf,
    standardErrorKind: spread.kind,
    df: (derivatives) => spread.df(derivatives, variance),
  };
}

interface Spread {
  readonly factor: Readonly<Record<"treated" | "comparison", number>>;
  readonly armDf: Readonly<Record<"treated" | "comparison", number>>;
  readonly clusters: number | null;
  readonly kind: string;
  totals(influence: Float64Array): Float64Array;
  df(derivatives: readonly [number, number], variance: ArmRatios["variance"]): number;
}

function independent(effective: Spread["armDf"]): Spread {
  const armDf = { treated: effective.treated - 1, comparison: effective.comparison - 1 };
  return {
    factor: {
      treated: effective.treated / armDf.treated,
      comparison: effective.comparison / armDf.comparison,
    },
    armDf,
    clusters: null,
    kind: "stacked estimating equations with the weights, corrected for effective numbers and parameters",
    totals: (influence) => influence,
    df: ([inTreated, inComparison], variance) => {
      const a = inTreated ** 2 * variance.treated;
      const b = inComparison ** 2 * variance.comparison;
      return (a + b) ** 2 / (a ** 2 / armDf.treated + b ** 2 / armDf.comparison);
    },
  };
}

/** How well the spread is known is judged as if the weights were. */
function inClusters(people: AnalysisSet, { clusters }: WeightModel, known: ClusterSpread | null): Spread {
  const codes = clusters!;
  const present = new Set(codes).size;
  const most = codes.reduce((highest, code) => Math.max(highest, code + 1), 0);
  const factor = present / (present - 1);
  const df = clusterDf(people);
  return {
    factor: { treated: factor, comparison: factor },
    armDf: known?.armDf ?? { treated: df, comparison: df },
    clusters: present,
    kind: "stacked estimating equations with the weights, robust by cluster (CR1), Satterthwaite degrees of freedom",
    totals: (influence) => clusterTotals(influence, codes, most),
    df: (derivatives) => known?.df(derivatives) ?? df,
  };
}

/** Place in the model of each person of the analysis set. */
export function placeOf(people: AnalysisSet, { rows }: WeightModel): Int32Array {
  let at = 0;
  return people.rows.map((row) => {
    while (rows[at]! < row) at++;
    return at;
  });
}

function wholeInfluence(
  people: AnalysisSet,
  model: WeightModel,
  place: Int32Array,
  arm: 0 | 1,
  part: ArmPart,
  numerator: Float64Array,
  denominator: Float64Array,
): Float64Array {
  const { treated, weights } = people;
  const total = sumOf(treated.length, (i) => (treated[i] === arm ? weights![i]! * denominator[i]! : 0));
  const pull = new Float64Array(model.rows.length);
  place.forEach((at, i) => {
    if (treated[i] === arm) pull[at] = (numerator[i]! - part.value * denominator[i]!) / total;
  });
  const influence = model.influenceOf(pull);
  place.forEach((at, i) => {
    influence[at] = influence[at]! + part.influence[i]!;
  });
  return influence;
}

function effectiveNumber(people: AnalysisSet, arm: 0 | 1): number {
  return effectiveSampleSize(rowsOfArm(people, arm).map((row) => people.weights![row]!));
}
