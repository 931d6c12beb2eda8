import { sumOf } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { clusterDf } from "./arm-clusters.ts";
import { armValue } from "./arm-summary.ts";
import { clusterCount, clusterRoom } from "./cluster-count.ts";
import { type ClusterSpread, clusterSpread } from "./cluster-spread.ts";
import { clusterTotals } from "./cluster-totals.ts";
import type { ArmContrast } from "./contrasts.ts";
import type { ArmInfluence, ArmLine } from "./estimator.ts";
import { reusedArms } from "./reused-arms.ts";
import { weightedArms } from "./weighted-arms.ts";

export interface ArmRatios extends ArmInfluence {
  /** Variances of the two arm values and their covariance. */
  readonly variance: { readonly treated: number; readonly comparison: number; readonly covariance: number };
  /** Mean size of what is averaged in each arm, weighed as its value is: what rounding is to be judged by. */
  readonly scale: { readonly treated: number; readonly comparison: number };
  /** Degrees of freedom of each arm's own value. */
  readonly armDf: { readonly treated: number; readonly comparison: number };
  /** Clusters, when people are clustered. */
  readonly clusters: number | null;
  /** Degrees of freedom of a contrast with these derivatives in the treated and in the comparison value. */
  df(derivatives: readonly [number, number]): number;
  readonly standardErrorKind: string;
}

/**
 * Weighted total over weighted total in each arm (a mean when the denominator is 1 for everybody, a rate when it is
 * years at risk), with the covariance of the two.
 *
 * Independent people: each arm has its own sample variance (n − 1) and a contrast has Welch–Satterthwaite degrees of
 * freedom. Matched sets: sums of influences by set with the CR1 factor G / (G − 1) · (N − 1) / (N − 2), which is what least
 * squares of the outcome on treatment with clustered standard errors gives, and G − 1 degrees of freedom. Declared clusters:
 * CR2 and Satterthwaite's degrees of freedom (`cluster-spread.ts`). Weights that were estimated: influences include what estimating them
 * adds (`weighted-arms.ts`). People matched with replacement: Abadie and Imbens's variance (`reused-arms.ts`).
 *
 * @param numerator   length n
 * @param denominator length n, total above 0 in each arm
 */
export function armRatios(people: AnalysisSet, numerator: Float64Array, denominator: Float64Array): ArmRatios {
  const { rows, treated, weights, clusters } = people;
  const arms = ([1, 0] as const).map((arm) => armLine(arm, treated, weights, numerator, denominator)) as [
    ArmPart,
    ArmPart,
  ];
  const scale = { treated: arms[0].scale, comparison: arms[1].scale };
  if (people.weightModel !== null) {
    const weighted = weightedArms(people, arms, numerator, denominator);
    return { scale, dependence: clusters === null ? null : clusters.kind, ...weighted };
  }
  if (people.reused) {
    return { scale, dependence: null, ...reusedArms(people, people.reused, arms, numerator, denominator) };
  }
  if (clusters === null) return { rows, scale, dependence: null, ...independentArms(...arms) };
  if (clusters.kind === "cluster") {
    const spread = clusterSpread(people, numerator, denominator);
    if (spread !== null)
      return { rows, scale, dependence: "cluster", ...armsInClusters(...arms, clusters.codes, spread) };
  }
  const clustered = clusteredArms(...arms, clusters.codes, clusters.kind, clusterDf(people));
  return { rows, scale, dependence: clusters.kind, ...clustered };
}

/** The two arm values with their people and events, ready to be contrasted. */
export function contrastOfArms(people: AnalysisSet, arms: ArmRatios): ArmContrast {
  return {
    ...arms,
    treated: { ...armValue(people, 1, arms.treated.value), value: arms.treated.value },
    comparison: { ...armValue(people, 0, arms.comparison.value), value: arms.comparison.value },
    adjustedFor: [],
  };
}

export interface ArmPart extends Omit<ArmLine, "factor"> {
  readonly people: number;
  readonly scale: number;
}

function armLine(
  arm: 0 | 1,
  treated: Uint8Array,
  weights: Float64Array | null,
  numerator: Float64Array,
  denominator: Float64Array,
): ArmPart {
  const n = treated.length;
  const own = new Float64Array(n);
  let people = 0;
  for (let row = 0; row < n; row++) {
    if (treated[row] !== arm) continue;
    own[row] = weights === null ? 1 : weights[row]!;
    people++;
  }
  const total = sumOf(n, (row) => own[row]! * denominator[row]!);
  const value = sumOf(n, (row) => own[row]! * numerator[row]!) / total;
  const scale = sumOf(n, (row) => own[row]! * Math.abs(numerator[row]!)) / total;
  const influence = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    influence[row] = (own[row]! * (numerator[row]! - value * denominator[row]!)) / total;
  }
  return { value, influence, scale, people };
}

