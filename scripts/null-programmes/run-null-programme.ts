import { predictSelected, rangeAfterSelection } from "../../packages/offending/src/index.ts";
import { meanRateOfShare, randomStream } from "../../packages/stats/src/index.ts";

/** What is true in one cell of the simulation. */
export interface NullCell {
  /** Of the gamma distribution of personal rates. */
  readonly shape: number;
  /** Share of everybody with an event in a half-year. */
  readonly basePrevalence: number;
  /** Events in the half-year before that select a person. */
  readonly atLeast: number;
}

/** One programme that does nothing, for the people it selected. */
export interface NullProgramme {
  readonly seed: number;
  readonly selected: number;
  /** People selected with an event in the half-year after. */
  readonly withEventAfter: number;
  /** 95 % prediction interval of their share, from everybody the selection was made from. */
  readonly lower: number;
  readonly upper: number;
  /** What shows where only the selected are in the data, base prevalence known: expected shares, and those to be seen. */
  readonly rangeLower: number;
  readonly rangeUpper: number;
  readonly seenLower: number;
  readonly seenUpper: number;
}

/** People the selection is made from. */
export const populationSize = 2000;
const years = 0.5;

/**
 * Simulates one programme without any effect: two half-years of events at rates that stay as they are, and selection of
 * everyone with enough events in the first.
 */
export function runNullProgramme({ shape, basePrevalence, atLeast }: NullCell, seed: number): NullProgramme {
  const stream = randomStream(`null ${shape} ${basePrevalence} ${atLeast} ${seed}`);
  const meanRate = meanRateOfShare({ share: basePrevalence, shape, exposure: years });
  const people = Array.from({ length: populationSize }, () => {
    const mean = stream.gamma(shape, meanRate / shape) * years;
    return { before: stream.poisson(mean), after: stream.poisson(mean) };
  });
  const selected = people.filter(({ before }) => before >= atLeast);
  const halfYears = (length: number) => new Float64Array(length).fill(years);
  const counts = (group: typeof people) => ({
    counts: group.map(({ before }) => before),
    years: halfYears(group.length),
  });
  const prediction = predictSelected({
    population: counts(people),
    selected: { ...counts(selected), yearsAfter: halfYears(selected.length) },
    atLeast,
  });
  if ("refusal" in prediction) throw new Error(`runNullProgramme: ${prediction.refusal.why}`);
  const range = rangeAfterSelection({ basePrevalence: [basePrevalence], people: selected.length });
  return {
    seed,
    selected: selected.length,
    withEventAfter: selected.filter(({ after }) => after > 0).length,
    lower: prediction.interval[0],
    upper: prediction.interval[1],
    rangeLower: range.share[0],
    rangeUpper: range.share[1],
    seenLower: range.seen!.share[0],
    seenUpper: range.seen!.share[1],
  };
}
