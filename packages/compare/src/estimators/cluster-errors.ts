import { type RegressionFit, satterthwaiteClusterCovariance } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import type { AdjustedDesign } from "./adjusted-design.ts";
import type { AdjustedFit } from "./adjusted-fit.ts";
import { clusterDf } from "./arm-clusters.ts";

/** Standard errors of a regression on people in declared clusters: CR2, with the treatment's Satterthwaite degrees of freedom. */
export function clusterErrors(
  people: AnalysisSet,
  { design, treatedColumn }: AdjustedDesign,
  fit: RegressionFit,
): AdjustedFit {
  const { codes } = people.clusters!;
  const sizes = new Map<number, number>();
  for (const code of codes) sizes.set(code, (sizes.get(code) ?? 0) + 1);
  // The working variance of a model is worked with in matrices of a cluster's size.
  const working = Math.max(...sizes.values()) > largestForModel ? ({ working: "equal" } as const) : {};
  const robust = satterthwaiteClusterCovariance({ design, fit, clusters: codes, ...working });
  return {
    ...robust,
    kind: "cluster-robust by cluster (CR2), Satterthwaite degrees of freedom",
    df: robust.df[treatedColumn] ?? clusterDf(people),
  };
}

const largestForModel = 1000;
