import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { renderDashboard, renderReport, withTexts } from "@likewise/report";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostile } from "../fixtures/hostile.ts";
import { fixtures } from "../fixtures/studies.ts";
import { chromiumPath } from "./chromium-path.ts";

const executablePath = chromiumPath();
const reason = executablePath === null ? "skipped: no Chromium" : "";
if (reason !== "") process.stdout.write(`${reason}\n`);

const studies = {
  ...Object.fromEntries(Object.entries(fixtures).map(([name, make]) => [name, () => make()])),
  "names somebody meant to run": () => hostile("better, causal", 0),
  "more names somebody meant to run": () => hostile("continuous outcome", 20),
};
const cases = [
  ...Object.entries(studies).flatMap(([name, make]) => [
    { name, page: "dashboard", html: async () => renderDashboard(withTexts(make())) },
    { name, page: "report", html: async () => renderReport(withTexts(make())) },
  ]),
];
const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
/** Studies checked in every state; the others at desktop. LIKEWISE_BROWSER=full checks all in all. The pages that ship are checked by scripts/test/browser-matrix.test.ts. */
const whole = new Set(["better, causal"]);
const everything = process.env.LIKEWISE_BROWSER === "full";
/** With LIKEWISE_BROWSER=full the contrast of the thousands of cells of the longest report is measured twice. */
const axeLimit = 240_000;
/** What passes is not listed, element by element: the list of a long report takes longer to make than the checks. */
const violationsAlone = { resultTypes: ["violations" as const] };
const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

describe.skipIf(executablePath === null)(`in Chromium ${reason}`, () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "likewise-pages-"));
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function written(file: string, fixture: string): Promise<string> {
    const whole = path.join(folder, `${file}.html`);
    writeFileSync(whole, await renderDashboard(withTexts(fixtures[fixture]!())));
    return pathToFileURL(whole).href;
  }

  describe.each(cases)("the $page of $name", ({ name, page: kind, html }) => {
    let url: string;
    beforeAll(async () => {
      const file = path.join(folder, `${name.replace(/\W+/g, "-")}-${kind}.html`);
      writeFileSync(file, await html());
      url = pathToFileURL(file).href;
    });

    it(
      "opens from disk with no console message, no request but itself, nothing run, passes axe, and does not scroll sideways at 320 px",
      async () => {
        const page = await (await browser.newContext({ viewport: sizes.desktop })).newPage();
        const heard = listen(page);
        await page.goto(url);
        // Everything opened, so that axe sees what is folded away.
        await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
        for (const size of whole.has(name) || everything ? Object.values(sizes) : [sizes.desktop]) {
          await page.setViewportSize(size);
          const axe = new AxeBuilder({ page }).options(violationsAlone).withTags(axeTags).setLegacyMode(true);
          if (!everything) axe.disableRules(["color-contrast"]);
          expect(faultsOf(await axe.analyze())).toEqual([]);
        }
        // Every page has one style sheet and every row of a table the colours of its first ones: contrast takes most of the time.
        if (whole.has(name) && !everything) {
          await page.evaluate(
            "for (const row of document.querySelectorAll('tbody > tr:nth-child(n + 4)')) row.remove()",
          );
          for (const size of Object.values(sizes)) {
            await page.setViewportSize(size);
            const axe = new AxeBuilder({ page })
              .options(violationsAlone)
              .withRules(["color-contrast"])
              .setLegacyMode(true);
            expect(faultsOf(await axe.analyze())).toEqual([]);
          }
        }
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
        expect(await page.evaluate("window.ran")).toBeUndefined();
        expect(heard).toEqual({ messages: [], requests: [url] });
        await page.context().close();
      },
      axeLimit,
    );

    it.runIf(whole.has(name) || everything)("prints, and shows the same without scripts", async () => {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
      const plain = await context.newPage();
      await plain.goto(url);
      const scripted = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
      await scripted.goto(url);
      // biome-ignore lint/performance/useDomNodeTextContent: what is shown, not what is there, must be the same.
      const [shown, shownScripted] = await Promise.all([plain, scripted].map((one) => one.locator("body").innerText()));
      expect(shown).toBe(shownScripted);
      const pdf = await scripted.pdf({ preferCSSPageSize: true, tagged: true });
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(0);
      await context.close();
      await scripted.context().close();
    });
  });

  it("reaches every link, fold and table by keyboard, in the order of the page, with a visible focus", async () => {
    const page = await browser.newPage({ viewport: sizes.desktop });
    await page.goto(await written("keyboard", "better, causal"));
    const order = "[...document.querySelectorAll('a, summary, [tabindex]')].filter((one) => one.checkVisibility())";
    const wanted = (await page.evaluate(`${order}.length`)) as number;
    expect(wanted).toBeGreaterThanOrEqual(20);
    for (let index = 0; index < wanted; index += 1) {
      await page.keyboard.press("Tab");
      const [place, outline] = (await page.evaluate(
        `(() => { const one = document.activeElement; const style = getComputedStyle(one); return [${order}.indexOf(one), style.outlineStyle]; })()`,
      )) as [number, string];
      expect(place).toBe(index);
      if (index > 0) expect(outline).toBe("solid");
    }
    await page.close();
  });

  it("prints the wide pictures; what the dashboard folds is printed last, on pages of its own", async () => {
    const page = await browser.newPage({ viewport: sizes.phone });
    await page.goto(await written("print", "better, causal"));
    const onPaper = page.getByText("The tables behind the charts, and those named here, are printed last.");
    expect(await onPaper.isVisible()).toBe(false);
    expect(await page.locator(".paper").isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    const folds = page.locator("details");
    expect(await folds.count()).toBeGreaterThan(3);
    for (const fold of await folds.all()) expect(await fold.isVisible()).toBe(false);
    expect(await onPaper.isVisible()).toBe(true);
    const annex = page.locator(".paper");
    expect(await annex.isVisible()).toBe(true);
    expect(await annex.locator("h3").count()).toBe(await folds.count());
    expect(await annex.locator("table").count()).toBe(await page.locator("details table").count());
    expect(await page.locator(".wide").first().isVisible()).toBe(true);
    expect(await page.locator(".narrow").first().isVisible()).toBe(false);
    await page.close();
  });

  it("hides one of the two pictures of every chart from everyone", async () => {
    const page = await browser.newPage();
    await page.goto(await written("pictures", "better, causal"));
    for (const size of Object.values(sizes)) {
      await page.setViewportSize(size);
      const all = await page.locator("svg[role=img]").count();
      expect(await page.getByRole("img").count()).toBe(all / 2);
    }
    await page.close();
  });
});

/** Each rule broken, with the first element that breaks it. */
function faultsOf({ violations }: Awaited<ReturnType<AxeBuilder["analyze"]>>): string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Everything a page says to the console or asks of anyone. */
function listen(page: Page): { messages: string[]; requests: string[] } {
  const heard = { messages: [] as string[], requests: [] as string[] };
  page.on("console", (message) => heard.messages.push(message.text()));
  page.on("pageerror", (error) => heard.messages.push(error.message));
  page.on("request", (request) => heard.requests.push(request.url()));
  return heard;
}
