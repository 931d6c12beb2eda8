import type { Refusal } from "@likewise/schema";
import { wilsonInterval } from "@likewise/stats";
import { equalLengths, type WindowLengths } from "./expected-after-selection.ts";
import { type CountedPast, predictSelected, type SelectionPrediction } from "./predict-selected.ts";
import { rangeAfterSelection, type SelectionRange } from "./range-after-selection.ts";

/** What selection alone leads to, as well as it can be known. */
export interface RegressionToTheMean {
  /** null where not even a base prevalence is known. */
  readonly expected: SelectionPrediction | SelectionRange | null;
  /** Where the base prevalence of a range comes from. */
  readonly baseFrom: "declared" | "population" | null;
  /** Why there is no prediction, or nothing at all. */
  readonly refusals: readonly Refusal[];
}

/** The people selected, by their events in the window of the rule, and everybody the rule was applied to. */
export interface DeclaredSelection {
  readonly population: CountedPast;
  readonly selected: CountedPast & { readonly yearsAfter: ArrayLike<number> };
  readonly atLeast: number;
  /** Of the window of the rule, and of the window after. */
  readonly lengths: Pick<WindowLengths, "before" | "after">;
}

/**
 * What selection on recent events leads to by itself, to stand beside a before-and-after: a prediction where the people
 * selected from are in the data and the declared rule fits those selected; otherwise a range over how much people may
 * differ, given a base prevalence; and without one nothing, with the reason. Never one number from an assumption.
 *
 * A range takes the declared base prevalence, of everybody in a window as long as the one after; else the limits of the one
 * seen in the population, unless those passed over are not in it. It goes over one to three events, as a declared rule that
 * did not hold is not the one that selected.
 *
 * @param declared       null where no rule is declared
 * @param basePrevalence declared shares; none when empty
 * @param people         number of people observed after
 */
export function regressionToTheMean({
  declared,
  basePrevalence,
  people,
  level = 0.95,
}: {
  readonly declared: DeclaredSelection | null;
  readonly basePrevalence: readonly number[];
  readonly people: number;
  readonly level?: number;
}): RegressionToTheMean {
  if (people === 0) {
    return { expected: null, baseFrom: null, refusals: [nothing("nobody was observed for the whole block after")] };
  }
  const refusals: Refusal[] = [];
  if (declared === null) {
    refusals.push({
      id: "selection-not-declared",
      what: "regression to the mean as one number",
      why: "the people selected from, and the rule that selected, are not declared",
      unlocks: "cohort.blocks.selectedFrom, with everybody the rule was applied to in the data",
    });
  } else if (declared.selected.counts.length > 0) {
    const prediction = predictSelected({ ...declared, level });
    if (!("refusal" in prediction)) return { expected: prediction, baseFrom: null, refusals: [] };
    refusals.push(prediction.refusal);
  } else {
    refusals.push({
      id: "selection-not-in-data",
      what: "regression to the mean as one number",
      why: "nobody selected was observed over the window of the rule",
      unlocks: "events of the people selected over that window",
    });
  }
  const lengths = declared === null ? equalLengths : { base: declared.lengths.after, ...declared.lengths };
  if (basePrevalence.length > 0) {
    const range = rangeAfterSelection({ basePrevalence, lengths, people, level });
    return { expected: range, baseFrom: "declared", refusals };
  }
  const seen = declared === null ? null : basePrevalenceOf(declared);
  if (seen === null) {
    refusals.push(nothing("the share with an event in everybody the selection was made from is not known"));
    return { expected: null, baseFrom: null, refusals };
  }
  const ofRule = { ...lengths, base: lengths.before };
  const range = rangeAfterSelection({ basePrevalence: seen, lengths: ofRule, people, level });
  return { expected: range, baseFrom: "population", refusals };
}

/** Limits of the share with an event; null where those passed over are not in the population. */
function basePrevalenceOf({ population: { counts }, atLeast }: DeclaredSelection): readonly number[] | null {
  const values = Array.from(counts);
  const withEvent = values.filter((count) => count > 0).length;
  const passedOver = values.some((count) => count < atLeast);
  if (!passedOver || withEvent === 0 || withEvent === values.length) return null;
  const { lower, upper } = wilsonInterval({ events: withEvent, total: values.length });
  return [lower, upper];
}

function nothing(why: string): Refusal {
  return {
    id: "regression-to-the-mean-unknown",
    what: "what selection alone leads to",
    why,
    unlocks: "cohort.blocks.basePrevalence, or everybody the selection was made from in the data",
  };
}
