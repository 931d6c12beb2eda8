import { join, resolve } from "node:path";
import { writeAtomically } from "@likewise/engine";
import { Failure, validatePlan } from "@likewise/schema";
import { studyTemplates, templateStudy } from "@likewise/simulate";
import { requireNewFolder } from "../study/require-new-folder.ts";
import { writeTexts } from "../study/write-texts.ts";
import type { Console } from "../terminal/console.ts";
import { didYouMean } from "../terminal/did-you-mean.ts";
import { wholeNumber } from "../terminal/whole-number.ts";
import { planText } from "./plan-text.ts";

export interface TemplateOptions {
  readonly template: string;
  readonly dir?: string | undefined;
  readonly seed?: string | undefined;
}

/**
 * A study folder from a template: a plan with comments and synthetic extracts of the published shape. The folder is
 * written whole or not at all, and never over another.
 */
export async function initTemplate({ template: id, dir, seed }: TemplateOptions, console: Console): Promise<number> {
  const template = studyTemplates.find((one) => one.id === id);
  if (template === undefined) throw new Failure("usage", unknownTemplate(id));
  const number = wholeNumber("seed", seed, 1);
  const folder = dir ?? id;
  await requireNewFolder(folder);
  const { plan, notes, files } = templateStudy(template, number);
  requireValid(plan);
  const texts = {
    "study.yaml": planText(plan, notes, heading),
    ...Object.fromEntries(files.map(({ name, text }) => [name, text])),
  };
  await writeAtomically(folder, (staging) => writeTexts(staging, texts), { marker: "study.yaml" });
  console.out(
    `Synthetic study written to ${folder}: ${template.about}\nSources of every figure: ${join(folder, "README.md")}\nNext: likewise run ${resolve(folder) === resolve(".") ? "." : folder}\n`,
  );
  return 0;
}

const heading = [
  "SYNTHETIC: every person, service and place in this study is invented.",
  "README.md says where each figure comes from. Lines with a comment are decisions to make for a study of your own.",
];

function unknownTemplate(id: string): string {
  const ids = studyTemplates.map((one) => one.id);
  return `template ${id} is not known${didYouMean(id, ids)}; there are ${ids.join(", ")}`;
}

/** A template whose plan is no plan is our fault. */
function requireValid(plan: unknown): void {
  const checked = validatePlan(plan);
  if (!("problems" in checked)) return;
  const { path, message } = checked.problems[0]!;
  throw new RangeError(`initTemplate: a template must be a valid plan, got ${path}: ${message}`);
}
