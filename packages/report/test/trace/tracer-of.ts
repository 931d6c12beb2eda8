import {
  covariateLabel,
  guardWording,
  renderSentence,
  shortVerdictNames,
  verdictNames,
  withCovariateLabels,
} from "@likewise/report";
import {
  type Claim,
  contractIndicators,
  effectMeasures,
  listKeys,
  type Results,
  type Sentence,
} from "@likewise/schema";
import { canonical } from "./canonical.ts";
import { type PageText, pageTexts } from "./page-texts.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Where a text of a page comes from. */
export type Origin =
  | { readonly kind: "claim"; readonly rule: string; readonly keys: readonly string[] }
  | { readonly kind: "guard"; readonly guard: string }
  | { readonly kind: "result"; readonly key: string }
  | { readonly kind: "written"; readonly file: string }
  | { readonly kind: "number" };

export interface TracedText extends PageText {
  /** Null where nothing accounts for the text. */
  readonly origins: readonly Origin[] | null;
}

/**
 * Traces pages of one study: every text with where it comes from, sentences of claims by their rules, texts of results by
 * their keys, fixed texts by their file.
 */
export function tracerOf(results: Results, vocabulary: Vocabulary): (page: string) => TracedText[] {
  const known = knownTexts(results);
  const keys = keyNames(results);
  const memo = new Map<string, readonly Origin[] | null>();
  const atoms = new Map<string, readonly Origin[] | null>();
  const segments = new Set(listKeys(results).flatMap(wordsOfKeys));
  return (page) =>
    pageTexts(page).map((text) => ({
      ...text,
      origins: (text.isKeys ? keysAlone(text.text) : null) ?? traced(canonical(text.text)),
    }));

  /** A line of the list of every number holds parts of keys and numbers, and nothing else. */
  function keysAlone(text: string): readonly Origin[] | null {
    const isKnown = (part: string) => segments.has(part) || isNumber(part) || ["to", "no", "limit"].includes(part);
    return wordsOfKeys(text).every(isKnown) ? [{ kind: "number" }] : null;
  }

  function traced(text: string): readonly Origin[] | null {
    if (text === "") return [];
    const before = memo.get(text);
    if (before !== undefined) return before;
    // A text within itself accounts for nothing.
    memo.set(text, null);
    const origins = atom(text) ?? sequence(text);
    memo.set(text, origins);
    return origins;
  }

  function atom(text: string): readonly Origin[] | null {
    const before = atoms.get(text);
    if (before !== undefined) return before;
    const origins = atomAnew(text);
    atoms.set(text, origins);
    return origins;
  }

  function atomAnew(text: string): readonly Origin[] | null {
    const own = known.get(text);
    if (own !== undefined) return [own];
    if (isNumber(text)) return [{ kind: "number" }];
    const fixed = vocabulary.fixed.get(text);
    if (fixed !== undefined) return [{ kind: "written", file: fixed.file }];
    for (const { written, part, lazy, greedy } of vocabulary.patterns) {
      if (!text.includes(part)) continue;
      for (const expression of [lazy, greedy]) {
        const found = expression.exec(text);
        if (found === null) continue;
        const values = found.slice(1).map((value) => traced(canonical(value)));
        if (values.every((value) => value !== null)) return [{ kind: "written", file: written.file }, ...values.flat()];
      }
    }
    return null;
  }

  /** Texts one after the other, held apart by marks, by the words that join a list, by a number, or by the name of a key before its value. */
  function sequence(text: string): readonly Origin[] | null {
    const cuts = [...text.matchAll(/[.,;:?!()“”→–·]+ ?| (?:and|or|to|of|in|then|than) |(?<=[\d\]]) | (?=[\d[])/g)];
    for (const { 0: mark, index } of cuts) {
      const first = atomAt(canonical(text.slice(0, index)));
      if (first === null) continue;
      const rest = traced(canonical(text.slice(index + mark.length)));
      if (rest !== null) return [...first, ...rest];
    }
    for (const { index } of text.matchAll(/ /g)) {
      const own = keys.get(text.slice(0, index));
      if (own === undefined) continue;
      const rest = traced(canonical(text.slice(index)));
      if (rest !== null) return [own, ...rest];
    }
    return null;
  }

  function atomAt(text: string): readonly Origin[] | null {
    return text === "" ? [] : (memo.get(text) ?? atom(text));
  }
}

