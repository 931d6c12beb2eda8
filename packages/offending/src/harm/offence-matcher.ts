import { harmScheme } from "./harm-schemes.ts";
import type { HarmWeightRow, HarmWeights } from "./harm-weights.ts";
import { normaliseOffenceCode } from "./offence-code.ts";
import { type OffenceSynonym, offenceSynonyms } from "./offence-synonyms.ts";
import { namesAgree, normaliseOffenceText, type OffenceText } from "./offence-text.ts";

/**
 * How an event came by its weight, or why it has none.
 *
 * `code`, `text`, `synonym`: it has one. `proactive`: it matched, and the scheme leaves such offences out. `non-crime`:
 * no crime, so no scheme weighs it. Crimes that could not be weighed: `not-specified` (the record does not say which
 * offence), `unmatched` (the table has no such offence), `ambiguous` (it has several, with different weights),
 * `disagree` (code and text are different offences).
 */
export const matchKinds = [
  "code",
  "text",
  "synonym",
  "proactive",
  "non-crime",
  "not-specified",
  "unmatched",
  "ambiguous",
  "disagree",
] as const;

export type MatchKind = (typeof matchKinds)[number];

/** Crimes without a weight: what the match rate is about. */
export const unweighedKinds: readonly MatchKind[] = ["not-specified", "unmatched", "ambiguous", "disagree"];

/** What became of one offence. */
export interface OffenceMatch {
  readonly kind: MatchKind;
  /** In the table's unit; null unless the kind is code, text or synonym. */
  readonly weight: number | null;
  /** Code and text are different offences, whether or not that left it without a weight. */
  readonly disagrees: boolean;
  /** Matched a row that is no longer for use. */
  readonly expired: boolean;
  readonly synonym: OffenceSynonym | null;
}

export interface MatchOptions {
  /** Further ways of writing, which come before the built-in ones. */
  readonly synonyms?: readonly { readonly text: string; readonly code?: string; readonly title?: string }[] | undefined;
  /** What counts where code and text are different offences of different weight: neither (the default), or one of them. */
  readonly whenDisagree?: "neither" | "code" | "text" | undefined;
  /** Codes of events lost the zeros in front. */
  readonly leadingZerosLost?: boolean | undefined;
}

/** One offence as a record has it. */
export interface RecordedOffence {
  readonly code: string | null;
  readonly text: string | null;
  /** false for an incident that is no crime; null counts as a crime, as in every count of this package. */
  readonly crime: boolean | null;
}

/**
 * Finds the weight of offences in a table, by code and by words in normal form and through synonyms; never by likeness.
 *
 * A code with several titles of one weight has that weight; where the weights differ the words must settle it. Rows no
 * longer for use serve only offences that no current row fits.
 *
 * @param options.synonyms each stands for a code or for a title of the table
 * @throws RangeError when a synonym stands for neither or both, or for a code that cannot be read
 * @example
 * const declared = { id: "own", scheme: "own", edition: "1", unit: "points" };
 * const { weights } = readHarmWeights(declared, [{ code: "00867", text: "Controlling or coercive behaviour", weight: 9 }]);
 * const match = offenceMatcher(weights);
 * match({ code: "8/67", text: null, crime: true }).weight; // 9
 * match({ code: null, text: "CONTROLLING OR COERCIVE BEHAVIOUR.", crime: true }).kind; // "text"
 * match({ code: null, text: "Controlling and coercive behavious", crime: true }).kind; // "synonym"
 * match({ code: null, text: "Controlling or coersive behaviour", crime: true }).kind; // "unmatched"
 */
