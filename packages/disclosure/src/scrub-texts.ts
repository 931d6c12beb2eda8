import type { Comparison } from "@likewise/schema";

/** What stands in a text for a withheld number. */
const mark = "[c]";

/**
 * Texts of a comparison that may quote a count (the population of an estimate, refusals, assumptions), with withheld
 * counts taken out.
 *
 * @param comparison changed copy is returned
 * @param counts the withheld counts of this comparison
 */
export function scrubTexts(comparison: Comparison, counts: readonly number[]): Comparison {
  const scrub = (text: string) => counts.reduce((scrubbed, count) => scrubbed.replace(numeral(count), mark), text);
  return {
    ...comparison,
    estimates: comparison.estimates.map((estimate) => ({ ...estimate, population: scrub(estimate.population) })),
    refusals: comparison.refusals.map((refusal) => ({ ...refusal, why: scrub(refusal.why) })),
    assumptions: comparison.assumptions.map(scrub),
  };
}

/** The count as a word of its own, with or without thousands separators. */
function numeral(count: number): RegExp {
  const written = [String(count), count.toLocaleString("en-GB")];
  return new RegExp(`(?<![\\w.,])(?:${[...new Set(written)].join("|")})(?![\\w]|[.,]\\d)`, "g");
}
