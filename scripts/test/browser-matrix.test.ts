import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPage } from "../browser-matrix/check-page.ts";
import { hashOfPage } from "../browser-matrix/hash-of-page.ts";
import { livePageOf } from "../browser-matrix/live-page-of.ts";
import { shippedPages } from "../browser-matrix/shipped-pages.ts";
import { states } from "../browser-matrix/states.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const chromiumPath = installed("chromium");
const reason = chromiumPath === null || installed("pdftoppm") === null ? "skipped: no Chromium or no poppler" : "";
if (reason !== "") process.stdout.write(`${reason}\n`);

interface Row {
  readonly page: string;
  readonly state: string;
  readonly faults: readonly string[];
  readonly firstPaint?: number | null;
}

describe("the browser matrix", () => {
  const { rows, pages } = JSON.parse(readFileSync(path.join(root, "scripts/browser-matrix/result.json"), "utf8")) as {
    readonly rows: readonly Row[];
    readonly pages: Readonly<Record<string, string>>;
  };

  it("is of the pages as they ship: where one was rebuilt, scripts/browser-matrix.ts is to be run again", () => {
    expect(pages).toEqual(
      Object.fromEntries(shippedPages(root).map((page) => [page, hashOfPage(path.join(root, page))])),
    );
  });

  it("has every page that ships in every state, and found nothing wrong", () => {
    const hasResults = (page: string) => existsSync(path.join(root, path.dirname(page), "results.json"));
    const wanted = shippedPages(root).flatMap((page) =>
      states.filter(({ live }) => !live || hasResults(page)).map(({ name }) => `${page} ${name}`),
    );
    expect(rows.map(({ page, state }) => `${page} ${state}`).sort()).toEqual(wanted.sort());
    expect(rows.flatMap(({ page, state, faults }) => faults.map((fault) => `${page} ${state}: ${fault}`))).toEqual([]);
  });

  it("saw the first text of every page within half a second of opening its file", () => {
    // The quickest of its states: whatever else the machine does can only delay a page.
    for (const page of Object.keys(pages)) {
      const seen = rows.flatMap((row) => (row.page === page && row.firstPaint != null ? [row.firstPaint] : []));
      if (seen.length > 0) expect(Math.min(...seen), page).toBeLessThanOrEqual(500);
    }
  });

  describe.skipIf(reason !== "")(`of the studies that ship, as built ${reason}`, () => {
    let browser: Browser;
    let folder: string;
    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), "likewise-shipped-"));
      browser = await chromium.launch({ executablePath: chromiumPath!, args: ["--no-sandbox", "--disable-gpu"] });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    const ofStudies = shippedPages(root).filter((page) => page.includes("/out/"));
    it.each(ofStudies)(
      "finds nothing wrong with %s in any state, live too",
      async (file) => {
        const page = path.join(root, file);
        const live = await livePageOf(page, folder);
        expect(live).not.toBeNull();
        const faults: string[] = [];
        for (const state of states) {
          const found = await checkPage(browser, state.live ? live! : page, state, true);
          faults.push(...found.faults.map((fault) => `${state.name}: ${fault}`));
        }
        expect(faults).toEqual([]);
      },
      180_000,
    );
  });

  it.skipIf(reason !== "")(`finds what is wrong with a bad page ${reason}`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "likewise-bad-page-"));
    const file = path.join(folder, "bad.html");
    writeFileSync(
      file,
      `<!doctype html><html><body><main><p style="width:3000px">wide</p><a href="#x" style="outline:none">x</a>
<img src="missing.png"><svg width="900" height="40"><rect width="900" height="40"/></svg>
<script>console.log("said"); document.querySelector("p").append(" and more")</script></main></body></html>`,
    );
    const browser = await chromium.launch({ executablePath: chromiumPath!, args: ["--no-sandbox", "--disable-gpu"] });
    const faults: string[] = [];
    for (const state of states) faults.push(...(await checkPage(browser, file, state)).faults);
    await browser.close();
    rmSync(folder, { recursive: true });
    for (const wanted of [
      "console: said",
      "request: file://",
      "scrolls sideways: 3",
      "axe image-alt",
      "axe html-has-lang",
      "keyboard: no focus to be seen",
      "lines lost without scripts",
      "print cuts a picture",
      "PDF names no language",
    ])
      expect(
        faults.some((fault) => fault.includes(wanted)),
        `${wanted} in ${faults.join("\n")}`,
      ).toBe(true);
  });
});

function installed(name: string): string | null {
  try {
    return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
}
