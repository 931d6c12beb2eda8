import { binomialQuantile, clusterBootstrap, mean, normalQuantile, sampleStandardDeviation } from "@likewise/stats";
import { mostResampled } from "./person-ratios.ts";

/** Limits of what is said of harm in one block; null where resampling gives none: few people, or no difference between resamples. */
export interface HarmIntervals {
  readonly mean: readonly [number, number] | null;
  readonly median: readonly [number, number] | null;
  readonly trimmedMean: readonly [number, number] | null;
}

/**
 * Percentile intervals of the mean, median and trimmed mean of harm, from resampling people; above 20,000 people normal
 * limits (of the trimmed mean from the winsorised variance) and, for the median, order statistics.
 *
 * One grave offence can carry a mean: the interval is wide where it does, and still too narrow where none such happens to
 * be in the data.
 *
 * @param values       harm of each person
 * @param trimmedShare share of people cut at each end
 * @param most         people that are resampled; 20,000 when left out
 */
export function harmIntervals(
  values: ArrayLike<number>,
  {
    trimmedShare,
    seed,
    replicates = 1999,
    level = 0.95,
    most = mostResampled,
  }: {
    readonly trimmedShare: number;
    readonly seed: string;
    readonly replicates?: number;
    readonly level?: number;
    readonly most?: number;
  },
): HarmIntervals {
  const none: HarmIntervals = { mean: null, median: null, trimmedMean: null };
  if (values.length === 0) return none;
  const rising = new Float64Array(values).sort();
  const cut = Math.floor(trimmedShare * values.length);
  if (values.length > most) return normalLimits(rising, cut, level);
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
  const [meanLimits, median, trimmedMean] = found.intervals.map((one) =>
    "refused" in one ? null : ([one.percentile.lower, one.percentile.upper] as const),
  );
  return { mean: meanLimits!, median: median!, trimmedMean: trimmedMean! };
}

/** @source Wilcox, Introduction to Robust Estimation and Hypothesis Testing (2012), sections 3.3 and 4.3, for the trimmed mean */
function normalLimits(rising: Float64Array, cut: number, level: number): HarmIntervals {
  const people = rising.length;
  const outside = (1 - level) / 2;
  const z = normalQuantile(outside, { upper: true });
  const trimmed = rising.subarray(cut, people - cut);
  const winsorised = rising.map((_, i) => rising[Math.min(Math.max(i, cut), people - cut - 1)]!);
  const around = (centre: number, margin: number) =>
    margin > 0 ? ([centre - margin, centre + margin] as const) : null;
  const below = binomialQuantile(outside, people, 0.5);
  const median = [rising[below - 1]!, rising[people - below]!] as const;
  return {
    mean: around(mean(rising), (z * sampleStandardDeviation(rising)) / Math.sqrt(people)),
    median: median[0] === median[1] ? null : median,
    trimmedMean: around(mean(trimmed), (z * sampleStandardDeviation(winsorised) * Math.sqrt(people)) / trimmed.length),
  };
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
