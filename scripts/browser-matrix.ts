/**
 * Every page of every study that ships, the portfolio of them where they can stand beside each other, and the gallery, in
 * every state of a browser: what it says to the console, what it asks for, what axe finds, whether it scrolls sideways,
 * whether the keyboard reaches everything with a visible focus, whether print is tagged and cuts no picture. The result is
 * scripts/browser-matrix/result.json, with the hash of every page: of another page it says nothing, and the tests fail. Needs a Chromium on the path. Run: tsx --conditions=source scripts/browser-matrix.ts
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { checkPage } from "./browser-matrix/check-page.ts";
import { hashOfPage } from "./browser-matrix/hash-of-page.ts";
import { livePageOf } from "./browser-matrix/live-page-of.ts";
import { shippedPages } from "./browser-matrix/shipped-pages.ts";
import { states } from "./browser-matrix/states.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const executablePath = execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
const rows = [];
const scratch = mkdtempSync(path.join(tmpdir(), "likewise-matrix-"));
for (const file of shippedPages(root)) {
  const page = path.join(root, file);
  const live = await livePageOf(page, scratch);
  for (const state of states) {
    if (state.live && live === null) continue;
    const found = await checkPage(browser, state.live ? live! : page, state);
    rows.push({ page: file, state: state.name, ...found });
    process.stdout.write(`${file} ${state.name}: ${found.faults.length === 0 ? "sound" : found.faults.join("; ")}\n`);
  }
}
const result = {
  kind: "likewise/browser-matrix",
  version: 1,
  chromium: browser.version(),
  pages: Object.fromEntries(shippedPages(root).map((file) => [file, hashOfPage(path.join(root, file))])),
  states: states.map(({ name, what }) => ({ name, what })),
  checks: rows.length,
  faults: rows.reduce((sum, { faults }) => sum + faults.length, 0),
  rows,
};
await browser.close();
rmSync(scratch, { recursive: true });
mkdirSync(path.join(root, "scripts/browser-matrix"), { recursive: true });
writeFileSync(path.join(root, "scripts/browser-matrix/result.json"), `${JSON.stringify(result, null, 2)}\n`);
