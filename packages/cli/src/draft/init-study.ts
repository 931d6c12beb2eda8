import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { writeAtomically } from "@likewise/engine";
import { type Draft, type DraftFile, draftStudy, inspectFile } from "@likewise/ingest";
import { validatePlan } from "@likewise/schema";
import { closePrivate, makePrivate } from "../study/private-folder.ts";
import { requireNewFolder } from "../study/require-new-folder.ts";
import type { Console } from "../terminal/console.ts";
import { answeredDraft } from "./answers.ts";
import { type ExtractFile, extractFiles } from "./extract-files.ts";
import { planText } from "./plan-text.ts";

export interface InitOptions {
  readonly dir: string;
  readonly from: readonly string[];
  readonly answers?: string;
}

/**
 * A study folder drafted from extracts: copies of them in `data/`, and a plan that says of every line where it comes
 * from. The folder is written whole or not at all; the extracts themselves are only read.
 */
export async function initStudy({ dir, from, answers }: InitOptions, console: Console): Promise<number> {
  await requireNewFolder(dir);
  const extracts = await extractFiles(from);
  const files: DraftFile[] = [];
  for (const extract of extracts) files.push(await inspectFile(extract));
  const title = basename(resolve(dir));
  const draft = await answeredDraft((given) => draftStudy({ files, title, answers: given }), answers, console);
  requireValid(draft);
  const text = planText(draft.plan, draft.notes, heading(draft));
  await writeAtomically(dir, (staging) => write(staging, extracts, text), { marker: "study.yaml" });
  console.out(summary(dir, files, draft));
  return 0;
}

/** A draft that is no plan is our fault, and is said before anything is written. */
function requireValid({ plan }: Draft): void {
  const checked = validatePlan(plan);
  if (!("problems" in checked)) return;
  const { path, message } = checked.problems[0]!;
  throw new RangeError(`initStudy: a drafted plan must be valid, got ${path}: ${message}`);
}

async function write(staging: string, extracts: readonly ExtractFile[], text: string): Promise<void> {
  const data = join(staging, "data");
  await makePrivate(data);
  for (const { file, path } of extracts) {
    const copy = join(staging, path);
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(file, copy);
  }
  // Copies hold everything the extracts hold, whatever the modes these came with.
  await closePrivate(data);
  await writeFile(join(staging, "study.yaml"), text);
}

function heading({ questions }: Draft): readonly string[] {
  const open = questions.filter(({ confirmed }) => !confirmed).length;
  return [
    "Drafted by likewise init from the files in data/. Comments say what each line rests on.",
    open === 0
      ? `All ${questions.length} questions of data.confirm were answered.`
      : `${open} of ${questions.length} questions are open: set confirmed: true under data.confirm once somebody who`,
    ...(open === 0 ? [] : ["knows the data has confirmed them; likewise run waits for that, likewise check does not."]),
  ];
}

function summary(dir: string, files: readonly DraftFile[], { plan, questions }: Draft): string {
  const lines = [
    `Study drafted in ${dir}: ${files.length} ${files.length === 1 ? "file" : "files"}, copied to data/`,
    "",
  ];
  for (const [table, source] of Object.entries(plan.data.tables)) {
    const mapped = Object.keys(source.columns).length + Object.keys(source.covariates ?? {}).length;
    lines.push(`  ${table.padEnd(12)} ${source.files.join(", ")}: ${mapped} columns mapped`);
  }
  const unused = files.filter(
    ({ path }) => !Object.values(plan.data.tables).some((source) => source.files.includes(path)),
  );
  for (const { path } of unused) lines.push(`  not mapped   ${path}: no record was recognised in it`);
  const open = questions.filter(({ confirmed }) => !confirmed);
  lines.push("", `Questions: ${questions.length}, ${questions.length - open.length} answered`);
  for (const { id, question } of open) lines.push(`  open  ${id}: ${question}`);
  lines.push(
    "",
    "What was left out, and what each line rests on, stands in study.yaml.",
    `Next: likewise check ${dir}`,
  );
  return `${lines.join("\n")}\n`;
}
