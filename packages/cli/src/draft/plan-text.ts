import type { DraftNote } from "@likewise/ingest";
import type { StudyPlan } from "@likewise/schema";
import { Document, isMap, isScalar, isSeq, type YAMLMap } from "yaml";

const width = 100;

/**
 * A drafted plan as YAML, every line that rests on something with the reason above it.
 *
 * @param heading lines above everything
 */
export function planText(plan: StudyPlan, notes: readonly DraftNote[], heading: readonly string[]): string {
  const document = new Document(plan, { aliasDuplicateObjects: false });
  for (const [path, text] of byPath(notes)) comment(document, path, text);
  const root = document.contents as unknown as YAMLMap;
  for (const { key } of root.items) {
    if (isScalar(key) && String(key.value) !== "version" && String(key.value) !== "title") key.spaceBefore = true;
  }
  document.commentBefore = heading.map((line) => ` ${line}`).join("\n");
  return document.toString({ lineWidth: 110 });
}

/** Several notes on one key stand as one comment, in their order. */
function byPath(notes: readonly DraftNote[]): readonly (readonly [DraftNote["path"], string])[] {
  const texts = new Map<string, { path: DraftNote["path"]; lines: string[] }>();
  for (const { path, text } of notes) {
    if (text === "") continue;
    const key = path.join("\u001f");
    const known = texts.get(key) ?? { path, lines: [] };
    texts.set(key, known);
    known.lines.push(text);
  }
  return [...texts.values()].map(({ path, lines }) => [path, lines.join("\n")] as const);
}

function comment(document: Document, path: DraftNote["path"], text: string): void {
  const parent = document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  const wrapped = wrap(text, width - 2 * path.length)
    .map((line) => ` ${line}`)
    .join("\n");
  if (isMap(parent)) {
    const key = parent.items.find((pair) => isScalar(pair.key) && pair.key.value === last)?.key;
    if (isScalar(key)) key.commentBefore = wrapped;
  } else if (isSeq(parent)) {
    const item = document.getIn(path, true);
    if (isScalar(item) || isMap(item)) item.commentBefore = wrapped;
  }
}

/** Lines of a text, none wider than asked unless it is one word; the indent of a line is kept. */
function wrap(text: string, columns: number): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const indent = /^\s*(- )?/.exec(line)![0];
    const hanging = " ".repeat(indent.length);
    const lines: string[] = [];
    let current = indent;
    for (const word of line.slice(indent.length).split(/\s+/)) {
      const empty = current.trim() === "" || current === indent;
      if (!empty && current.length + 1 + word.length > columns) {
        lines.push(current);
        current = hanging + word;
      } else current += empty ? word : ` ${word}`;
    }
    return [...lines, current];
  });
}