export function offenceMatcher(
  weights: HarmWeights,
  { synonyms = [], whenDisagree = "neither", leadingZerosLost = false }: MatchOptions = {},
): (offence: RecordedOffence) => OffenceMatch {
  const byCode = grouped(weights.rows, ({ code }) => code);
  const titled = weights.rows.flatMap((row) =>
    row.text === null ? [] : [{ row, words: normaliseOffenceText(row.text) }],
  );
  const byText = grouped(titled, ({ words }) => words.text);
  const written = grouped(
    [...synonyms.map(declaredSynonym), ...offenceSynonyms].map(readSynonym),
    ({ words }) => words.text,
  );
  const leftOut = harmScheme(weights.scheme).proactiveLeftOut;

  const titlesLike = (words: OffenceText): HarmWeightRow[] =>
    (byText.get(words.text) ?? []).filter((title) => namesAgree(title.words, words)).map(({ row }) => row);
  const throughSynonym = (words: OffenceText): { rows: HarmWeightRow[]; synonym: OffenceSynonym } | null => {
    const fitting = (written.get(words.text) ?? []).filter((one) => namesAgree(one.words, words));
    // The study's own ways of writing come first, and settle it.
    const own = fitting.filter(({ synonym }) => synonym.status === "declared");
    const used = own.length > 0 ? own : fitting;
    const rows = used.flatMap(({ synonym: { code, title } }) =>
      code === null ? titlesLike(normaliseOffenceText(title!)) : (byCode.get(code) ?? []),
    );
    return rows.length === 0 ? null : { rows: [...new Set(rows)], synonym: used[0]!.synonym };
  };

  const find = ({ code, text, crime }: RecordedOffence): OffenceMatch => {
    const words = normaliseOffenceText(text ?? "");
    if (crime === false || nonCrimeWords.has(words.text)) return none("non-crime");
    const codeRead = code === null ? null : normaliseOffenceCode(code, { leadingZerosLost });
    const said = words.text !== "" && !unspecifiedWords.has(words.text);
    if ((code === null || unspecifiedWords.has(normaliseOffenceText(code).text)) && !said) return none("not-specified");
    const ofCode = codeRead === null ? [] : (byCode.get(codeRead) ?? []);
    const direct = said ? titlesLike(words) : [];
    const through = said && direct.length === 0 ? throughSynonym(words) : null;
    const ofText = through?.rows ?? direct;
    const bySynonym = through === null ? null : through.synonym;
    const textKind = bySynonym === null ? "text" : "synonym";

    if (ofCode.length === 0 && ofText.length === 0) return none("unmatched");
    if (ofText.length === 0) return weigh(ofCode, "code", null, false);
    // A row without a code, or whose code the record does not have, contradicts nothing.
    const together = ofText.filter((row) => codeRead === null || row.code === null || row.code === codeRead);
    if (together.length > 0) {
      return ofCode.length > 0 && together.some((row) => row.code === codeRead)
        ? weigh(together, "code", null, false)
        : weigh(together, textKind, bySynonym, false);
    }
    const fromCode = weigh(ofCode, "code", null, true);
    const fromText = weigh(ofText, textKind, bySynonym, true);
    if (ofCode.length > 0 && fromCode.weight !== null && fromCode.weight === fromText.weight) return fromCode;
    if (whenDisagree === "code" && ofCode.length > 0) return fromCode;
    return whenDisagree === "text" ? fromText : { ...none("disagree"), disagrees: true };
  };

  const weigh = (
    rows: readonly HarmWeightRow[],
    kind: MatchKind,
    synonym: OffenceSynonym | null,
    disagrees: boolean,
  ): OffenceMatch => {
    const current = rows.filter(({ expired }) => !expired);
    const usable = current.length > 0 ? current : rows;
    const counted = leftOut ? usable.filter(({ proactive }) => !proactive) : usable;
    if (usable.length > 0 && counted.length === 0) return { ...none("proactive"), disagrees, synonym };
    const different = new Set(usable.map(({ weight, proactive }) => (leftOut && proactive ? "left out" : weight)));
    if (different.size !== 1) return { ...none("ambiguous"), disagrees };
    return { kind, weight: usable[0]!.weight, disagrees, expired: current.length === 0, synonym };
  };

  return find;
}

function none(kind: MatchKind): OffenceMatch {
  return { kind, weight: null, disagrees: false, expired: false, synonym: null };
}

/** Words that say the record is of no crime, in normal form. */
const nonCrimeWords: ReadonlySet<string> = new Set([
  "non crime",
  "noncrime",
  "non crime incident",
  "non crime domestic",
  "non crime domestic abuse",
  "non crime domestic incident",
  "non crime domestic abuse incident",
  "domestic incident non crime",
  "domestic non crime",
]);

/** Words that say nothing of the offence, in normal form. */
const unspecifiedWords: ReadonlySet<string> = new Set([
  "",
  "not specified",
  "unspecified",
  "not known",
  "unknown",
  "not recorded",
  "not stated",
  "n a",
]);

function declaredSynonym({ text, code, title }: { text: string; code?: string; title?: string }): OffenceSynonym {
  if ((code === undefined) === (title === undefined)) {
    throw new RangeError(
      `offenceMatcher: a synonym must stand for a code or a title, got ${code === undefined ? "neither" : "both"} for ${text}`,
    );
  }
  const read = code === undefined ? null : normaliseOffenceCode(code);
  if (code !== undefined && read === null) {
    throw new RangeError(`offenceMatcher: code of a synonym must be an offence code, got ${code} for ${text}`);
  }
  return { text, code: read, title: title ?? null, source: "The study", status: "declared" };
}

function readSynonym(synonym: OffenceSynonym) {
  return { synonym, words: normaliseOffenceText(synonym.text) };
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
