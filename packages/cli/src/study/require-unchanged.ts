import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { sha256File } from "@likewise/engine";
import { Failure, type Input } from "@likewise/schema";
import type { LoadedPlan } from "./load-plan.ts";

/**
 * Looks at the plan and every input once more, just before results are put in place: what is published must be of the
 * files that stand in the folder.
 *
 * @throws Failure `usage` when the plan has changed since it was read, `data` when a file has changed or gone
 */
export async function requireUnchanged(study: LoadedPlan, inputs: readonly Input[]): Promise<void> {
  const text = await readFile(study.file, "utf8").catch(() => null);
  if (text !== study.text) throw new Failure("usage", `study.yaml ${since(text)}; run again`);
  for (const { file, sha256 } of inputs) {
    const now = await sha256File(resolve(study.folder, file)).catch(() => null);
    if (now !== sha256) throw new Failure("data", `${file} ${since(now)}; run again when nothing else writes it`);
  }
}

function since(now: string | null): string {
  return now === null
    ? "was removed, or could no longer be read, during the run"
    : "was changed after it was read, during the run";
}
