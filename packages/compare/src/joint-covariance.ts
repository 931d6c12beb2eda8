import type { JointCovariance } from "@likewise/schema";
import { sumOf } from "@likewise/stats";
import type { ArmInfluence, ArmLine } from "./estimators/estimator.ts";

/** An outcome's arm values with each person's influence on them, and who depends on whom. */
export interface OutcomeInfluence {
  readonly outcome: string;
  /** Group of offences it counts; null where it declares none. */
  readonly group: string | null;
  readonly influence: ArmInfluence;
  /** Set or cluster of each person compared, -1 for nobody; null when people are independent. */
  readonly clusters: Int32Array | null;
}

/**
 * Joint covariance of all arm values of a comparison, within and between outcomes: the same people answer for each, so
 * their influences are multiplied person by person, or set by set (cluster by cluster) where both outcomes have the same.
 *
 * One artefact on the identity link for everything, and one on the log link for the values above 0; none when no outcome
 * has arm values.
 *
 * @param numRows people compared
 */
export function jointCovariances(
  comparison: string,
  outcomes: readonly OutcomeInfluence[],
  numRows: number,
): JointCovariance[] {
  const lines = outcomes.flatMap(({ outcome, group, influence, clusters }) =>
    (["treated", "comparison"] as const).map((arm): Line => {
      const byPerson = new Float64Array(numRows);
      influence.rows.forEach((row, i) => {
        byPerson[row] = influence[arm].influence[i]!;
      });
      return { key: { outcome, arm, group }, arm: influence[arm], byPerson, ...byCluster(byPerson, clusters) };
    }),
  );
  if (lines.length === 0) return [];
  const positive = lines.filter(({ arm }) => arm.value > 0);
  return [
    artefact(
      comparison,
      "identity",
      lines,
      (value) => value,
      () => 1,
    ),
    artefact(comparison, "log", positive, Math.log, (value) => 1 / value),
  ];
}

interface Line {
  readonly key: JointCovariance["keys"][number];
  readonly arm: ArmLine;
  readonly byPerson: Float64Array;
  readonly clusters: Int32Array | null;
  readonly byCluster: Float64Array;
}

function byCluster(byPerson: Float64Array, clusters: Int32Array | null) {
  if (clusters === null) return { clusters, byCluster: byPerson };
  const totals = new Float64Array(clusters.reduce((most, code) => Math.max(most, code + 1), 0));
  clusters.forEach((code, row) => {
    if (code >= 0) totals[code] = totals[code]! + byPerson[row]!;
  });
  return { clusters, byCluster: totals };
}

function artefact(
  comparison: string,
  link: JointCovariance["link"],
  lines: readonly Line[],
  onLink: (value: number) => number,
  slope: (value: number) => number,
): JointCovariance {
  return {
    kind: "likewise/joint-covariance",
    version: 1,
    comparison,
    keys: lines.map(({ key }) => key),
    link,
    estimates: lines.map(({ arm }) => onLink(arm.value)),
    covariance: lines.flatMap((a) => lines.map((b) => slope(a.arm.value) * slope(b.arm.value) * covarianceOf(a, b))),
  };
}

function covarianceOf(a: Line, b: Line): number {
  const [x, y] = a.clusters === b.clusters ? [a.byCluster, b.byCluster] : [a.byPerson, b.byPerson];
  return Math.sqrt(a.arm.factor * b.arm.factor) * sumOf(x.length, (i) => x[i]! * y[i]!);
}
