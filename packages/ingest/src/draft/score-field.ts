import { type ColumnTexts, shareOfKind } from "./cell-kind.ts";
import { headerWords } from "./header-words.ts";
import type { FieldWords } from "./vocabulary/vocabulary.ts";

/** How far a column speaks for a field. */
export interface FieldScore {
  /** From 0 to 1: how near the header comes to one of the vocabulary, times the share of cells that fit. */
  readonly score: number;
  /** The header of the vocabulary that came nearest. */
  readonly like: string;
  readonly share: number;
}

/** Below this a column is not taken for a field, whatever else there is. */
const leastScore = 0.5;

/**
 * How far a column could be a field: its header against those of the vocabulary (1 the same words, 0.95 in another
 * order, from 0.6 where it has further words, 0.6 for a weak one; 0 with a word that rules it out), times the square
 * root of the share of its cells that look like the field's. Fewer than half of them fitting is no match.
 */
export function scoreField(column: ColumnTexts, words: FieldWords): FieldScore | null {
  const header = headerWords(column.header);
  if ((words.not ?? []).some((word) => header.includes(headerWords(word)[0] ?? word))) {
    if (!words.headers.some((known) => same(header, headerWords(known)))) return null;
  }
  let best = { near: 0, like: "" };
  const consider = (like: string, near: number) => {
    if (near > best.near) best = { near, like };
  };
  for (const known of words.headers) consider(known, nearness(header, headerWords(known)));
  for (const known of words.weak ?? []) if (same(header, headerWords(known))) consider(known, 0.6);
  if (best.near === 0) return null;
  const share = shareOfKind(column, words.cells, words.codes);
  if (share < 0.5) return null;
  const score = best.near * Math.sqrt(share);
  return score < leastScore ? null : { score, like: best.like, share };
}

function nearness(header: readonly string[], known: readonly string[]): number {
  if (same(header, known)) return 1;
  if (known.length === 0 || !known.every((word) => header.includes(word))) return 0;
  if (known.length === header.length) return 0.95;
  // One word among several is a chance; two are hardly.
  return known.length === 1 ? 0.5 + (0.2 * known.length) / header.length : 0.6 + (0.3 * known.length) / header.length;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index]);
}
