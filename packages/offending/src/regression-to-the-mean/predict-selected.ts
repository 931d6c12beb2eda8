import type { Refusal } from "@likewise/schema";
import { fitGammaPoisson, type ProfileInterval, predictAfterCount, predictShare, sumOf } from "@likewise/stats";

/** Events of people in one window, and their years at risk in it; both of one length. */
export interface CountedPast {
  readonly counts: ArrayLike<number>;
  readonly years: ArrayLike<number>;
}

/** What selection alone would lead to, worked out from everybody the selection was made from. */
export interface SelectionPrediction {
  readonly kind: "prediction";
  readonly people: number;
  /** Expected share of the selected with an event after. */
  readonly share: number;
  /** Limits for the share that will be seen in these people. */
  readonly interval: readonly [number, number];
  readonly level: number;
  /** Expected events a person-year after. */
  readonly ratePerYear: number;
  readonly population: {
    readonly people: number;
    readonly meetRule: number;
    /** Events a person-year in everybody. */
    readonly ratePerYear: number;
    /** Of the gamma distribution of personal rates; null where counts vary no more than if all had one rate. */
    readonly shape: number | null;
    readonly shapeInterval: ProfileInterval;
  };
}

/**
 * What selection on recent events leads to by itself, from the counts of everybody it was made from.
 *
 * Two things must hold, and are checked as far as data can show them: the people passed over are in the population, and
 * everyone selected meets the rule. That selection rested on nothing else tied to offending, and that rates stay as they
 * are, cannot be checked: where rates drift, what is predicted is too high.
 *
 * @param population counts of everybody in the window of the rule, the selected too
 * @param selected   counts of the people selected in the same window, and their years at risk in the window after
 * @param atLeast    events that select, whole number >= 1
 * @param level      of the interval; 0.95 when left out
 * @returns refused when nobody in the population falls short of the rule, a selected person does, or no model can be fitted
 * @throws RangeError when lengths differ, a count is no whole number, years are not > 0, or nobody is selected
 * @example
 * const counts = Array.from({ length: 400 }, (_, i) => [0, 0, 0, 0, 0, 1, 0, 2, 0, 4][i % 10]);
 * const one = (values) => ({ counts: values, years: values.map(() => 0.5) });
 * const selected = { ...one(counts.filter((count) => count >= 1)), yearsAfter: Array.from({ length: 120 }, () => 0.5) };
 * predictSelected({ population: one(counts), selected, atLeast: 1 }).population.meetRule; // 120
 */
export function predictSelected({
  population,
  selected,
  atLeast,
  level = 0.95,
}: {
  readonly population: CountedPast;
  readonly selected: CountedPast & { readonly yearsAfter: ArrayLike<number> };
  readonly atLeast: number;
  readonly level?: number;
}): SelectionPrediction | { readonly refusal: Refusal } {
  if (!(Number.isInteger(atLeast) && atLeast >= 1)) {
    throw new RangeError(`predictSelected: atLeast must be a whole number from 1 (events), got ${atLeast}`);
  }
  const meeting = ({ counts }: CountedPast) => Array.from(counts).filter((count) => count >= atLeast).length;
  const meetRule = meeting(population);
  if (meetRule === population.counts.length) {
    return refused("everyone in it meets the rule of selection, so those passed over are not there", unlocksPassedOver);
  }
  const short = selected.counts.length - meeting(selected);
  if (short > 0) {
    return refused(
      `${short} of ${selected.counts.length} people selected have fewer events than the rule asks, so something else selected them`,
      "the rule that selected people, applied to everybody it was applied to",
    );
  }
  const fit = fitGammaPoisson({ counts: population.counts, exposures: population.years });
  if ("refused" in fit) return refused(fit.refused.why, fit.refused.unlocks);
  const { yearsAfter } = selected;
  const prediction = predictShare({
    fit,
    past: { counts: selected.counts, exposures: selected.years },
    exposuresAfter: yearsAfter,
    level,
  });
  const people = selected.counts.length;
  const expectedEvents = sumOf(
    people,
    (row) =>
      predictAfterCount({
        shape: fit.shape,
        meanRate: fit.meanRate,
        count: selected.counts[row]!,
        exposureBefore: selected.years[row]!,
        exposureAfter: yearsAfter[row]!,
      }).mean,
  );
  return {
    kind: "prediction",
    people,
    share: prediction.share,
    interval: [prediction.lower, prediction.upper],
    level,
    ratePerYear: expectedEvents / sumOf(people, (row) => yearsAfter[row]!),
    population: {
      people: population.counts.length,
      meetRule,
      ratePerYear: fit.meanRate,
      shape: fit.shape,
      shapeInterval: fit.intervals.shape,
    },
  };
}

const unlocksPassedOver = "everybody the selection was made from, those passed over too";

function refused(why: string, unlocks: string): { readonly refusal: Refusal } {
  return { refusal: { id: "selection-not-in-data", what: "regression to the mean as one number", why, unlocks } };
}
