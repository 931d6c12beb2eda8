import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { repository, temporaryFolder } from "../run-command.ts";

/** A copy of the shipped trial, not run yet, in a folder of its own. */
export function studyFolder(parent = temporaryFolder()): string {
  const study = join(parent, "study");
  mkdirSync(study, { recursive: true });
  cpSync(join(repository, "reports/tarp/study.yaml"), join(study, "study.yaml"));
  cpSync(join(repository, "reports/tarp/data"), join(study, "data"), { recursive: true });
  return study;
}
