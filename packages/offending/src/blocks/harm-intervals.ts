import { clusterBootstrap } from "@likewise/stats";

/** Limits of what is said of harm in one block; null where resampling gives none: few people, or no difference between resamples. */
export interface HarmIntervals {
  readonly mean: readonly [number, number] | null;
  readonly median: readonly [number, number] | null;
  readonly trimmedMean: readonly [number, number] | null;
}

/**
 * Percentile intervals of the mean, median and trimmed mean of harm, from resampling people.
 *
 * One grave offence can carry a mean: the interval is wide where it does, and still too narrow where none such happens to
 * be in the data.
 *
 * @param values       harm of each person
 * @param trimmedShare share of people cut at each end
 */
export function harmIntervals(
  values: readonly number[],
  {
    trimmedShare,
    seed,
    replicates,
    level,
  }: { readonly trimmedShare: number; readonly seed: string; readonly replicates: number; readonly level: number },
): HarmIntervals {
  const none: HarmIntervals = { mean: null, median: null, trimmedMean: null };
  if (values.length === 0) return none;
  const rising = Float64Array.from(values).sort();
  const cut = Math.floor(trimmedShare * values.length);
  const found = clusterBootstrap({
    units: rising.length,
    statistic: (times) => [
      meanBetween(rising, times, 0),
      (valueAt(rising, times, Math.floor((rising.length - 1) / 2)) +
        valueAt(rising, times, Math.floor(rising.length / 2))) /
        2,
      meanBetween(rising, times, cut),
    ],
    seed,
    replicates,
    level,
  });
  if ("refused" in found) return none;
  const [mean, median, trimmedMean] = found.intervals.map((one) =>
    "refused" in one ? null : ([one.percentile.lower, one.percentile.upper] as const),
  );
  return { mean: mean!, median: median!, trimmedMean: trimmedMean! };
}

/** Mean of the people drawn, without so many at each end. */
function meanBetween(rising: Float64Array, times: ArrayLike<number>, cut: number): number {
  let drawn = 0;
  for (let i = 0; i < times.length; i++) drawn += times[i]!;
  let place = 0;
  let sum = 0;
  for (let i = 0; i < rising.length; i++) {
    const from = Math.max(place, cut);
    place += times[i]!;
    sum += Math.max(0, Math.min(place, drawn - cut) - from) * rising[i]!;
  }
  return sum / (drawn - 2 * cut);
}

/** Value of the person drawn at a place, from 0, in rising order; of the last where fewer were drawn. */
function valueAt(rising: Float64Array, times: ArrayLike<number>, place: number): number {
  let passed = 0;
  for (let i = 0; i < rising.length; i++) {
    passed += times[i]!;
    if (passed > place) return rising[i]!;
  }
  return rising[rising.length - 1]!;
}
