import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Results } from "@likewise/schema";
import { readResults } from "./read-results.ts";

/**
 * The published results of a study: of the folder a run wrote, of the study folder it wrote into by default, or of the folder of a plan.
 *
 * @throws Failure `usage` when the study was not run
 */
export async function publishedResults(study: string): Promise<Results> {
  const folder = /\.ya?ml$/.test(study) ? dirname(study) : study;
  const own = join(folder, "results.json");
  const found = (await stat(own).catch(() => null)) !== null;
  return readResults(found ? own : join(folder, "out", "results.json"), `${study} has no results: run the study first`);
}
