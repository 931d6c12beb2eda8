import type { MeasureDefinition, MeasureScore } from "@likewise/schema";

/**
 * Facts of a definition that were not seen in a source, each in words. Whatever rests on one of them must say so.
 *
 * @param score only those behind one score; left out, those of the whole definition
 * @example
 * unverifiedFacts(findMeasure("gbo")); // ["reliable change 2.45", "single-goal change of 3"]
 */
export function unverifiedFacts(definition: MeasureDefinition, score?: MeasureScore): string[] {
  if (score === undefined) return [...definition.unverified];
  const facts: string[] = [];
  if (!definition.verified) facts.push(`the scoring of ${definition.abbreviation}`);
  if (score.missing.verified === false) facts.push(`missing-item rule of ${score.id}`);
  for (const step of score.transform ?? []) if (!step.verified) facts.push(`transformation of ${score.id}`);
  for (const skip of definition.items.skips ?? []) if (!skip.verified) facts.push("skip pattern");
  return facts;
}
