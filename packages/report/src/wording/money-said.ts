import type { EconomicsResult } from "@likewise/schema";

/**
 * The sentence the claims of money hold of one kind, rendered; null where they hold none.
 *
 * @param kind beginning of the rule's id: "money-worth", "money-break-even" …
 */
export function moneySaid({ claims }: EconomicsResult, kind: string): string | null {
  const all = [...(claims?.can ?? []), ...(claims?.cannot ?? [])];
  return all.find(({ rule }) => rule.startsWith(`${kind}-`))?.text ?? null;
}
