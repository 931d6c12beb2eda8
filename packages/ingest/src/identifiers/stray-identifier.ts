import { identifierKinds } from "./identifier-kinds.ts";
import { plainText } from "./plain-text.ts";

/**
 * The kind of identifier a code or label holds by accident, in words; null when none can be told for certain. Stricter
 * than what a whole column is held to: one code that happens to look like something is no proof.
 */
export function strayIdentifier(text: string): string | null {
  if (text.length < 5 || /^[\d.]{1,9}$/.test(text)) return null;
  const plain = plainText(text);
  for (const { within, label } of identifierKinds) if (within?.(plain)) return `a text with ${label}`;
  return null;
}
