import { readFile } from "node:fs/promises";
import type { Draft, DraftQuestion } from "@likewise/ingest";
import { Failure } from "@likewise/schema";
import { parse } from "yaml";
import type { Console } from "../terminal/console.ts";
import { didYouMean } from "../terminal/did-you-mean.ts";

/** Drafts again with what is known so far: an answer can change which questions there are. */
export type Redraft = (answers: ReadonlyMap<string, number>) => Draft;

/**
 * The draft with every question answered that somebody answers: from a file, else by the lines a person types or a pipe
 * holds, one a question. What nobody answers stays as assumed and open.
 *
 * @param file YAML or JSON: id of a question to its choice, by number, by the words it begins with, or `assumed`
 * @throws Failure usage for an answer to no question, or one that is no choice
 */
export async function answeredDraft(redraft: Redraft, file: string | undefined, console: Console): Promise<Draft> {
  if (file !== undefined) return fromFile(redraft, file);
  try {
    return await askedFor(redraft, console);
  } finally {
    console.ask?.close();
  }
}

async function fromFile(redraft: Redraft, file: string): Promise<Draft> {
  const given = await readAnswers(file);
  const answers = new Map<string, number>();
  for (;;) {
    const draft = redraft(answers);
    const open = draft.questions.find(({ id }) => given.has(id) && !answers.has(id));
    if (open === undefined) {
      const asked = draft.questions.map(({ id }) => id);
      const unknown = [...given.keys()].find((id) => !asked.includes(id));
      if (unknown === undefined) return draft;
      throw new Failure(
        "usage",
        `${file}: there is no question ${unknown}${didYouMean(unknown, asked)} (asked: ${asked.join(", ")})`,
      );
    }
    answers.set(open.id, choiceOf(open, given.get(open.id)!, `${file}: `));
  }
}

async function readAnswers(file: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Failure("usage", `--answers: there is no file ${file}`);
  });
  let data: unknown;
  try {
    data = parse(text);
  } catch {
    throw new Failure("usage", `${file}: expected YAML or JSON, found something else`);
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    throw new Failure(
      "usage",
      `${file}: expected a question and its answer on each line (arms: 1), found something else`,
    );
  }
  return new Map(Object.entries(data).map(([id, answer]) => [id, String(answer)]));
}

async function askedFor(redraft: Redraft, { ask }: Console): Promise<Draft> {
  const answers = new Map<string, number>();
  const left = new Set<string>();
  let draft = redraft(answers);
  let wrong = "";
  if (ask === undefined) return draft;
  for (;;) {
    const at = draft.questions.findIndex(({ id }) => !answers.has(id) && !left.has(id));
    const open = draft.questions[at];
    if (open === undefined) return draft;
    const line = await ask.line(wrong + promptOf(open, at + 1, draft.questions.length));
    if (line === null) return draft;
    wrong = "";
    const answer = line.trim();
    if (/^(l|leave|later)$/i.test(answer)) left.add(open.id);
    else {
      const choice = answer === "" ? 0 : tolerant(open, answer, ask.interactive);
      if (typeof choice === "number") answers.set(open.id, choice);
      else wrong = `\n${choice}\n`;
    }
    draft = redraft(answers);
  }
}

/** A slip of a person at a terminal is asked again, and told why; a line of a pipe has no second chance. */
function tolerant(question: DraftQuestion, answer: string, interactive: boolean): number | string {
  try {
    return choiceOf(question, answer, "The answer to ");
  } catch (error) {
    if (interactive && error instanceof Failure) return error.message;
    throw error;
  }
}

function choiceOf({ id, choices }: DraftQuestion, answer: string, where: string): number {
  const text = answer.trim().toLowerCase();
  if (["assumed", "yes", "y", "true"].includes(text)) return 0;
  if (/^\d+$/.test(text) && choices[Number(text) - 1] !== undefined) return Number(text) - 1;
  const fitting = choices.flatMap((choice, index) =>
    text !== "" && choice.toLowerCase().startsWith(text) ? [index] : [],
  );
  if (fitting.length === 1) return fitting[0]!;
  throw new Failure(
    "usage",
    `${where}${id}: expected a number from 1 to ${choices.length}, the words a choice begins with, or assumed`,
  );
}

function promptOf({ id, question, evidence, choices }: DraftQuestion, at: number, of: number): string {
  return [
    "",
    `Question ${at} of ${of} (${id})`,
    question,
    `  The files show: ${evidence}`,
    ...choices.map((choice, index) => `  ${index + 1}  ${choice}${index === 0 ? "  [assumed]" : ""}`),
    "Enter accepts 1, a number chooses, l leaves it open: ",
  ].join("\n");
}
