import type { DraftTable } from "../draft-study.ts";
import { draftValues } from "../draft-values.ts";
import type { Questions } from "../questions.ts";

/** @returns recodes of `found`, where its noes are people with no record; null where nothing need be recoded */
export function askFound(
  { ask }: Questions,
  searches: DraftTable | undefined,
): Readonly<Record<string, boolean>> | null {
  const found = searches?.columns.find(({ name }) => name === "found");
  if (found === undefined) return null;
  const { values } = draftValues("searches", found.column, found.words);
  const no = found.column.texts.filter((text) => values[text] === false || /^(n|no|false|0)$/i.test(text));
  const rows = found.column.texts.reduce(
    (sum, text, at) => sum + (no.includes(text) ? found.column.counts[at]! : 0),
    0,
  );
  if (rows === 0) return null;
  const chosen = ask({
    id: "found",
    question: `Does "${no.join('", "')}" mean that the person could not be traced, or was traced and has no record?`,
    evidence: `${rows} of ${found.column.present} searches`,
    choices: ["not traced: what they did is unknown", "traced, with no record: they had no events"],
  });
  return chosen === 0 ? null : Object.fromEntries(no.map((text) => [text, true]));
}
