import { binomialQuantile } from "@likewise/stats";
import { equalLengths, expectedAfterSelection, type WindowLengths } from "./expected-after-selection.ts";

/** What selection alone would lead to, under one set of assumptions. */
export interface AssumedSelection {
  readonly basePrevalence: number;
  readonly shape: number;
  readonly atLeast: number;
  /** Expected share with an event after. */
  readonly share: number;
  /** Expected events a person after. */
  readonly mean: number;
}

/** What selection alone would lead to where it cannot be worked out from the data: never one number. */
export interface SelectionRange {
  readonly kind: "range";
  readonly assumed: readonly AssumedSelection[];
  /** Least and greatest expected share. */
  readonly share: readonly [number, number];
  /** Least and greatest expected events a person. */
  readonly mean: readonly [number, number];
  /** The shares that so many people may show, chance included; null where their number is not given. */
  readonly seen: { readonly people: number; readonly share: readonly [number, number]; readonly level: number } | null;
}

/**
 * The shapes the range goes over: from rates that differ so much that a few people have most events to rates that hardly
 * differ.
 *
 * @example
 * rangeShapes.length; // 5
 */
export const rangeShapes: readonly number[] = [0.5, 1, 2, 4, 8];

/** Events that may have selected people. */
const rangeAtLeast: readonly number[] = [1, 2, 3];

/**
 * The range of what selection alone would lead to, over how much people may differ and how many events may have selected
 * them, given the prevalence in everybody the selection was made from.
 *
 * A share after that lies inside the range shows nothing of a programme; one below it does not show an effect either, as
 * the model holds rates constant and people change.
 *
 * @param basePrevalence one or more shares of everybody with an event in a window, between 0 and 1
 * @param atLeast        events that may have selected people; one to three where the rule is not declared
 * @param people         number observed after; adds to the range what chance does to a share of so many
 * @param level          of the chance limits at the ends of the range; 0.95 when left out
 * @throws RangeError when a value is out of range or a list is empty
 * @example
 * const { share } = rangeAfterSelection({ basePrevalence: [0.38] });
 * share.map((one) => Math.round(100 * one)); // [41, 87]
 */
export function rangeAfterSelection({
  basePrevalence,
  atLeast = rangeAtLeast,
  lengths = equalLengths,
  people,
  level = 0.95,
}: {
  readonly basePrevalence: readonly number[];
  readonly atLeast?: readonly number[];
  readonly lengths?: WindowLengths;
  readonly people?: number;
  readonly level?: number;
}): SelectionRange {
  if (basePrevalence.length === 0 || atLeast.length === 0) {
    throw new RangeError("rangeAfterSelection: basePrevalence and atLeast must hold at least one value, got none");
  }
  const assumed = basePrevalence.flatMap((base) =>
    rangeShapes.flatMap((shape) =>
      atLeast.map((events): AssumedSelection => {
        const { share, mean } = expectedAfterSelection({ basePrevalence: base, shape, atLeast: events, lengths });
        return { basePrevalence: base, shape, atLeast: events, share, mean };
      }),
    ),
  );
  const [low, high] = endsOf(assumed.map(({ share }) => share));
  const outside = (1 - level) / 2;
  return {
    kind: "range",
    assumed,
    share: [low, high],
    mean: endsOf(assumed.map(({ mean }) => mean)),
    seen:
      people === undefined
        ? null
        : {
            people,
            share: [
              binomialQuantile(outside, people, low) / people,
              binomialQuantile(outside, people, high, { upper: true }) / people,
            ],
            level,
          },
  };
}

function endsOf(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
