import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPreview } from "../../packages/cli/src/watch/preview.ts";
import {
  compareReleases,
  fontFiles,
  renderCard,
  renderChanges,
  renderDashboard,
  renderDocuments,
  renderGallery,
  renderPortfolio,
  renderReport,
  roCrate,
  withTexts,
} from "../../packages/report/src/index.ts";
import { payloads } from "../../packages/report/test/fixtures/hostile.ts";
import { withPractice } from "../../packages/report/test/fixtures/practice.ts";
import { betterAndCausal } from "../../packages/report/test/fixtures/studies.ts";

const executablePath = installed("chromium");
const reason = executablePath === null ? "skipped: no Chromium" : "";
if (reason !== "") process.stdout.write(`${reason}\n`);

const report = createRequire(new URL("../../packages/report/package.json", import.meta.url));
const { unzipSync, strFromU8 } = report("fflate") as {
  readonly unzipSync: (bytes: Uint8Array) => Record<string, Uint8Array>;
  readonly strFromU8: (bytes: Uint8Array) => string;
};

/** Text after text begins with the next payloads: an output of some dozen texts holds them all. */
const atOnce = 12;

function writer(first: number): (plain: string) => string {
  let next = first;
  return (plain) => {
    const own = Array.from({ length: atOnce }, (_, index) => payloads[(next + index) % payloads.length]!);
    next += atOnce;
    return `${own.join(" ")} ${plain}`;
  };
}

