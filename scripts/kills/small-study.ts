import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const shipped = fileURLToPath(new URL("../../reports/tarp", import.meta.url));

/** A copy of the shipped trial, without its results, in a folder that may be spoilt. */
export function smallStudy(folder: string): string {
  const study = join(folder, "study");
  mkdirSync(study, { recursive: true });
  cpSync(join(shipped, "study.yaml"), join(study, "study.yaml"));
  cpSync(join(shipped, "data"), join(study, "data"), { recursive: true });
  return study;
}
