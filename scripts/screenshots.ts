/**
 * Pictures of the pages that ship: the one the README shows (docs/dashboard.png), and those somebody looks at before a
 * release: dashboard and report at a desk, on a phone and printed, and live where a study has it. Needs a Chromium on the
 * path and, for printed pages, poppler. Run after pnpm demo: tsx scripts/screenshots.ts [FOLDER for the others]
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const executablePath = execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"];
const desk = { width: 1280, height: 960 };
const phone = { width: 390, height: 844 };

const browser = await chromium.launch({ executablePath, args: flags });
await firstScreen(
  browser,
  "reports/perpetrator-programme/out/dashboard.html",
  desk,
  path.join(root, "docs/dashboard.png"),
);
const folder = process.argv[2];
if (folder !== undefined) await lookAtAll(browser, folder);
await browser.close();

/** Every page of every study: first screen and whole page at a desk and on a phone, and each printed page. */
async function lookAtAll(browser: Browser, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const reports = path.join(root, "reports");
  const studies = readdirSync(reports).filter((name) => existsSync(path.join(reports, name, "out")));
  const pages = studies.flatMap((name) =>
    readdirSync(path.join(reports, name, "out"))
      .filter((file) => file.endsWith(".html"))
      .map((file) => `reports/${name}/out/${file}`),
  );
  for (const page of ["reports/index.html", ...pages]) {
    const name = path.join(folder, page.replaceAll(/^reports\/|\/out|\.html$/g, "").replaceAll("/", "-"));
    await firstScreen(browser, page, desk, `${name}-desk.png`);
    await firstScreen(browser, page, phone, `${name}-phone.png`);
    await printed(browser, page, name);
  }
}

async function firstScreen(browser: Browser, file: string, viewport: typeof desk, picture: string): Promise<void> {
  const page = await browser.newPage({ viewport });
  await page.goto(pathToFileURL(path.join(root, file)).href);
  await page.screenshot({ path: picture });
  await page.close();
}

async function printed(browser: Browser, file: string, name: string): Promise<void> {
  const page = await browser.newPage({ viewport: desk });
  await page.goto(pathToFileURL(path.join(root, file)).href);
  writeFileSync(`${name}.pdf`, await page.pdf({ preferCSSPageSize: true, tagged: true }));
  await page.close();
  execFileSync("pdftoppm", ["-png", "-r", "60", `${name}.pdf`, `${name}-a4`]);
}
