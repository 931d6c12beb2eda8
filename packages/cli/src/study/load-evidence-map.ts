import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { sha256Text } from "@likewise/engine";
import { type EvidenceMap, Failure, type Input, type StudyPlan, validateEvidenceMap } from "@likewise/schema";
import { readYaml } from "./read-yaml.ts";

/** An evidence map as read, with what identifies its file. */
export interface LoadedEvidenceMap {
  readonly map: EvidenceMap;
  readonly input: Input;
}

/**
 * Reads and checks the evidence map a plan names; null when it names none.
 *
 * @throws Failure usage: no such file, not YAML, or not an evidence map; the message names line and key
 */
export async function loadEvidenceMap(plan: StudyPlan, folder: string): Promise<LoadedEvidenceMap | null> {
  const file = plan.programme?.evidenceFile;
  if (file === undefined) return null;
  const text = await readFile(resolve(folder, file), "utf8").catch(() => {
    throw new Failure("usage", `programme.evidenceFile: there is no file ${file} in the study folder`);
  });
  const yaml = readYaml(text, file);
  const checked = validateEvidenceMap(yaml.data);
  if ("problems" in checked) throw new Failure("usage", yaml.problemsText(checked.problems));
  return { map: checked.map, input: { file, sha256: sha256Text(text), rows: null } };
}
