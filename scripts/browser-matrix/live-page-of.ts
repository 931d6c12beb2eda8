import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { liveLibraryFiles, livePage, withTexts } from "../../packages/report/src/index.ts";

/** Writes the live form of a page into a folder; null for a page without results beside it. */
export async function livePageOf(page: string, folder: string): Promise<string | null> {
  const results = path.join(path.dirname(page), "results.json");
  if (!existsSync(results)) return null;
  const { vega, interpreter } = liveLibraryFiles();
  const libraries = { vega: readFileSync(vega, "utf8"), interpreter: readFileSync(interpreter, "utf8") };
  const file = path.join(folder, "live.html");
  const read = withTexts(JSON.parse(readFileSync(results, "utf8")));
  writeFileSync(file, await livePage(readFileSync(page, "utf8"), read, libraries));
  return file;
}
