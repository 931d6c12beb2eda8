/**
 * The picture of the README: the first screen of the synthetic study's dashboard. Needs a Chromium on the path.
 * Run after pnpm demo: tsx scripts/screenshots.ts
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const executablePath = execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"];

const browser = await chromium.launch({ executablePath, args: flags });
const page = await browser.newPage({ viewport: { width: 1280, height: 960 } });
await page.goto(`file://${root}/reports/perpetrator-programme/out/dashboard.html`);
await page.screenshot({ path: `${root}/docs/dashboard.png` });
await browser.close();
