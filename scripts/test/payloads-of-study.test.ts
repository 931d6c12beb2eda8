import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { livePages } from "../../packages/cli/src/study/live-pages.ts";
import { type Pages, renderPages } from "../../packages/cli/src/study/render.ts";
import { withTexts } from "../../packages/report/src/index.ts";
import { payloads } from "../../packages/report/test/fixtures/hostile.ts";

const executablePath = installed("chromium");
const reason = executablePath === null ? "skipped: no Chromium" : "";
if (reason !== "") process.stdout.write(`${reason}\n`);

const report = createRequire(new URL("../../packages/report/package.json", import.meta.url));
const { unzipSync, strFromU8 } = report("fflate") as {
  readonly unzipSync: (bytes: Uint8Array) => Record<string, Uint8Array>;
  readonly strFromU8: (bytes: Uint8Array) => string;
};

/** Each text holds so many payloads; LIKEWISE_BROWSER=full renders as often as it takes for each text to hold them all. */
const atOnce = 20;
const rounds = process.env.LIKEWISE_BROWSER === "full" ? Math.ceil(payloads.length / atOnce) : 1;

/** Fields that hold words for readers: of the plan, the theory, the contract, the data and what is counted of them. */
const words = new Set(
  `title question name why what who how where when source sourceNote label audience response treated comparison provider
  funders theory assumption evidence note notes reason unlocks element trial emulation materials deliverers tailoring
  modifications fidelity quote theme role file unit text by person brand contact authors`.split(/\s+/),
);
/** Fields of which only sentences are words: elsewhere they hold ids. */
const sentences = new Set(["definition", "arm", "outcome", "people", "population", "level", "methodLabel"]);

/** A full study of which every text begins with payloads; the same text has the same ones wherever it stands. */
function hostileResults(round: number): Parameters<typeof withTexts>[0] {
  const file = fileURLToPath(new URL("../../reports/perpetrator-programme/out/results.json", import.meta.url));
  const spoilt = new Map<string, string>();
  const spoil = (text: string) => {
    if (!spoilt.has(text)) {
      const from = (spoilt.size + round) * atOnce;
      const own = Array.from({ length: atOnce }, (_, index) => payloads[(from + index) % payloads.length]!);
      // The first mark of a cell is what makes it a formula.
      spoilt.set(text, `${own.join(" ")} ${text}`);
    }
    return spoilt.get(text)!;
  };
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === "string")
      return words.has(key) || (sentences.has(key) && value.includes(" ")) ? spoil(value) : value;
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, name === "slots" ? inner : walk(inner, name)]),
    );
  };
  const results = JSON.parse(readFileSync(file, "utf8"));
  const { tables, options, ...rest } = results;
  const areas = new Set(["area", "site", "referrals.source", "ethnicity"]);
  const hostileTables = tables.map((table: (typeof tables)[number]) => ({
    ...table,
    title: spoil(table.title),
    dimensions: table.dimensions.map((dimension: (typeof table.dimensions)[number]) => ({
      ...dimension,
      label: spoil(dimension.label),
      levels: dimension.levels.map((level: { id: string; label?: string }) =>
        areas.has(dimension.id)
          ? { ...level, id: spoil(level.id), ...(level.label ? { label: spoil(level.label) } : {}) }
          : level,
      ),
    })),
    cells: table.cells.map((cell: { at: Record<string, string> }) => ({
      ...cell,
      at: Object.fromEntries(Object.entries(cell.at).map(([id, level]) => [id, areas.has(id) ? spoil(level) : level])),
    })),
  }));
  const branding = { name: spoil("A trust"), colour: "#12436d", logo: null };
  const spoiltRest = walk(rest, "") as { study: object };
  return {
    ...spoiltRest,
    options,
    tables: hostileTables,
    study: { ...spoiltRest.study, branding },
  } as unknown as Parameters<typeof withTexts>[0];
}

describe.skipIf(executablePath === null)(`what somebody might type into a full study ${reason}`, () => {
  let folder: string;
  const written: Pages[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "likewise-hostile-study-"));
    for (let round = 0; round < rounds; round++) {
      const results = withTexts(hostileResults(round));
      const pages = await renderPages(results, false);
      const live = await livePages({ "live.html": pages["dashboard.html"] as string }, results);
      written.push({ ...pages, ...live });
    }
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("runs nothing, asks for nothing and says nothing on any page, live or still, or picture", async () => {
    const browser = await chromium.launch({ executablePath: executablePath!, args: ["--no-sandbox", "--disable-gpu"] });
    const context = await browser.newContext();
    const found: string[] = [];
    for (const [round, pages] of written.entries())
      for (const [name, text] of Object.entries(pages).filter(([name]) => /\.(html|svg)$/.test(name))) {
        const file = path.join(folder, String(round), name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
        const url = pathToFileURL(file).href;
        const page = await context.newPage();
        page.on("console", (message) => found.push(`${name}: console ${message.text()}`));
        page.on("pageerror", (error) => found.push(`${name}: error ${error.message}`));
        page.on("dialog", (dialog) => found.push(`${name}: dialog ${dialog.message()}`));
        page.on("request", (request) => request.url() !== url && found.push(`${name}: request ${request.url()}`));
        await page.goto(url);
        if ((await page.evaluate("window.ran")) !== undefined) found.push(`${name}: ran`);
        await page.close();
      }
    await browser.close();
    expect(found).toEqual([]);
  }, 300_000);

  it("is no formula in any CSV, and no workbook has one", () => {
    const cell = /(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^,\r\n"]*))/g;
    for (const pages of written)
      for (const [name, content] of Object.entries(pages)) {
        if (name.endsWith(".csv")) {
          const cells = [...String(content).matchAll(cell)].map(([, quoted, plain]) => quoted ?? plain ?? "");
          const formulas = cells.filter((text) => /^[=+@\t\r]|^-(?![\d.])/.test(text));
          expect(formulas.slice(0, 3), name).toEqual([]);
        }
        if (!/\.(xlsx|ods|docx)$/.test(name)) continue;
        for (const [part, bytes] of Object.entries(unzipSync(content as Uint8Array))) {
          if (!/\.(xml|rels)$/.test(part)) continue;
          const xml = strFromU8(bytes);
          expect(
            /<f[ >]|table:formula=|<w:instrText[^>]*>[^<]*(?:DDE|INCLUDE)|TargetMode="External"/.test(xml),
            `${name} ${part}`,
          ).toBe(false);
        }
      }
  });

  it("stands in every output as text", () => {
    const [pages] = written;
    for (const name of ["dashboard.html", "report.html", "live.html"])
      expect(String(pages![name])).toContain("&lt;img src=x onerror=");
    expect(Object.keys(pages!).filter((name) => name.endsWith(".vl.json")).length).toBeGreaterThan(5);
  });
});

function installed(name: string): string | null {
  try {
    return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
}
