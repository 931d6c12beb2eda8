import { naturalOrder } from "@likewise/schema";

/** Time points of a case where the plan names no others. */
const usualWaves: readonly string[] = ["intake", "review", "exit", "follow-up"];

/** Time points that occur, those declared first and in their order; others follow in natural order. */
export function wavesOf(found: Iterable<string>, declared: readonly string[] = usualWaves): string[] {
  const present = new Set(found);
  const others = [...present].filter((wave) => !declared.includes(wave)).sort(naturalOrder);
  return [...declared.filter((wave) => present.has(wave)), ...others];
}
