import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { sha256Text } from "@likewise/engine";
import { checkDefinition } from "@likewise/measures";
import { Failure, type Input, type MeasureDefinition, type StudyPlan } from "@likewise/schema";
import { readYaml } from "./read-yaml.ts";

/** Definitions of one's own as read, by the file the plan names, with what identifies each file. */
export interface LoadedDefinitions {
  readonly definitions: ReadonlyMap<string, MeasureDefinition>;
  readonly inputs: readonly Input[];
}

/**
 * Reads and checks every definition file a plan names (`measures.definition`), its worked cases too.
 *
 * @throws Failure usage: no such file, no definition, or one for another measure than the plan names
 */
export async function loadDefinitions(plan: StudyPlan, folder: string): Promise<LoadedDefinitions> {
  const definitions = new Map<string, MeasureDefinition>();
  const inputs: Input[] = [];
  for (const { definition: file, measure } of plan.measures ?? []) {
    if (file === undefined) continue;
    if (!definitions.has(file)) {
      const { definition, input } = await readDefinition(file, resolve(folder, file));
      definitions.set(file, definition);
      inputs.push(input);
    }
    const { id } = definitions.get(file)!;
    if (id !== measure) {
      throw new Failure("usage", `measures: expected ${measure} in ${file}, found the definition of ${id}`);
    }
  }
  return { definitions, inputs };
}

/**
 * A definition file, JSON or YAML, checked with its worked cases.
 *
 * @throws Failure usage: no such file, or what is wrong with it
 */
export async function readDefinition(
  file: string,
  path: string,
): Promise<{ readonly definition: MeasureDefinition; readonly input: Input }> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new Failure("usage", `there is no definition file ${file}`);
  });
  const yaml = readYaml(text, file);
  const checked = checkDefinition(yaml.data);
  if ("problems" in checked) throw new Failure("usage", yaml.problemsText(checked.problems));
  return { definition: checked.definition, input: { file, sha256: sha256Text(text), rows: null } };
}
