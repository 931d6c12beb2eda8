import type { Estimate, Results } from "@likewise/schema";
import { headlineClaim, headlineComparison, primaryEstimate } from "../headline.ts";

/** What two studies define differently, and who defines what. */
export interface UnlikeDefinition {
  readonly what: string;
  /** The definition, and the titles of the studies that have it, in order. */
  readonly found: readonly { readonly value: string; readonly studies: readonly string[] }[];
}

/**
 * What stands in the way of showing studies beside each other: every part of the definition of their headline outcome in
 * which they differ.
 *
 * @param studies in any order
 * @returns none when all are alike
 */
export function unlikeDefinitions(studies: readonly Results[]): UnlikeDefinition[] {
  return parts.flatMap(({ what, of }) => {
    const titles = new Map<string, string[]>();
    for (const results of studies) {
      const value = of(results) ?? "none";
      titles.set(value, [...(titles.get(value) ?? []), results.study.title]);
    }
    return titles.size < 2 ? [] : [{ what, found: [...titles].map(([value, of]) => ({ value, studies: of.sort() })) }];
  });
}

const parts: readonly { readonly what: string; readonly of: (results: Results) => string | null | undefined }[] = [
  { what: "definition of the outcome", of: (results) => outcomeOf(results)?.definition },
  { what: "kind of record it rests on", of: (results) => outcomeOf(results)?.basis },
  { what: "whose account it is", of: (results) => outcomeOf(results)?.reporter },
  { what: "kind of outcome", of: (results) => outcomeOf(results)?.kind },
  { what: "direction that is better", of: (results) => outcomeOf(results)?.direction },
  { what: "unit", of: (results) => outcomeOf(results)?.unit },
  { what: "window", of: (results) => outcomeOf(results)?.window },
  { what: "measure of effect", of: (results) => estimateOf(results)?.measure },
  { what: "level of the interval", of: (results) => asText(estimateOf(results)?.level) },
  { what: "people analysed", of: (results) => asText(headlineComparison(results)?.design.analysisSet) },
];

function outcomeOf(results: Results): Results["study"]["outcomes"][number] | undefined {
  const outcome = headlineClaim(results)?.outcome;
  return results.study.outcomes.find(({ id }) => id === outcome);
}

/** The estimate that decides the headline; null where nothing was estimated. */
export function estimateOf(results: Results): Estimate | null {
  const [comparison, claim] = [headlineComparison(results), headlineClaim(results)];
  return comparison === null || claim === null ? null : primaryEstimate(comparison, claim.outcome);
}

function asText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
