import type { Refusal } from "@likewise/schema";

/** Instruments a run would refuse, each with why and what would make it possible. */
export function notScoredText(refusals: readonly Refusal[]): string {
  if (refusals.length === 0) return "";
  const lines = refusals.map(
    ({ what, why, unlocks }) => `  - ${what}: ${why}. What would make it possible: ${unlocks}\n`,
  );
  return `\nInstruments that cannot be scored or followed\n${lines.join("")}`;
}
