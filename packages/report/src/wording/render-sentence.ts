import { isUnbounded, isWithheld, type Results, resultAt, type Sentence } from "@likewise/schema";
import { catalogue } from "./catalogue.ts";
import { codeWords } from "./code-words.ts";
import { withCovariateLabels } from "./covariate-labels.ts";
import { derived, withheldWord } from "./derived.ts";
import { formats } from "./formats.ts";
import { guardWording } from "./guards.ts";
import { estimatorPhrases, shortScaleNames } from "./labels.ts";
import { moneyFormats } from "./pounds.ts";
import { reasonWords } from "./reason-words.ts";
import { refusedResult } from "./refused-result.ts";
import { capital, columnsInWords } from "./sentence-case.ts";

/**
 * A claim's sentence in words: its rule's template with every slot filled from the results.
 *
 * @param sentence rule, slots (keys of results) and literal words
 * @param results  where the keys point
 * @returns one sentence or a few; a withheld number is named as withheld
 * @throws RangeError when the rule is not in the catalogue, a slot has no key or the key no result
 */
export function renderSentence(sentence: Sentence, results: Results): string {
  const template = catalogue[sentence.rule];
  if (template === undefined)
    throw new RangeError(`renderSentence: rule must be in the catalogue, got ${sentence.rule}`);
  const values = valuesOf(sentence, results);
  const text = template.replace(placeholder, (_all, name: string, format = "measured") =>
    fill(name, format, sentence, values, results),
  );
  return text.replace(/([.?!])\.(?=\s|$)/g, "$1");
}

/**
 * What a rule's sentence is filled with: the slots and words its template needs.
 *
 * @returns names without repeats, in the order of the template
 * @throws RangeError when the rule is not in the catalogue
 * @example
 * sentenceNeeds("caveat-level-other-scale"); // ["scale", "level", "atMost"]
 */
export function sentenceNeeds(rule: string): string[] {
  const template = catalogue[rule];
  if (template === undefined) throw new RangeError(`sentenceNeeds: rule must be in the catalogue, got ${rule}`);
  const names = [...template.matchAll(placeholder)].flatMap(([, name]) => derived[name!]?.from ?? [name!]);
  return [...new Set(names)];
}

/** `{name}` or `{name:format}`. */
const placeholder = /\{(\w+)(?::(\w+))?\}/g;

type Values = (name: string) => unknown;

function valuesOf(sentence: Sentence, results: Results): Values {
  return (name) => {
    const key = sentence.slots[name];
    const value: unknown = key === undefined ? sentence.words[name] : resultAt(results, key);
    if (value === undefined || value === null)
      throw new RangeError(`renderSentence: ${sentence.rule} needs ${name}, got none`);
    return value;
  };
}

function fill(
  name: string,
  format: string,
  { rule, slots, words }: Sentence,
  values: Values,
  results: Results,
): string {
  const write = (value: number) => numberFormat(rule, format)(value, words);
  const made = derived[name];
  if (made) return made.write(Object.fromEntries(made.from.map((slot) => [slot, values(slot)])), write);
  const value = values(name);
  if (isWithheld(value)) return withheldWord;
  if (isUnbounded(value)) return "no limit";
  if (typeof value === "number") return write(value);
  const text = String(value).replace(/\.$/, "");
  // Words are the plan's own labels; a text found in the results may name a column.
  const inWords = (texts[format] ?? plain)(name in slots ? withCovariateLabels(text, results) : text, results);
  return name in slots ? columnsInWords(inWords) : inWords;
}

function numberFormat(rule: string, name: string) {
  const format = formats[name] ?? moneyFormats[name];
  if (format === undefined) throw new RangeError(`renderSentence: ${rule} must use a known format, got ${name}`);
  return format;
}

const plain = (text: string) => text;

/** Formats of texts. */
const texts: Readonly<Record<string, (text: string, results: Results) => string>> = {
  capital,
  scale: (text) => shortScaleNames[text] ?? text,
  adjustment: (text) => estimatorPhrases[text] ?? text,
  refused: refusedResult,
  code: codeWords,
  reason: reasonWords,
  plural,
  guard: (id) => guardWording(id).because,
  guardSentence: (id) => capital(guardWording(id).because),
};

/** Several of what one unit is called: "crimes", "people without …". */
function plural(one: string): string {
  if (/^person\b/.test(one)) return one.replace(/^person/, "people");
  return /\w+s$/.test(one) ? one : `${one}s`;
}
