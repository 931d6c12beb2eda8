import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonText } from "./json-text.ts";
import { outputsOf } from "./outputs.ts";
import type { Pages } from "./render.ts";

/**
 * The manifest of a run lists what now stands beside it, and how its pages were drawn, where there is one: a published folder may travel without.
 *
 * The hash of the results is left as the run wrote it: what was rendered from changed results must not pass for the run.
 */
export async function renewManifest(folder: string, files: Pages, interactive: boolean): Promise<void> {
  const path = join(folder, "manifest.json");
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return;
  const manifest = JSON.parse(text) as { readonly outputs: readonly { readonly file: string }[] };
  const results = manifest.outputs.filter(({ file }) => file === "results.json");
  const outputs = outputsOf(files).filter(({ file }) => file !== "results.json");
  await writeFile(path, jsonText({ ...manifest, pages: { interactive }, outputs: [...results, ...outputs] }));
}
