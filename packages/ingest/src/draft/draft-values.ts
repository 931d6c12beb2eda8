import { recordFields } from "@likewise/schema";
import { readBoolean } from "../values/read-boolean.ts";
import { isSentinelText } from "../values/sentinels.ts";
import type { ColumnTexts } from "./cell-kind.ts";
import { foldedCode } from "./folded-code.ts";
import type { FieldWords } from "./vocabulary/vocabulary.ts";

/** What the codes of a column mean. */
export interface DraftValues {
  /** Their code to ours; only where they differ. */
  readonly values: Readonly<Record<string, string | boolean>>;
  /** Codes the record does not know, as they stand: kept where it takes any, rejected where it does not. */
  readonly unknown: readonly string[];
  /** Spellings of one code, the most frequent first. */
  readonly twins: readonly (readonly string[])[];
}

/** Recodes what is recognisably ours, and the rarer spellings of any code to the most frequent one. */
export function draftValues(table: string, column: ColumnTexts, words: FieldWords): DraftValues {
  const field = recordFields(table).find(({ name }) => name === words.field);
  const ours = new Map(
    [...(field?.values ?? []), ...(field?.suggested ?? []), ...Object.keys(words.codes ?? {})].flatMap((code) =>
      [code, ...(words.codes?.[code] ?? [])].map((text) => [foldedCode(text), code] as const),
    ),
  );
  const isBoolean = words.cells === "boolean";
  const values: Record<string, string | boolean> = {};
  const unknown: string[] = [];
  const spellings = new Map<string, { text: string; count: number }[]>();
  for (const [index, text] of column.texts.entries()) {
    if (isSentinelText(text) || (isBoolean && readBoolean(text) !== null)) continue;
    const code = ours.get(foldedCode(text));
    if (code !== undefined && code !== text) values[text] = isBoolean ? code === "true" : code;
    else if (code === undefined) unknown.push(text);
    const key = code ?? foldedCode(text);
    spellings.set(key, [...(spellings.get(key) ?? []), { text, count: column.counts[index]! }]);
  }
  const twins = [...spellings.values()]
    .map((group) => group.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)))
    .filter((group) => new Set(group.map(({ text }) => foldedCode(text))).size < group.length);
  for (const group of twins) {
    const standing = values[group[0]!.text] ?? group[0]!.text;
    for (const { text } of group.slice(1)) values[text] ??= standing;
  }
  // Where some codes are recoded, those that stand for themselves are named too: `check` reports any that is not.
  if (twins.length > 0 && words.codes === undefined) for (const text of unknown) values[text] ??= text;
  return { values, unknown, twins: twins.map((group) => group.map(({ text }) => text)) };
}
