/**
 * Numbers that systems and questionnaires write where they know none. They are also numbers, so that only a column in
 * which they stand apart makes them suspect.
 */
export const sentinelNumbers: readonly number[] = [-1, -9, -99, -999, -9999, 77, 88, 99, 777, 888, 999, 9999, 99999];

/** Texts that stand for nothing known; what says so in words (unknown, prefer not to say) is an answer, and a code. */
const sentinelTexts: ReadonlySet<string> = new Set([
  "-",
  "--",
  ".",
  "?",
  "n/a",
  "na",
  "#n/a",
  "n/k",
  "nk",
  "nd",
  "nr",
  "null",
  "nan",
]);

const longest = Math.max(...Array.from(sentinelTexts, (text) => text.length));

/** Whether a text looks like a missing code, however it is capitalised and whichever dash it is. */
export function isSentinelText(text: string): boolean {
  // Nearly every text of a column of ids is settled by its length.
  const trimmed = text.trim();
  if (trimmed.length > longest) return false;
  return sentinelTexts.has(trimmed.toLowerCase().replace(/[\u2010-\u2015\u2212]/g, "-"));
}
