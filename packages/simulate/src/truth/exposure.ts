import { atLiberty, countDays, type DayRange, daysPerYear, type Spell } from "../model/days.ts";
import type { Mixture, ProgrammeParameters } from "../model/programme-parameters.ts";

/** A window after the decision in days from it: (0, upTo], and the last day on which proof counts. */
export interface DaysAfter {
  readonly upTo: number;
  readonly provenBy: number | null;
}

/** Years in which an event would count towards an outcome, before the start of the programme and from it on. */
export interface Exposure {
  readonly before: number;
  readonly after: number;
}

/**
 * The exposure of one person with known custody and start. Where proof is needed, each day counts with the probability
 * that proof of an event on that day would come in time.
 *
 * @param startDays days from the decision to the start; null = no start
 */
export function exposure(
  window: DaysAfter,
  custody: Spell | null,
  startDays: number | null,
  parameters: ProgrammeParameters,
): Exposure {
  const turn = startDays === null ? window.upTo : Math.min(startDays - 1, window.upTo);
  const years = (range: DayRange): number => countingDays(range, custody, window.provenBy, parameters) / daysPerYear;
  return { before: years({ after: 0, upTo: turn }), after: years({ after: turn, upTo: window.upTo }) };
}

/** Every way custody may fall after the decision, given that it does. */
export function custodySpells(custody: { daysOn: Mixture<number>; lengthDays: Mixture<number> }): Mixture<Spell> {
  const { daysOn, lengthDays } = custody;
  return {
    values: daysOn.values.flatMap((from) => lengthDays.values.map((length) => ({ from, to: from + length - 1 }))),
    probabilities: daysOn.probabilities.flatMap((p) => lengthDays.probabilities.map((q) => p * q)),
  };
}

function countingDays(
  range: DayRange,
  custody: Spell | null,
  provenBy: number | null,
  parameters: ProgrammeParameters,
): number {
  if (provenBy === null) return countDays(atLiberty(range, custody));
  const { values, probabilities } = parameters.proof.lagDays;
  let days = 0;
  for (let i = 0; i < values.length; i++) {
    const upTo = Math.min(range.upTo, provenBy - values[i]!);
    if (upTo > range.after) days += probabilities[i]! * countDays(atLiberty({ after: range.after, upTo }, custody));
  }
  return days;
}
