import type { Refusal } from "@likewise/schema";
import { clusterBootstrap } from "@likewise/stats";
import { linearisedLogRatio } from "./linearised-log-ratio.ts";
import { type ValueRatio, valueRatio } from "./value-ratio.ts";

/** A ratio of after to before in the same people, with its interval from resampling them. */
export interface PersonRatio extends ValueRatio {
  readonly people: number;
  /** Of `ratio`; null where it was refused. */
  readonly interval: readonly [number, number] | null;
  /** Of `logRatio`; null too where a limit of the ratio is 0. */
  readonly logInterval: readonly [number, number] | null;
  /** `percentile` where the resamples do not reach as far as BCa limits ask; `linearised` in very large groups. */
  readonly method: "BCa" | "percentile" | "linearised" | null;
  readonly refusal: Refusal | null;
}

/** One measure in the same people, person by person: a value before and after, and what it is over. */
export interface PairedMeasure {
  readonly id: string;
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  /** Years at liberty for a rate; people (ones) for a mean or a share when left out. */
  readonly over?: { readonly before: ArrayLike<number>; readonly after: ArrayLike<number> };
}

/** Beyond so many people resamples cost minutes, and their limits are those of the first-order expansion to two digits. */
export const mostResampled = 20_000;

/**
 * Ratios of several measures after to before, in the same people, with 95 % intervals from resampling people: all that
 * happened to a person is drawn together, before and after alike. Above 20,000 people the limits are linearised: what each
 * person adds to the log of the ratio gives its standard error.
 *
 * @param measures each with one value a person, people in one order
 * @param most     people that are resampled; 20,000 when left out
 * @param seed     resamples are the same for the same seed, whatever else is asked for
 * @returns one for each measure; a ratio without an interval says why
 * @throws RangeError when measures have different numbers of people
 */
export function personRatios(
  measures: readonly PairedMeasure[],
  {
    seed,
    replicates = 1999,
    level = 0.95,
    most = mostResampled,
  }: { readonly seed: string; readonly replicates?: number; readonly level?: number; readonly most?: number },
): PersonRatio[] {
  const people = measures[0]?.before.length ?? 0;
  for (const { id, before, after } of measures) {
    if (before.length !== people || after.length !== people)
      throw new RangeError(
        `personRatios: ${id} must have ${people} people before and after, got ${before.length} and ${after.length}`,
      );
  }
  const ratios = (times: ArrayLike<number>) => measures.map((measure) => weightedRatio(measure, times));
  const bootstrap =
    people === 0 || people > most
      ? null
      : clusterBootstrap({ units: people, statistic: ratios, seed, replicates, level });
  const ones = new Float64Array(people).fill(1);
  return measures.map((measure, index): PersonRatio => {
    const value = valueRatio(valueIn(measure, "before", ones), valueIn(measure, "after", ones));
    const without = (why: string, unlocks: string): PersonRatio => ({
      people,
      ...value,
      interval: null,
      logInterval: null,
      method: null,
      refusal: { id: "ratio-without-interval", what: `interval of the ratio of ${measure.id}`, why, unlocks },
    });
    if (people > most) {
      const logInterval = linearisedLogRatio(measure, level);
      if (logInterval === null) return without("nothing happened before, or nothing after", "events in both blocks");
      const interval = [Math.exp(logInterval[0]), Math.exp(logInterval[1])] as const;
      return { people, ...value, interval, logInterval, method: "linearised", refusal: null };
    }
    if (bootstrap === null)
      return without("nobody was observed for the whole of both blocks", "people observed for both");
    if ("refused" in bootstrap) return without(bootstrap.refused.why, bootstrap.refused.unlocks);
    const limits = bootstrap.intervals[index]!;
    if ("refused" in limits) return without(limits.refused.why, limits.refused.unlocks);
    const { lower, upper } = limits.bca ?? limits.percentile;
    return {
      people,
      ...value,
      interval: [lower, upper],
      logInterval: lower > 0 ? [Math.log(lower), Math.log(upper)] : null,
      method: limits.bca === null ? "percentile" : "BCa",
      refusal: null,
    };
  });
}

/** Not finite where nothing happened before, or nobody was at liberty. */
function weightedRatio(measure: PairedMeasure, times: ArrayLike<number>): number {
  const before = valueIn(measure, "before", times);
  return before > 0 ? valueIn(measure, "after", times) / before : Number.NaN;
}

/** 0 where there is nothing to divide by. */
function valueIn(measure: PairedMeasure, side: "before" | "after", times: ArrayLike<number>): number {
  const values = measure[side];
  const over = measure.over?.[side];
  let total = 0;
  let size = 0;
  for (let i = 0; i < values.length; i++) {
    total += times[i]! * values[i]!;
    size += over === undefined ? times[i]! : times[i]! * over[i]!;
  }
  return size > 0 ? total / size : 0;
}
