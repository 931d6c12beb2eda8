import { identifierKinds } from "./identifier-kinds.ts";

/**
 * The kind of identifier a code or label holds by accident, in words; null when none can be told for certain. Stricter
 * than what a whole column is held to: one code that happens to look like something is no proof.
 */
export function strayIdentifier(text: string): string | null {
  for (const { within, label } of identifierKinds) if (within?.test(text)) return `a text with ${label}`;
  return null;
}
