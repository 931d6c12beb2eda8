import { type AfterSelection, meanRateOfShare, predictAfterSelection } from "@likewise/stats";

/** How long the windows are, in any one unit; all alike when left out. */
export interface WindowLengths {
  /** Of the window that the base prevalence is of. */
  readonly base: number;
  /** Of the window whose events selected people. */
  readonly before: number;
  /** Of the window afterwards. */
  readonly after: number;
}

export const equalLengths: WindowLengths = { base: 1, before: 1, after: 1 };

/**
 * What to expect after selection on recent events when nobody is helped at all: the share of the selected with an event
 * in the next window, and their events, if people's own rates follow a gamma distribution and stay as they are.
 *
 * The base prevalence is of everybody the selection was made from. One that holds only for people with a first offence
 * is of another population and gives another answer: it is an input, not a constant.
 *
 * @param basePrevalence share of everybody with an event in a window, between 0 and 1
 * @param shape          of the gamma distribution of personal rates, > 0; null = all people have the same rate. The
 *                       smaller, the more people differ and the less a selected group falls back
 * @param atLeast        events in the window before that select a person, whole number >= 1
 * @param lengths        of the three windows, in one unit of time
 * @returns shares from 0 to 1; events a person
 * @throws RangeError when a value is out of range
 * @source Greenwood and Yule (1920), doi:10.2307/2341080, for the model; the shares follow from it by Bayes' theorem
 * @example
 * expectedAfterSelection({ basePrevalence: 0.5, shape: 1, atLeast: 1 }).share; // 0.6666666666666666
 */
export function expectedAfterSelection({
  basePrevalence,
  shape,
  atLeast,
  lengths = equalLengths,
}: {
  readonly basePrevalence: number;
  readonly shape: number | null;
  readonly atLeast: number;
  readonly lengths?: WindowLengths;
}): AfterSelection {
  if (!(basePrevalence > 0 && basePrevalence < 1)) {
    throw new RangeError(
      `expectedAfterSelection: basePrevalence must lie between 0 and 1 (share of people), got ${basePrevalence}`,
    );
  }
  if (!(Number.isInteger(atLeast) && atLeast >= 1)) {
    throw new RangeError(`expectedAfterSelection: atLeast must be a whole number from 1 (events), got ${atLeast}`);
  }
  return predictAfterSelection({
    shape,
    meanRate: meanRateOfShare({ share: basePrevalence, shape, exposure: lengths.base }),
    atLeast,
    exposureBefore: lengths.before,
    exposureAfter: lengths.after,
  });
}
