import type { EffectMeasureId } from "@likewise/schema";
import { type RandomStream, sumOf } from "@likewise/stats";
import { completeSets } from "../outcomes/analysis-set.ts";
import type { OutcomeRows } from "../outcomes/outcome-rows.ts";
import type { MatchedSet } from "./matched-sets.ts";

/**
 * Range of a matched estimate over seeded random ways of breaking ties, the way reported among them: how far the answer
 * rests on something the data do not say. Null for a measure that is not a contrast of two matched means or rates, or
 * where it cannot be had.
 *
 * @param draws sets from every way of breaking ties, the one reported first
 */
export function tieRange(
  outcome: OutcomeRows,
  measure: EffectMeasureId,
  draws: readonly (readonly MatchedSet[])[],
): [number, number] | null {
  const contrast = contrasts[measure];
  if (contrast === undefined) return null;
  const rates = measure === "rateDifference" || measure === "rateRatio";
  if (rates && outcome.exposureYears === null) return null;
  let range: [number, number] | null = null;
  for (const sets of draws) {
    const complete = completeSets(sets, outcome.usable);
    const value = contrast(
      armMean(complete, "treated", outcome, rates),
      armMean(complete, "comparison", outcome, rates),
    );
    if (!Number.isFinite(value)) return null;
    range = range === null ? [value, value] : [Math.min(range[0], value), Math.max(range[1], value)];
  }
  return range;
}

/** Ways of breaking ties: the one reported, and so many random ones when anything is tied at all. */
export function tieDraws(
  sets: readonly MatchedSet[],
  redraw: ((stream: RandomStream) => MatchedSet[]) | null,
  draws: number,
  stream: RandomStream,
): (readonly MatchedSet[])[] {
  if (redraw === null) return [sets];
  return [sets, ...Array.from({ length: draws }, (_, draw) => redraw(stream.split(draw)))];
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
