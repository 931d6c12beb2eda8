/**
 * Sex as F or M; null for every other answer, which then neither speaks for a link nor against one. 1 and 2 are the
 * codes of health and census records.
 *
 * @example
 * normaliseSex("female"); // "F"
 */
export function normaliseSex(text: string): "F" | "M" | null {
  const bare = text.trim().toUpperCase();
  if (/^(?:F|FEMALE|WOMAN|GIRL|2)$/.test(bare)) return "F";
  return /^(?:M|MALE|MAN|BOY|1)$/.test(bare) ? "M" : null;
}
