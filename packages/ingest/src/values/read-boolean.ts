const truths = new Set(["yes", "y", "true", "t", "1"]);
const untruths = new Set(["no", "n", "false", "f", "0"]);

/**
 * Yes or no in the spellings that can mean nothing else.
 *
 * @returns 1, 0, or null for any other code
 * @example
 * readBoolean("Yes"); // 1
 */
export function readBoolean(text: string): 0 | 1 | null {
  const folded = text.toLowerCase();
  if (truths.has(folded)) return 1;
  return untruths.has(folded) ? 0 : null;
}
