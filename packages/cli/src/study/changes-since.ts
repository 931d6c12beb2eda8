import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Changes, compareReleases, renderChanges } from "@likewise/report";
import { canonicalJson, Failure, type Results } from "@likewise/schema";
import { readResults } from "./read-results.ts";

/** What changed since an earlier release, as data and as a page. */
export interface ChangesSince {
  readonly changes: Changes;
  readonly page: string;
}

/**
 * Compares results with a release published before.
 *
 * @param results as `out` holds them
 * @param out     the folder that holds them; the study around it, when it is there, names its earlier releases
 * @param old     the earlier release: what a run wrote, or its results.json
 * @throws Failure usage: no such release, another study, a working edition; refused: results that were not disclosed
 *   against it, as what one of them withholds the other may give away
 */
export async function changesSince(results: Results, out: string, old: string): Promise<ChangesSince> {
  const before = await readResults(await resultsFile(old), `--compare: ${old} holds no results.json`);
  for (const [edition, place] of [
    [results.edition, out],
    [before.edition, old],
  ] as const)
    if (edition !== "published")
      throw new Failure("usage", `--compare: ${place} is a working edition; compare what was published`);
  if (before.study.id !== results.study.id)
    throw new Failure("usage", `--compare: ${old} is of another study (${before.study.id}, not ${results.study.id})`);
  await requireDisclosedAgainst(before, results, out, old);
  const changes = compareReleases(before, results);
  return { changes, page: renderChanges(changes, results) };
}

async function resultsFile(old: string): Promise<string> {
  const found = await stat(old).catch(() => null);
  return found?.isDirectory() === true ? join(old, "results.json") : old;
}

/** Two releases side by side tell more than each: a count that rose by one gives that person away. */
async function requireDisclosedAgainst(before: Results, results: Results, out: string, old: string): Promise<void> {
  if ([before, results].every(({ disclosure }) => disclosure?.profile === "none")) return;
  const named = (results.options as { readonly disclosure?: { readonly releases?: readonly string[] } }).disclosure;
  const refused = new Failure(
    "refused",
    `${out} was not disclosed against ${old}, so that each may give away what the other withholds; name its results.json under disclosure.releases in study.yaml and run again`,
  );
  const files = named?.releases ?? [];
  if (files.length === 0) throw refused;
  const folder = dirname(resolve(out));
  const texts = await Promise.all(files.map((file) => readFile(resolve(folder, file), "utf8").catch(() => null)));
  const there = texts.filter((text) => text !== null);
  // Where the study is not around it, that a release is named is all that results can tell.
  if (there.length > 0 && there.every((text) => canonicalJson(JSON.parse(text)) !== canonicalJson(before)))
    throw refused;
}
