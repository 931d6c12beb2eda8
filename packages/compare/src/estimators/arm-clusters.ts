import { type AnalysisSet, rowsOfArm } from "../outcomes/analysis-set.ts";
import { clusterCount } from "./cluster-count.ts";

/** Declared clusters with somebody in each arm, and in either. */
export interface ArmClusters {
  readonly treated: number;
  readonly comparison: number;
  readonly all: number;
}

/** Null where people are not in declared clusters; matched sets hold both arms and are no such clusters. */
export function armClusters(people: AnalysisSet): ArmClusters | null {
  const { clusters } = people;
  if (clusters?.kind !== "cluster") return null;
  const clustersIn = (arm: 0 | 1) =>
    clusterCount(Int32Array.from(rowsOfArm(people, arm), (row) => clusters.codes[row]!));
  return { treated: clustersIn(1), comparison: clustersIn(0), all: clusterCount(clusters.codes) };
}

/**
 * Degrees of freedom of a cluster-robust standard error that has none of Satterthwaite's: matched sets and clusters less one,
 * or, where an arm has fewer than 10 clusters, those of the smaller arm less one, because then its clusters and not their
 * number overall decide how well the spread is known.
 *
 * @source Bell and McCaffrey (2002), Survey Methodology 28(2); MacKinnon and Webb (2018), doi:10.1111/ectj.12107
 */
export function clusterDf(people: AnalysisSet): number {
  const arms = armClusters(people);
  if (arms === null) return clusterCount(people.clusters!.codes) - 1;
  const smaller = Math.min(arms.treated, arms.comparison);
  return (smaller < enoughClusters ? smaller : arms.all) - 1;
}

/** What a reader of clustered estimates should know; no counts, which disclosure control would not see. */
export function clusterAssumptions(people: AnalysisSet, df: "satterthwaite" | "stand-in" = "satterthwaite"): string[] {
  const arms = armClusters(people);
  if (arms === null || Math.min(arms.treated, arms.comparison) >= enoughClusters) return [];
  const which = arms.treated <= arms.comparison ? "treated" : "comparison";
  return [
    df === "satterthwaite"
      ? `few ${which} clusters: differences and ratios have CR2 standard errors with Satterthwaite's degrees of freedom; where those are below four, neither interval nor p-value is to be leant on`
      : `few ${which} clusters: robust intervals of hazard ratios and augmented estimates have the degrees of freedom of the arm with fewer clusters, less one, a stand-in that errs wide`,
  ];
}

const enoughClusters = 10;
