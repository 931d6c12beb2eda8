import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { catalogue, guardWordings, shortVerdictNames, verdictNames } from "@likewise/report";
import { canonical } from "./canonical.ts";
import { hole, textsOfSource } from "./texts-of-source.ts";

/** A text the pages are made of, and where it is written. */
export interface Written {
  readonly file: string;
  /** As written, `hole` where a value goes. */
  readonly text: string;
}

/** Fixed texts by how they are compared, and texts with places for values. */
export interface Vocabulary {
  readonly fixed: ReadonlyMap<string, Written>;
  readonly patterns: readonly Pattern[];
}

export interface Pattern {
  readonly written: Written;
  /** The longest part that is fixed: a text without it does not fit. */
  readonly part: string;
  /** With places that take as little, and as much, as they can. */
  readonly lazy: RegExp;
  readonly greedy: RegExp;
}

/** Sentences of claims: a page may hold them only as a claim renders them. */
export const catalogueFiles: readonly string[] = [
  "headlines",
  "effects",
  "limits",
  "caveats",
  "decisions",
  "readings",
  "money",
].map((name) => `wording/${name}.ts`);

/** These, and words of a plan, which is printed in a terminal alone. */
const elsewhere: readonly string[] = [...catalogueFiles, "wording/planning-words.ts"];

/** Every text of the pages' code that is no sentence of a claim. */
export function writtenTexts(): Written[] {
  const root = fileURLToPath(new URL("../../src/", import.meta.url));
  return readdirSync(root, { recursive: true })
    .map((name) => String(name))
    .filter((name) => name.endsWith(".ts") && !/^(terminal|explain)\//.test(name) && !elsewhere.includes(name))
    .sort()
    .flatMap((file) =>
      textsOfSource(readFileSync(`${root}${file}`, "utf8")).flatMap(({ text, isMarkup }) =>
        (isMarkup ? blocksOf(text) : [text]).map((one) => ({ file, text: one })),
      ),
    )
    .filter(({ text }) => /[a-z]/i.test(text) && !/^(\.\.?\/|@)/.test(text));
}

/** Verdicts that tell for or against, and what guards say: a page may hold one only where a claim or a finding has it. */
const ofFindings: ReadonlySet<string> = new Set([
  ...Object.values(catalogue),
  verdictNames.better,
  verdictNames.worse,
  shortVerdictNames.better,
  shortVerdictNames.worse,
  // In a column of verdicts.
  "Better",
  "better",
  "Worse",
  "worse",
  ...Object.values(guardWordings).flatMap((wording) => Object.values(wording)),
]);

export function vocabularyOf(texts: readonly Written[]): Vocabulary {
  const fixed = new Map<string, Written>();
  const patterns = new Map<string, Written>();
  for (const written of texts) {
    // What follows a place without anything between is part of its value.
    const key = canonical(written.text).replaceAll(new RegExp(`${hole}+`, "g"), hole);
    if (ofFindings.has(written.text)) continue;
    if (!written.text.includes(hole)) fixed.set(key, written);
    else if (/[a-z]/.test(key)) patterns.set(key, written);
  }
  return { fixed, patterns: [...patterns].map(([key, written]) => ({ written, ...expressions(key) })) };
}

function expressions(key: string): Omit<Pattern, "written"> {
  const fixed = key.split(hole);
  const parts = fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return {
    part: fixed.reduce((longest, part) => (part.length > longest.length ? part : longest)),
    lazy: new RegExp(`^${parts.join("(.*?)")}$`),
    greedy: new RegExp(`^${parts.join("(.*)")}$`),
  };
}

/** Texts between the tags of a template, and those of attributes that are read out. */
function blocksOf(markup: string): string[] {
  const named = [...markup.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name!);
  return [...named, ...markup.replace(/<\/?(?:a|b|i|em|strong|span)\b[^>]*>/g, "").split(/<[^>]*>/)].map((text) =>
    text.replace(/\s+/g, " ").trim(),
  );
}