/** What a logo would be that fetches and runs, had it come past the check of the plan. */
const hostileLogo = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40" onload="window.ran=1">
<style>@import url(//evil.invalid/x.css);*{fill:url(//evil.invalid/x.svg#a);background:url(//evil.invalid/x)}</style>
<script>parent.ran=1</script><image href="//evil.invalid/x.png" xlink:href="//evil.invalid/y.png" width="9" height="9"/>
<use href="//evil.invalid/x.svg#a"/><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="//evil.invalid"/></foreignObject></svg>`;

/** A study with every optional part: evidence map, published rates, economics, questionnaires, theory, contract, a look of several. */
function hostileStudy(first: number) {
  const write = writer(first);
  const results = withPractice(betterAndCausal(write), write);
  const logo = `data:image/svg+xml;base64,${Buffer.from(hostileLogo).toString("base64")}`;
  return withTexts({
    ...results,
    study: { ...results.study, branding: { name: write("A trust"), colour: "#12436d", logo } },
    options: {
      question: write("Did it fall?"),
      outcomes: [],
      comparisons: [],
      data: { tables: { people: { files: [write("people.csv")] } } },
    },
    provenance: {
      ...results.provenance,
      inputs: payloads.map((file, index) => ({ file, sha256: String(index).padStart(64, "0"), rows: index })),
    },
  });
}

describe.skipIf(executablePath === null)(`every page there is, with payloads in every text ${reason}`, () => {
  let folder: string;
  let browser: Browser;
  const pages: Record<string, string> = {};
  const files = payloads.map((name, bytes) => ({ path: `tables/${name}`, bytes, sha256: "0".repeat(64) }));
  const results = hostileStudy(0);

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "likewise-hostile-pages-"));
    const before = hostileStudy(77);
    const dashboard = await renderDashboard(results);
    const previewed = path.join(folder, "preview");
    const preview = openPreview(previewed);
    await preview.show({ "dashboard.html": dashboard });
    await preview.keep(payloads.join(" "));
    Object.assign(pages, {
      dashboard,
      report: await renderReport(results),
      card: renderCard(results)!,
      changes: renderChanges(compareReleases(before, results), results),
      portfolio: renderPortfolio(
        [results, { ...results, study: { ...results.study, title: payloads.join(" ") } }],
        null,
      ),
      gallery: renderGallery([{ folder: "study", results, files: payloads.map((name) => `out/${name}`) }]),
      preview: readFileSync(path.join(previewed, "dashboard.html"), "utf8"),
    });
    browser = await chromium.launch({ executablePath: executablePath!, args: ["--no-sandbox", "--disable-gpu"] });
  }, 200_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("runs nothing, asks for nothing and says nothing in Chromium, its logo no more than its texts", async () => {
    const context = await browser.newContext();
    const found: string[] = [];
    for (const [name, text] of Object.entries(pages)) {
      const file = path.join(folder, `${name}.html`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      const url = pathToFileURL(file).href;
      const page = await context.newPage();
      page.on("console", (message) => found.push(`${name}: console ${message.text()}`));
      page.on("pageerror", (error) => found.push(`${name}: error ${error.message}`));
      page.on("dialog", (dialog) => found.push(`${name}: dialog ${dialog.message()}`));
      page.on(
        "request",
        (request) =>
          request.url() !== url && !request.url().startsWith("data:image/") && found.push(`${name}: ${request.url()}`),
      );
      await page.goto(url, { waitUntil: "load" });
      await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
      if ((await page.evaluate("window.ran")) !== undefined) found.push(`${name}: ran`);
      const made =
        "script:not([type='application/json']), iframe, object, embed, base, form, [onload], [onerror], [onclick]";
      if ((await page.locator(made).count()) > 0) found.push(`${name}: an element of a payload`);
      const links = await page.locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
      found.push(...links.filter((link) => /^\s*(?:[a-z]+:|\/\/)/i.test(link) && !/^https:\/\//.test(link)));
      await page.close();
    }
    await context.close();
    expect(found).toEqual([]);
  }, 200_000);

  it.each(Object.keys({ dashboard: 0, report: 0, card: 0, changes: 0, portfolio: 0, gallery: 0, preview: 0 }))(
    "holds a hundred payloads or more as text: %s",
    (name) => {
      const text = pages[name]!.replaceAll("&#39;", "'")
        .replaceAll("&quot;", '"')
        .replaceAll("&gt;", ">")
        .replaceAll("&lt;", "<")
        .replaceAll("&amp;", "&");
      const held = payloads.filter((payload) => text.includes(payload));
      expect(held.length).toBeGreaterThanOrEqual(100);
    },
  );

  it("is no formula in Word, ODS, XLSX or CSV", async () => {
    const documents = await renderDocuments(results, fontFiles());
    const cell = /(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^,\r\n"]*))/g;
    for (const [name, content] of Object.entries(documents)) {
      if (name.endsWith(".csv")) {
        const cells = [...String(content).matchAll(cell)].map(([, quoted, plain]) => quoted ?? plain ?? "");
        expect(cells.filter((text) => /^[=+@\t\r]|^-(?![\d.])/.test(text)).slice(0, 3), name).toEqual([]);
        continue;
      }
      for (const [part, bytes] of Object.entries(unzipSync(content as Uint8Array)).filter(([part]) =>
        /\.(xml|rels)$/.test(part),
      ))
        expect(
          /<f[ >]|table:formula=|<w:instrText[^>]*>[^<]*(?:DDE|INCLUDE)|TargetMode="External"/.test(strFromU8(bytes)),
          `${name} ${part}`,
        ).toBe(false);
    }
  });

  it("names files of the crate by addresses below it, and holds names as values alone", () => {
    const crate = JSON.parse(JSON.stringify(roCrate(results, files))) as {
      "@graph": { "@id": string; name?: string }[];
    };
    expect(Object.keys(crate)).toEqual(["@context", "@graph"]);
    const ids = crate["@graph"].map((entity) => entity["@id"]);
    expect(new Set(ids).size).toBe(ids.length);
    const below = ids.filter((id) => id.startsWith("tables/"));
    expect(below).toHaveLength(payloads.length);
    for (const id of below) {
      expect(id).toMatch(/^[\w.!~*'()/%-]+$/);
      expect(new URL(id, "https://crate.invalid/a/").href).toMatch(/^https:\/\/crate\.invalid\/a\/tables\//);
    }
    const others = ids.filter((id) => !id.startsWith("tables/"));
    for (const id of others) expect(id).toMatch(/^(?:\.\/|#[\w-]+|[\w-]+\.json|https:\/\/spdx\.org\/licenses\/MIT)$/);
    const inputs = crate["@graph"].filter(({ "@id": id }) => id.startsWith("#input-")).map(({ name }) => name);
    expect(inputs).toEqual(payloads);
  });
});

function installed(name: string): string | null {
  try {
    return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
}
