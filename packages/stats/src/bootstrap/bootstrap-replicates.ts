import { checkWhole } from "../distributions/check-argument.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import { randomStream } from "../random/random-stream.ts";

/**
 * What is estimated, as a function of how often each unit counts: entry i of
 * `multiplicities` is 1 for the data as they are, 0 where the unit is left out.
 * Returns one number, or always the same number of them; not finite where the
 * statistic does not exist. The array is reused: read it, do not keep it.
 */
export type UnitStatistic = (multiplicities: Float64Array) => number | ArrayLike<number>;

export interface ReplicatesInput {
  /** number of units, whatever each of them is: a person with all their rows, a pair, a site */
  readonly units: number;
  readonly statistic: UnitStatistic;
  readonly seed: number | string;
  /** resampling is within strata: any number per unit, length `units`; one stratum when left out */
  readonly strata?: ArrayLike<number>;
}

/**
 * Bootstrap replicates `from` to `to` − 1: units drawn with replacement, as many
 * as there are, and the statistic of what was drawn.
 *
 * Replicate 17 is drawn from a stream of its own, named by the seed and its
 * number: threads that take any ranges, in any order, find the same numbers.
 *
 * @param input units, statistic, seed and strata
 * @param from  first replicate, whole number >= 0
 * @param to    one past the last
 * @returns one array per replicate, with an entry per statistic
 * @throws RangeError when units is not a whole number >= 1, strata are as many as units, or the range is none
 * @example
 * const count = (times) => times.reduce((a, b) => a + b, 0);
 * bootstrapReplicates({ units: 5, statistic: count, seed: 1 }, 0, 3); // [[5], [5], [5]]
 */
export function bootstrapReplicates(input: ReplicatesInput, from: number, to: number): number[][] {
  const caller = "bootstrapReplicates";
  checkWhole(caller, "from", from);
  checkWhole(caller, "to", to, from);
  const members = strataMembers(caller, input);
  const streams = randomStream(input.seed).split("bootstrap");
  const multiplicities = new Float64Array(input.units);
  return Array.from({ length: to - from }, (_, k) => {
    const stream = streams.split(from + k);
    multiplicities.fill(0);
    for (const stratum of members) {
      for (let draw = 0; draw < stratum.length; draw++) {
        const unit = stratum[stream.integer(0, stratum.length - 1)]!;
        multiplicities[unit] = multiplicities[unit]! + 1;
      }
    }
    return valuesOf(input.statistic, multiplicities);
  });
}

/** The statistic's values as an array of its own. */
export function valuesOf(statistic: UnitStatistic, multiplicities: Float64Array): number[] {
  const values = statistic(multiplicities);
  return typeof values === "number" ? [values] : Array.from(values);
}

/** Units of each stratum, ascending. */
export function strataMembers(
  caller: string,
  { units, strata }: Pick<ReplicatesInput, "units" | "strata">,
): number[][] {
  checkWhole(caller, "units", units, 1);
  if (strata === undefined) return [Array.from({ length: units }, (_, i) => i)];
  if (strata.length !== units)
    throw new RangeError(`${caller}: strata must have length ${units} (units), got ${strata.length}`);
  const { codes, count } = distinctCodes(Float64Array.from(strata));
  const members: number[][] = Array.from({ length: count }, () => []);
  codes.forEach((code, unit) => {
    members[code]!.push(unit);
  });
  return members;
}
