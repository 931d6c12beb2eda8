import { type ClusteredEstimate, naturalOrder } from "@likewise/schema";
import {
  designMatrix,
  fitLeastSquares,
  type Refused,
  satterthwaiteClusterCovariance,
  studentTQuantile,
} from "@likewise/stats";

/**
 * Mean change with an interval that knows people of one team, course or site to be alike; of two groups also the
 * difference in mean change. Each person counts once; what is not known well is how much teams differ, so few of them make
 * the interval wide (CR2, Satterthwaite’s degrees of freedom).
 *
 * @param change  later minus first score, points, one a person
 * @param cluster the team each belongs to
 * @param treated 1 in the group whose effect is asked for, 0 in the other; left out, one group
 * @returns refused where there are fewer than two clusters, or a group lies in one alone
 * @throws RangeError when lengths differ, or a change is not a number
 * @source Bell and McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky and Tipton (2018), doi:10.1080/07350015.2016.1247004
 * @example
 * // Equal teams: Student’s t of the means of teams, here 0 and 4.
 * clusteredChange({ change: [0, 0, 3, 5], cluster: ["a", "a", "b", "b"] }).df; // 1
 */
export function clusteredChange({
  change,
  cluster,
  treated,
  level = 0.95,
}: {
  readonly change: ArrayLike<number>;
  readonly cluster: readonly string[];
  readonly treated?: ArrayLike<number>;
  readonly level?: number;
}): ClusteredEstimate | Refused {
  const people = change.length;
  if (cluster.length !== people || (treated !== undefined && treated.length !== people))
    throw new RangeError(
      `clusteredChange: cluster and treated must have the length of change (${people} people), got ${cluster.length} and ${treated?.length}`,
    );
  const names = [...new Set(cluster)].sort(naturalOrder);
  const sides = treated === undefined ? [cluster] : [0, 1].map((arm) => cluster.filter((_, at) => treated[at] === arm));
  const fewest = Math.min(...sides.map((side) => new Set(side).size));
  if (fewest < 2)
    return {
      refused: {
        what: "change with clusters allowed for",
        why:
          treated === undefined
            ? `everybody is in ${fewest} cluster: how much clusters differ cannot be seen`
            : `a group lies in ${fewest} cluster alone: what the cluster does cannot be told from what the programme does`,
        unlocks: "two clusters or more in each group, and better ten",
      },
    };
  const codes = new Map(names.map((name, at) => [name, at]));
  const design =
    treated === undefined
      ? designMatrix([new Float64Array(people).fill(1)], { intercept: false })
      : designMatrix([treated]);
  const fit = fitLeastSquares({ design, outcome: Float64Array.from(change) });
  const covariance = satterthwaiteClusterCovariance({
    design,
    fit,
    clusters: cluster.map((name) => codes.get(name)!),
  });
  const term = treated === undefined ? 0 : 1;
  const [estimate, standardError, df] = [
    fit.coefficients[term]!,
    covariance.standardErrors[term]!,
    covariance.df[term]!,
  ];
  // Clusters with the very same mean change show nothing of how much clusters differ.
  const known = standardError !== null && standardError > 1e-9 && df !== null && Number.isFinite(df);
  const reach = known ? studentTQuantile((1 + level) / 2, df) * standardError : null;
  return {
    people,
    clusters: names.length,
    estimate,
    standardError: known ? standardError : null,
    df: known ? df : null,
    interval: reach === null ? null : [estimate - reach, estimate + reach],
  };
}
