import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { economicsProblems } from "@likewise/economics";
import { hasCode } from "@likewise/engine";
import { Failure, type StudyPlan, validatePlan } from "@likewise/schema";
import { filesOutside } from "./files-outside.ts";
import { readYaml } from "./read-yaml.ts";

/** A plan as read, with the folder its files are relative to. */
export interface LoadedPlan {
  readonly plan: StudyPlan;
  readonly folder: string;
  /** The plan itself. */
  readonly file: string;
  readonly text: string;
}

/**
 * Reads and checks `study.yaml`.
 *
 * @param path a study folder, or the plan in it
 * @throws Failure usage: no such study, not YAML, or not a plan; the message names line and key
 */
export async function loadPlan(path: string): Promise<LoadedPlan> {
  const file = await planFile(path);
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw hasCode(error, "EACCES", "EPERM") ? new Failure("usage", `${path} cannot be read: no permission`) : error;
  });
  const yaml = readYaml(text, "study.yaml");
  const { data } = yaml;
  if (typeof data !== "object" || data === null) {
    throw new Failure("usage", `${path} is not a study plan: name a study folder, or the study.yaml in it`);
  }
  const checked = validatePlan(data);
  if ("problems" in checked) throw new Failure("usage", yaml.problemsText(checked.problems));
  const problems = [...filesOutside(checked.plan), ...economicsProblems(checked.plan)];
  if (problems.length > 0) throw new Failure("usage", yaml.problemsText(problems));
  return { plan: checked.plan, folder: dirname(file), file, text };
}

async function planFile(path: string): Promise<string> {
  const full = resolve(path);
  const found = await stat(full).catch(() => null);
  if (found === null) throw new Failure("usage", `there is no study at ${path}`);
  if (!found.isDirectory()) return full;
  const file = join(full, "study.yaml");
  if ((await stat(file).catch(() => null)) === null)
    throw new Failure("usage", `the folder ${path} holds no study.yaml`);
  return file;
}
