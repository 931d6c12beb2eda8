import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDecisions } from "../../packages/evidence/src/index.ts";
import { renderDashboard, withTexts } from "../../packages/report/src/index.ts";
import { fixtures } from "../../packages/report/test/fixtures/studies.ts";
import { visibleText } from "../../packages/report/test/pages/visible-text.ts";
import { fleschKincaidGrade } from "../../packages/report/test/readability.ts";
import type { Results } from "../../packages/schema/src/index.ts";
import { answersOfResults } from "../first-screen/answers-of-results.ts";
import { answersOfText } from "../first-screen/answers-of-text.ts";
import { openChromium } from "../first-screen/open-chromium.ts";
import { visibleFirstScreen } from "../first-screen/visible-first-screen.ts";

const reports = fileURLToPath(new URL("../../reports/", import.meta.url));
const shipped = readdirSync(reports)
  .filter(isStudy)
  .map((name) => ({
    name,
    make: (): Results => JSON.parse(readFileSync(join(reports, name, "out", "results.json"), "utf8")),
  }));
const invented = Object.entries(fixtures)
  .filter(([name]) => name !== "empty parts")
  .map(([name, make]) => ({ name, make: () => make() }));
const reason = hasChromium() ? "" : "skipped: no Chromium";
if (reason !== "") process.stdout.write(`${reason}\n`);

describe.skipIf(reason !== "")(`the first screen, read without scrolling ${reason}`, () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = (await openChromium())!;
    folder = mkdtempSync(join(tmpdir(), "likewise-first-screen-"));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([...shipped, ...invented])(
    "answers what results.json holds: $name",
    { timeout: 60_000 },
    async ({ name, make }) => {
      const results = make();
      const file = join(folder, `${name.replace(/\W+/g, "-")}.html`);
      writeFileSync(file, await pageOf(results));
      const text = await visibleFirstScreen(browser, pathToFileURL(file).href);
      expect(answersOfText(text)).toEqual(answersOfResults(withTexts(results)));
    },
  );

  it.each(shipped)(
    "prints on ten A4 pages at most, before the annex of numbers: $name",
    { timeout: 60_000 },
    async ({ name, make }) => {
      const file = join(folder, `${name}-print.html`);
      writeFileSync(file, await pageOf(make()));
      const page = await browser.newPage();
      await page.goto(pathToFileURL(file).href);
      await page.evaluate("document.querySelector('.paper').remove()");
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      await page.close();
      expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeLessThanOrEqual(10);
    },
  );
});

describe("the dashboard of a shipped study", () => {
  it.each(shipped)("reads at grade 7 at most, and is under 600 KB: $name", { timeout: 60_000 }, async ({ make }) => {
    const page = await pageOf(make());
    expect(fleschKincaidGrade(visibleText(page))).toBeLessThanOrEqual(7);
    expect(Buffer.byteLength(page)).toBeLessThan(600_000);
  });
});

/** The dashboard as a run would write it now. */
async function pageOf(results: Results): Promise<string> {
  return renderDashboard(withTexts({ ...results, decisions: readDecisions(results) }));
}

function isStudy(name: string): boolean {
  return existsSync(join(reports, name, "out", "results.json"));
}

function hasChromium(): boolean {
  try {
    execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"]);
    return true;
  } catch {
    return false;
  }
}
