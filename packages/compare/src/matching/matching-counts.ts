import type { Matching } from "@likewise/schema";
import { lostTable } from "../balance/lost-table.ts";
import type { People } from "../people/people.ts";
import { effectiveSampleSize } from "./effective-sample-size.ts";
import type { MatchedSet } from "./matched-sets.ts";

/** Who was matched, in what sets, who was lost, and how many people the weights amount to. */
export function matchingCounts(
  sets: readonly MatchedSet[],
  { treated, covariates }: People,
  weights: Float64Array,
): Omit<Matching, "tieRange" | "constraintsChecked"> & { treatedUnmatched: number } {
  const armWeights = (arm: number) => weights.filter((weight, row) => treated[row] === arm && weight > 0);
  const treatedWeights = armWeights(1);
  const comparisonWeights = armWeights(0);
  const all = treated.reduce((sum, arm) => sum + arm, 0);
  return {
    treatedMatched: treatedWeights.length,
    treatedUnmatched: all - treatedWeights.length,
    comparisonMatched: comparisonWeights.length,
    setSizes: setSizes(sets),
    lost: lostTable(covariates, treated, weights),
    effectiveSampleSize: {
      treated: effectiveSampleSize(treatedWeights),
      comparison: effectiveSampleSize(comparisonWeights),
    },
  };
}

/** How many sets there are of each form: "1:2" is one treated with two comparisons. */
function setSizes(sets: readonly MatchedSet[]): Record<string, number> {
  const forms = new Map<string, { sizes: readonly [number, number]; count: number }>();
  for (const { treated, comparison } of sets) {
    const sizes = [treated.length, comparison.length] as const;
    const form = forms.get(sizes.join(":")) ?? { sizes, count: 0 };
    forms.set(sizes.join(":"), { sizes, count: form.count + 1 });
  }
  const ascending = [...forms].sort(([, a], [, b]) => a.sizes[0] - b.sizes[0] || a.sizes[1] - b.sizes[1]);
  return Object.fromEntries(ascending.map(([form, { count }]) => [form, count]));
}
