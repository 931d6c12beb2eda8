import type { Refusal } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";

/** A share by a definition and a window, as every result of this package carries them. */
export interface DefinedShare {
  readonly kind: string;
  readonly definition: string;
  readonly window: string | null;
  readonly share: { readonly numerator: number; readonly denominator: number };
  /** Setting the people are of, where settings are not to be pooled: voluntary, criminal-order. */
  readonly setting?: string;
}

/**
 * Adds up shares of separate groups of people, where that means anything.
 *
 * Refused: different kinds, definition ids or windows (one word, several meanings), and several settings unless strata are
 * kept, when each setting stands beside the others and nothing is added up.
 *
 * @param parts  results of people who are in one part only
 * @param strata true: keep settings apart
 * @example
 * const part = (definition) => ({ kind: "completion", definition, window: null, share: { numerator: 1, denominator: 2 } });
 * mergeCounts({ parts: [part("service-rule"), part("three-quarters-of-17")] }).refusals[0].id; // "different-definitions"
 * mergeCounts({ parts: [part("service-rule"), part("service-rule")] }).merged.value; // 0.5
 */
export function mergeCounts({ parts, strata = false }: { parts: readonly DefinedShare[]; strata?: boolean }): {
  readonly merged: Share | null;
  readonly strata: readonly { readonly setting: string; readonly share: Share }[];
  readonly refusals: readonly Refusal[];
} {
  const distinct = (values: readonly (string | null)[]) => [...new Set(values.map((value) => value ?? "none"))];
  const refusals: Refusal[] = [];
  for (const [id, name, values] of [
    ["different-kinds", "kind", distinct(parts.map(({ kind }) => kind))],
    ["different-definitions", "definition", distinct(parts.map(({ definition }) => definition))],
    ["different-windows", "window", distinct(parts.map(({ window }) => window))],
  ] as const) {
    if (values.length < 2) continue;
    refusals.push({
      id,
      what: `merging ${values.join(" and ")}`,
      why: `The results have different ${name}s: a number made of both would be a share of neither`,
      unlocks: `Work out every part by one ${name}, or show them side by side`,
    });
  }
  const settings = distinct(parts.map(({ setting }) => setting ?? null));
  if (settings.length > 1 && !strata) {
    refusals.push({
      id: "settings-not-pooled",
      what: `merging ${settings.join(" and ")}`,
      why: "People who come of their own accord and people who must come differ before they start",
      unlocks: "Keep the settings apart as strata",
    });
  }
  const add = (some: readonly DefinedShare[]) =>
    shareOf(
      some.reduce((sum, { share }) => sum + share.numerator, 0),
      some.reduce((sum, { share }) => sum + share.denominator, 0),
    );
  const refused = refusals.length > 0;
  return {
    merged: refused || settings.length > 1 ? null : add(parts),
    strata:
      refused || !strata
        ? []
        : settings.map((setting) => ({
            setting,
            share: add(parts.filter((part) => (part.setting ?? "none") === setting)),
          })),
    refusals,
  };
}
