import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { liveLibraryFiles, livePage, renderDashboard, renderReport, withTexts } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostile } from "../fixtures/hostile.ts";
import { betterAndCausal } from "../fixtures/studies.ts";
import { chromiumPath } from "./chromium-path.ts";

const executablePath = chromiumPath();
const reason = executablePath === null ? "skipped: no Chromium" : "";
if (reason !== "") process.stdout.write(`${reason}\n`);

const files = liveLibraryFiles();
const libraries = {
  vega: readFileSync(files.vega, "utf8"),
  interpreter: readFileSync(files.interpreter, "utf8"),
};
const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Everything results hold, with a second outcome, so that there is something to choose. */
function twoOutcomes(): Results {
  const results = betterAndCausal();
  const [first, ...others] = results.comparisons;
  const second = first!.estimates.map((one) => ({ ...one, id: `second:${one.id}`, outcome: "second", primary: false }));
  return withTexts({
    ...results,
    comparisons: [{ ...first!, estimates: [...first!.estimates, ...second] }, ...others],
  });
}

describe("a live page", () => {
  it("adds less than 450 KB compressed, and nothing where it is not asked for", async () => {
    const results = twoOutcomes();
    for (const render of [renderDashboard, renderReport]) {
      const page = await render(results);
      const live = await livePage(page, results, libraries);
      expect(page).not.toMatch(/<script(?! type="application\/(?:ld\+)?json")/);
      expect(gzipSync(live).length - gzipSync(page).length).toBeLessThan(450_000);
      expect(await livePage(page, results, libraries)).toBe(live);
    }
  });

  it("lets three scripts run, each by its hash, and no text become code", async () => {
    const results = twoOutcomes();
    const live = await livePage(await renderReport(results), results, libraries);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(live)![1]!;
    expect(policy.match(/'sha256-[A-Za-z0-9+/]{43}='/g)).toHaveLength(3);
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:/);
    expect(live.match(/<script>/g)).toHaveLength(3);
  });

  it("is refused of a page that is not one of ours", async () => {
    await expect(livePage("<html></html>", twoOutcomes(), libraries)).rejects.toThrow("livePage: page must hold");
  });
});

describe.skipIf(executablePath === null)(`a live page in Chromium ${reason}`, () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "likewise-live-"));
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(
    results: Results,
    render: (results: Results) => Promise<string>,
    { width = 1280, scripts = true, hash = "" } = {},
  ): Promise<{ page: Page; heard: string[]; url: string }> {
    const file = path.join(folder, `${render.name}.html`);
    writeFileSync(file, await livePage(await render(results), results, libraries));
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: scripts });
    const page = await context.newPage();
    const heard: string[] = [];
    const url = pathToFileURL(file).href;
    page.on("console", (message) => heard.push(message.text()));
    page.on("pageerror", (error) => heard.push(error.message));
    page.on("request", (request) => {
      if (request.url() !== url + hash && request.url() !== url) heard.push(request.url());
    });
    await page.addInitScript(
      "addEventListener('securitypolicyviolation', (event) => console.log('blocked', event.violatedDirective, event.sourceFile))",
    );
    await page.goto(url + hash);
    if (scripts) await page.waitForFunction("document.documentElement.dataset.live === 'drawn'");
    return { page, heard, url };
  }

  it.each([
    ["dashboard", renderDashboard],
    ["report", renderReport],
  ])(
    "draws every chart of the %s with no message, no request and nothing blocked, and passes axe on desktop and phone",
    async (_, render) => {
      for (const width of [1280, 390]) {
        const { page, heard } = await opened(twoOutcomes(), render, { width });
        const figures = await page.locator("figure[data-chart]").count();
        expect(await page.locator(`.${width > 780 ? "wide" : "narrow"} .drawn svg`).count()).toBe(figures);
        expect(figures).toBeGreaterThan(3);
        expect(heard).toEqual([]);
        await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
        const { violations } = await new AxeBuilder({ page })
          .options({ resultTypes: ["violations"] })
          .withTags(axeTags)
          .setLegacyMode(true)
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
        await page.context().close();
      }
    },
    240_000,
  );

  it("runs nothing that a name of the study holds", async () => {
    const { page, heard } = await opened(withTexts(hostile("better, causal", 0)), renderReport);
    expect(await page.evaluate("window.ran")).toBeUndefined();
    expect(heard).toEqual([]);
    await page.context().close();
  }, 120_000);

  it("shows what is chosen in picture, table and address, and finds it again from the address", async () => {
    const { page, url } = await opened(twoOutcomes(), renderReport);
    const forest = page.locator("figure[data-chart=forest]");
    const rows = () => page.locator("figure[data-chart=forest] + details tbody tr").count();
    const all = await rows();
    await forest.locator("select").selectOption("second");
    expect(page.url()).toBe(`${url}#&forest=second`);
    expect(await rows()).toBe(all / 2);
    const name = await forest.locator(".wide [role=img]").getAttribute("aria-label");
    await page.context().close();
    const again = await opened(twoOutcomes(), renderReport, { hash: "#show&forest=second" });
    expect(await again.page.locator("figure[data-chart=forest] select").inputValue()).toBe("second");
    expect(await again.page.locator("figure[data-chart=forest] .wide [role=img]").getAttribute("aria-label")).toBe(
      name,
    );
    await again.page.context().close();
  }, 120_000);

  it("tells every value to somebody who has a keyboard alone", async () => {
    const { page } = await opened(twoOutcomes(), renderReport);
    const slider = page.locator("figure[data-chart=attrition] input");
    await slider.focus();
    const heard = new Set([await slider.getAttribute("aria-valuetext")]);
    for (let step = 1; step < Number(await slider.getAttribute("max")); step++) {
      await page.keyboard.press("ArrowRight");
      heard.add(await slider.getAttribute("aria-valuetext"));
      expect(await page.locator("figure[data-chart=attrition] .reading").textContent()).toBe([...heard].at(-1));
    }
    expect(heard.size).toBe(4);
    await page.context().close();
  }, 120_000);

  it("is without scripts the page it is otherwise", async () => {
    const results = twoOutcomes();
    const { page } = await opened(results, renderReport, { scripts: false });
    // biome-ignore lint/performance/useDomNodeTextContent: what is shown, not what is there, must be the same.
    const seen = () => page.locator("body").innerText();
    const shown = await seen();
    const still = path.join(folder, "still.html");
    writeFileSync(still, await renderReport(results));
    await page.goto(pathToFileURL(still).href);
    expect(await seen()).toBe(shown);
    await page.context().close();
  }, 120_000);
});
