import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { sha256Text } from "@likewise/engine";
import { Failure, type Input, type StudyPlan, type TheoryOfChange, validateTheory } from "@likewise/schema";
import { readYaml } from "./read-yaml.ts";

/** A theory of change as read, with what identifies its file. */
export interface LoadedTheory {
  readonly theory: TheoryOfChange;
  readonly input: Input;
}

/**
 * Reads and checks the theory of change a plan names; null when it names none.
 *
 * @throws Failure usage: no such file, not YAML, or not a theory of change; the message names line and key
 */
export async function loadTheory(plan: StudyPlan, folder: string): Promise<LoadedTheory | null> {
  const file = plan.programme?.theoryFile;
  if (file === undefined) return null;
  const text = await readFile(resolve(folder, file), "utf8").catch(() => {
    throw new Failure("usage", `programme.theoryFile: there is no file ${file} in the study folder`);
  });
  const yaml = readYaml(text, file);
  const checked = validateTheory(yaml.data);
  if ("problems" in checked) throw new Failure("usage", yaml.problemsText(checked.problems));
  return { theory: checked.theory, input: { file, sha256: sha256Text(text), rows: null } };
}
