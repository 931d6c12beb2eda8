import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Failure, type Results, type StudyPlan, validateResults } from "@likewise/schema";

/**
 * Reads the results a run wrote.
 *
 * @param file   the file
 * @param absent what to say when there is none
 * @throws Failure `usage` when there is no such file, `data` when it is not JSON or not results
 */
export async function readResults(file: string, absent: string): Promise<Results> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Failure("usage", absent);
  });
  const checked = validateResults(parseJson(text, file));
  if ("results" in checked) return checked.results;
  const { path, message } = checked.problems[0]!;
  throw new Failure("data", `${file}: ${path}: ${message}`);
}

/**
 * Results published before, as `disclosure.releases` names them: what they told cannot be taken back.
 *
 * @throws Failure as `readResults`; `usage` for a working edition, which nobody outside holds
 */
export async function readReleases(plan: StudyPlan, folder: string): Promise<Results[]> {
  const releases: Results[] = [];
  for (const file of plan.disclosure?.releases ?? []) {
    const release = await readResults(resolve(folder, file), `disclosure.releases: there is no file ${file}`);
    if (release.edition !== "published")
      throw new Failure("usage", `disclosure.releases: ${file} is a working edition, name the one that was published`);
    releases.push(release);
  }
  return releases;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure("data", `${file}: expected JSON, found something else`);
  }
}
