import type { EffectMeasureId } from "@likewise/schema";
import { type RandomStream, sumOf } from "@likewise/stats";
import { completeSets } from "../outcomes/analysis-set.ts";
import type { OutcomeRows } from "../outcomes/outcome-rows.ts";
import type { MatchedSet } from "./matched-sets.ts";

export interface RangedOutcome {
  readonly rows: OutcomeRows;
  /** The measure whose matched estimate is ranged over. */
  readonly measure: EffectMeasureId;
}

/**
 * Range of each outcome's matched estimate over seeded random ways of breaking ties, the way reported among them: how far
 * the answer rests on something the data do not say.
 *
 * @param redraw sets with ties broken another way; null when nothing is tied
 * @param draws  random ways looked at
 * @returns per outcome id; null for a measure that is not a contrast of two matched means or rates, or cannot be had
 */
export function tieRanges(
  outcomes: readonly RangedOutcome[],
  sets: readonly MatchedSet[],
  redraw: ((stream: RandomStream) => MatchedSet[]) | null,
  draws: number,
  stream: RandomStream,
): Record<string, [number, number] | null> {
  const values = outcomes.map((outcome) => [matchedContrast(outcome, sets)]);
  for (let draw = 0; redraw !== null && draw < draws; draw++) {
    const other = redraw(stream.split(draw));
    outcomes.forEach((outcome, k) => {
      values[k]!.push(matchedContrast(outcome, other));
    });
  }
  return Object.fromEntries(outcomes.map(({ rows }, k) => [rows.declaration.id, rangeOf(values[k]!)]));
}

function rangeOf(values: readonly (number | null)[]): [number, number] | null {
  const numbers = values.filter((value) => value !== null);
  return numbers.length < values.length ? null : [Math.min(...numbers), Math.max(...numbers)];
}

/** The matched estimate in the complete sets; null where it has none. */
function matchedContrast({ rows, measure }: RangedOutcome, sets: readonly MatchedSet[]): number | null {
  const contrast = contrasts[measure];
  const rates = measure === "rateDifference" || measure === "rateRatio";
  if (contrast === undefined || (rates && rows.exposureYears === null)) return null;
  const complete = completeSets(sets, rows.usable);
  const value = contrast(armMean(complete, "treated", rows, rates), armMean(complete, "comparison", rows, rates));
  return Number.isFinite(value) ? value : null;
}

const contrasts: Partial<Record<EffectMeasureId, (treated: number, comparison: number) => number>> = {
  riskDifference: (t, c) => t - c,
  meanDifference: (t, c) => t - c,
  rateDifference: (t, c) => t - c,
  riskRatio: (t, c) => t / c,
  rateRatio: (t, c) => t / c,
  oddsRatio: (t, c) => (t * (1 - c)) / (c * (1 - t)),
};

/** Mean over sets of the arm's mean within the set, which is what matching weights give; or events over years likewise. */
function armMean(
  sets: readonly MatchedSet[],
  arm: "treated" | "comparison",
  { value, exposureYears }: OutcomeRows,
  rates: boolean,
): number {
  const total = (column: Float64Array) =>
    sumOf(sets.length, (k) => {
      const rows = sets[k]![arm];
      return (sets[k]!.treated.length * rows.reduce((sum, row) => sum + column[row]!, 0)) / rows.length;
    });
  const people = sets.reduce((sum, { treated }) => sum + treated.length, 0);
  return rates ? total(value) / total(exposureYears!) : total(value) / people;
}
