import { identifierKinds } from "./identifier-kinds.ts";
import { plainText } from "./plain-text.ts";

/**
 * The kind of identifier a code or label holds by accident, in words; null when none can be told for certain. Stricter
 * than what a whole column is held to: one code that happens to look like something is no proof.
 *
 * @param stated the kind the plan says the column only looks like, which is not looked for
 */
export function strayIdentifier(text: string, stated: string | null = null): string | null {
  if (text.length < 5 || /^[\d.]{1,9}$/.test(text)) return null;
  const plain = plainText(text);
  const found = identifierKinds.find(({ id, within }) => id !== stated && within?.(plain) === true);
  return found === undefined ? null : `a text with ${found.label}`;
}