function independentArms(treated: ArmPart, comparison: ArmPart): Omit<ArmRatios, "rows" | "dependence" | "scale"> {
  const [t, c] = [treated, comparison].map((part) => ({ ...part, factor: part.people / (part.people - 1) })) as [
    ArmPart & ArmLine,
    ArmPart & ArmLine,
  ];
  const variance = { treated: varianceOf(t), comparison: varianceOf(c), covariance: 0 };
  return {
    treated: t,
    comparison: c,
    variance,
    clusters: null,
    armDf: { treated: t.people - 1, comparison: c.people - 1 },
    standardErrorKind: "person-level, each arm with its own variance (n − 1)",
    df: ([inTreated, inComparison]) => {
      const a = inTreated ** 2 * variance.treated;
      const b = inComparison ** 2 * variance.comparison;
      return (a + b) ** 2 / (a ** 2 / (t.people - 1) + b ** 2 / (c.people - 1));
    },
  };
}

function varianceOf({ influence, factor }: ArmLine): number {
  return factor * sumOf(influence.length, (row) => influence[row]! ** 2);
}

/**
 * The joint covariance is made of influences, and CR2 corrects them: the two arms' influences are combined (a triangular
 * matrix by the two Cholesky factors) so that their sums by cluster have the variances and the covariance found.
 */
function armsInClusters(
  treated: ArmPart,
  comparison: ArmPart,
  codes: Int32Array,
  { variance, armDf, df }: ClusterSpread,
): Omit<ArmRatios, "rows" | "dependence" | "scale"> {
  const numClusters = clusterRoom(codes);
  const t = clusterTotals(treated.influence, codes, numClusters);
  const c = clusterTotals(comparison.influence, codes, numClusters);
  const product = (a: Float64Array, b: Float64Array) => sumOf(numClusters, (g) => a[g]! * b[g]!);
  const plain = lowerFactor({ treated: product(t, t), comparison: product(c, c), covariance: product(t, c) });
  const found = lowerFactor(variance);
  const ownTreated = plain.first > 0 ? found.first / plain.first : 1;
  const ownComparison = plain.last > 0 ? found.last / plain.last : 1;
  const carried = plain.first > 0 ? (found.between - ownComparison * plain.between) / plain.first : 0;
  return {
    treated: { ...treated, influence: treated.influence.map((one) => ownTreated * one), factor: 1 },
    comparison: {
      ...comparison,
      influence: comparison.influence.map((one, row) => ownComparison * one + carried * treated.influence[row]!),
      factor: 1,
    },
    variance,
    clusters: clusterCount(codes),
    armDf,
    standardErrorKind: "cluster-robust by cluster (CR2), Satterthwaite degrees of freedom",
    df,
  };
}

/** Cholesky factor of a two by two covariance. */
function lowerFactor({ treated, comparison, covariance }: ArmRatios["variance"]) {
  const first = Math.sqrt(treated);
  const between = first > 0 ? covariance / first : 0;
  return { first, between, last: Math.sqrt(Math.max(0, comparison - between ** 2)) };
}

function clusteredArms(
  treated: ArmPart,
  comparison: ArmPart,
  codes: Int32Array,
  kind: "matched set" | "cluster",
  df: number,
): Omit<ArmRatios, "rows" | "dependence" | "scale"> {
  const numClusters = clusterRoom(codes);
  const present = clusterCount(codes);
  const n = codes.length;
  const factor = (present / (present - 1)) * ((n - 1) / (n - 2));
  const t = clusterTotals(treated.influence, codes, numClusters);
  const c = clusterTotals(comparison.influence, codes, numClusters);
  const product = (a: Float64Array, b: Float64Array) => factor * sumOf(numClusters, (g) => a[g]! * b[g]!);
  return {
    treated: { ...treated, factor },
    comparison: { ...comparison, factor },
    variance: { treated: product(t, t), comparison: product(c, c), covariance: product(t, c) },
    clusters: present,
    standardErrorKind: `cluster-robust by ${kind} (CR1)`,
    armDf: { treated: df, comparison: df },
    df: () => df,
  };
}
