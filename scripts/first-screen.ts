/**
 * Reads the first screen of each dashboard as a commissioner does, in a window of 1280 by 800 px and without scrolling,
 * and says what it answers, beside what results.json holds. Needs a Chromium on the path.
 * Run: tsx --conditions=source scripts/first-screen.ts [OUT ...]   (folders a run wrote; reports/∗/out when none is given)
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { answersOfResults } from "./first-screen/answers-of-results.ts";
import { answersOfText } from "./first-screen/answers-of-text.ts";
import { openChromium } from "./first-screen/open-chromium.ts";
import { visibleFirstScreen } from "./first-screen/visible-first-screen.ts";

const reports = fileURLToPath(new URL("../reports/", import.meta.url));
const given = process.argv.slice(2).map((folder) => resolve(folder));
const folders =
  given.length > 0
    ? given
    : readdirSync(reports)
        .map((name) => join(reports, name, "out"))
        .filter((out) => existsSync(out));

const browser = await openChromium();
if (browser === null) {
  process.stdout.write("skipped: no Chromium\n");
} else {
  for (const folder of folders) {
    const read = answersOfText(await visibleFirstScreen(browser, pathToFileURL(join(folder, "dashboard.html")).href));
    const wanted = answersOfResults(JSON.parse(readFileSync(join(folder, "results.json"), "utf8")));
    const same = isDeepStrictEqual(read, wanted);
    if (!same) process.exitCode = 1;
    process.stdout.write(
      `${folder}\n${JSON.stringify(read, null, 2)}\n${same ? "as in results.json" : `results.json holds ${JSON.stringify(wanted, null, 2)}`}\n`,
    );
  }
  await browser.close();
}