/** Sentences of claims and of what guards found, each sentence of a text by itself too; then every other text of the results. */
function knownTexts(results: Results): Map<string, Origin> {
  const known = new Map<string, Origin>();
  const add = (text: string, origin: Origin) => {
    const key = canonical(text);
    if (key !== "" && !known.has(key)) known.set(key, origin);
  };
  for (const sentence of sentencesOf(results)) {
    const text = renderSentence(sentence, results);
    const origin: Origin = { kind: "claim", rule: sentence.rule, keys: Object.values(sentence.slots) };
    for (const one of [text, ...text.split(/(?<=[.?!]) /)]) add(one, origin);
  }
  for (const { verdict } of claimsOf(results))
    for (const text of [verdictNames[verdict], shortVerdictNames[verdict]])
      add(text, { kind: "claim", rule: `verdict-${verdict}`, keys: [] });
  for (const { guard } of results.guards ?? [])
    for (const text of Object.values(guardWording(guard)))
      for (const one of [text, ...text.split(/(?<=[.?!]) /)]) add(one, { kind: "guard", guard });
  for (const { label } of effectMeasures) add(label, { kind: "written", file: "effectMeasures of schema" });
  for (const { label, definition } of contractIndicators)
    for (const one of [label, `${definition}.`]) add(one, { kind: "written", file: "contractIndicators of schema" });
  for (const { balance } of results.comparisons)
    for (const { covariate } of balance) {
      const label = covariateLabel(covariate, results);
      for (const part of [label, ...label.split(", ")]) add(part, { kind: "result", key: "comparisons" });
    }
  const labels = results.study.outcomes.map(({ id, label }) => [id, label] as const);
  walk(results, "", (text, key, isName) => {
    if (isName) return add(wordsOf(text), { kind: "result", key });
    const covariates = withCovariateLabels(text, results);
    const named = labels.reduce((found, [id, label]) => found.replaceAll(id, label), covariates);
    const inWords = text.replace(/\b([a-z_]+)\.([a-z_]+)\b/g, "$2 ($1)");
    for (const one of new Set([text, covariates, named, inWords])) {
      for (const part of [one, ...one.split(/[:;] |, /)]) add(part, { kind: "result", key });
    }
  });
  return known;
}

/** A key, or a line of keys and numbers, in its smallest parts. */
function wordsOfKeys(text: string): string[] {
  return text.split(/[\s,;:/=]+/).filter((part) => part !== "");
}

/** Names of options and of other keys, which a page may put before their values. */
function keyNames(results: Results): Map<string, Origin> {
  const names = new Map<string, Origin>();
  walk(results, "", (text, key, isName) => {
    if (isName) names.set(canonical(wordsOf(text)), { kind: "result", key });
  });
  return names;
}

/** `tieDraws` reads "tie draws". */
function wordsOf(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2");
}

function claimsOf(results: Results): Claim[] {
  return [...results.claims, ...results.comparisons.flatMap((comparison) => comparison.claims)];
}

function sentencesOf(results: Results): Sentence[] {
  return [
    ...claimsOf(results).flatMap(({ can, cannot, caveats }) => [...can, ...cannot, ...caveats]),
    ...(results.guards ?? []).flatMap(({ shown }) => shown),
    ...(results.readings ?? []).flatMap(({ sentences }) => sentences),
    ...(results.economics?.claims?.can ?? []),
    ...(results.economics?.claims?.cannot ?? []),
    ...(results.decisions ?? []).flatMap(({ reasons, unknown }) => [...reasons, ...unknown]),
  ];
}

/** Texts and names of keys, but for sentences: these are rendered. */
function walk(value: unknown, key: string, found: (text: string, key: string, isName: boolean) => void): void {
  if (typeof value === "string") found(value, key, false);
  if (value === null || typeof value !== "object") return;
  for (const [name, part] of Object.entries(value)) {
    if (name === "text" && "rule" in value && "slots" in value) continue;
    const at = key === "" ? name : `${key}/${name}`;
    if (!Array.isArray(value)) found(name, at, true);
    walk(part, at, found);
  }
}

const months = "january|february|march|april|may|june|july|august|september|october|november|december";
const numbers = [
  /^[−+–]?[\d.,]+( ?%)?$/,
  /^[−+–]?£[\d.,]+( million)?$/,
  /^\[[a-z]+\]$/,
  /^[−+–]?[\d.,]+ %?( to [−+–]?[\d.,]+ ?%?)?$/,
  new RegExp(`^\\d{1,2} (${months})( \\d{4})?$`),
  new RegExp(`^(${months})( \\d{4})?$`),
  /^[\d.,]+ [\d.,]+$/,
  // The letter of an annex.
  /^[a-z]$/,
];

function isNumber(text: string): boolean {
  return numbers.some((form) => form.test(text));
}
