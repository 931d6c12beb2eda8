import { isWithheld, type Results, resultAt, type Sentence } from "@likewise/schema";
import { catalogue } from "./catalogue.ts";
import { formatMeasured, formatPer100, formats } from "./formats.ts";

const withheldWord = "[withheld: few people]";

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
  const text = template.replace(/\{(\w+)(?::(\w+))?\}/g, (_all, name: string, format?: string) =>
    fill(name, format, sentence, results),
  );
  return text.replace(/([.?!])\.(?=\s|$)/g, "$1");
}

function fill(name: string, format: string | undefined, sentence: Sentence, results: Results): string {
  const key = sentence.slots[name];
  const value: unknown = key === undefined ? sentence.words[name] : resultAt(results, key);
  if (value === undefined || value === null) {
    throw new RangeError(`renderSentence: ${sentence.rule} needs ${name}, got none`);
  }
  if (isWithheld(value)) return withheldWord;
  if (typeof value === "object" && "unbounded" in value) return "no limit";
  if (typeof value === "number") return formatNumberSlot(value, format, sentence.words);
  return formatText(String(value), format);
}

function formatNumberSlot(value: number, format: string | undefined, words: Readonly<Record<string, string>>): string {
  if (format === "lowerHigher100") return lowerOrHigher(value, formatPer100(Math.abs(value)), "fewer", "more");
  if (format === "lowerHigher") return lowerOrHigher(value, formatMeasured(Math.abs(value)), "lower", "higher");
  return (formats[format ?? "measured"] ?? formatMeasured)(value, words);
}

function lowerOrHigher(value: number, size: string, lower: string, higher: string): string {
  return `${size} ${value < 0 ? lower : higher}`;
}

const texts: Readonly<Record<string, (text: string) => string>> = {
  capital: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  scale: (text) => ({ wwclg: "What Works Centre", original: "original Maryland" })[text] ?? text,
  adjustment: (text) =>
    ({
      none: "without adjustment",
      covariates: "adjusted for the characteristics measured",
      matching: "among matched people",
      weighting: "weighted",
      design: "by design",
    })[text] ?? text,
  code: (text) => text.replaceAll("-", " "),
};

function formatText(text: string, format: string | undefined): string {
  return (texts[format ?? ""] ?? ((same: string) => same))(text.replace(/\.$/, ""));
}
