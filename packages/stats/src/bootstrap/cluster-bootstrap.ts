import { checkWhole } from "../distributions/check-argument.ts";
import { checkLevel } from "../proportions/two-sided-quantile.ts";
import { type Refused, refuse } from "../refusals/refused.ts";
import { acceleration } from "./acceleration.ts";
import { type BootstrapInterval, bootstrapInterval } from "./bootstrap-interval.ts";
import { bootstrapReplicates, type ReplicatesInput, strataMembers, valuesOf } from "./bootstrap-replicates.ts";

export interface ClusterBootstrapInput extends ReplicatesInput {
  /** resamples, default 1999 */
  readonly replicates?: number;
  /** confidence level, default 0.95 */
  readonly level?: number;
  /** fewest units, in each stratum, for which intervals are given; default 20 */
  readonly minimumUnits?: number;
  /**
   * replicates 0 to `replicates` − 1 that were drawn elsewhere, in threads, by
   * `bootstrapReplicates` with the same units, statistic, seed and strata; drawn here when left out
   */
  readonly drawn?: readonly (readonly number[])[];
}

export interface ClusterBootstrap {
  readonly units: number;
  readonly strata: number;
  readonly replicates: number;
  readonly seed: number | string;
  readonly level: number;
  /** one entry per statistic */
  readonly intervals: readonly (BootstrapInterval | Refused)[];
}

/**
 * Bootstrap of whole units: everything that belongs to a unit is drawn or left
 * out together, so rows of a unit may depend on each other in any way.
 *
 * The statistic is a function of how often each unit was drawn, so tables of
 * units by time are reweighted and never copied. Give percentile limits where
 * the statistic is a share or a mean, BCa where its resamples are skewed or
 * biased (ratios, trimmed means). Neither repairs a sample too small to show
 * its own tail: below `minimumUnits` there is no interval.
 *
 * @param input units, statistic, seed, and the options with their defaults
 * @returns intervals of each statistic, or of none when a stratum has too few units; a statistic that has none says why
 * @throws RangeError when an option is out of range, strata are not as many as units, or `drawn` not as many as replicates
 * @source Davison and Hinkley, Bootstrap Methods and their Application (1997), sections 2.4, 3.8 and 5.3
 * @example
 * const events = [3, 0, 1, 0, 2];
 * const total = (times) => events.reduce((sum, count, i) => sum + times[i] * count, 0);
 * const result = clusterBootstrap({ units: 5, statistic: total, seed: 2024, minimumUnits: 5 });
 * result.intervals[0].estimate; // 6
 * clusterBootstrap({ units: 5, statistic: total, seed: 2024 }).refused.unlocks; // "at least 20 units in each stratum"
 */
export function clusterBootstrap(input: ClusterBootstrapInput): ClusterBootstrap | Refused {
  const caller = "clusterBootstrap";
  const { units, seed, statistic, replicates = 1999, level = 0.95, minimumUnits = 20 } = input;
  checkWhole(caller, "replicates", replicates, 1);
  checkWhole(caller, "minimumUnits", minimumUnits, 2);
  checkLevel(caller, level);
  const members = strataMembers(caller, input);
  const fewest = Math.min(...members.map((stratum) => stratum.length));
  if (fewest < minimumUnits) {
    return refuse(
      "bootstrap interval",
      `${fewest} units in the smallest stratum are too few to stand for those not seen`,
      `at least ${minimumUnits} units in each stratum`,
    );
  }
  const estimates = valuesOf(statistic, new Float64Array(units).fill(1));
  const drawn = input.drawn ?? bootstrapReplicates(input, 0, replicates);
  if (drawn.length !== replicates)
    throw new RangeError(`${caller}: drawn must hold ${replicates} replicates, got ${drawn.length}`);
  const accelerations = acceleration(input);
  return {
    units,
    strata: members.length,
    replicates,
    seed,
    level,
    intervals: estimates.map((estimate, s) =>
      bootstrapInterval({
        estimate,
        replicates: drawn.map((values) => values[s]!),
        acceleration: accelerations[s]!,
        level,
      }),
    ),
  };
}
