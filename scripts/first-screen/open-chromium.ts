import { execFileSync } from "node:child_process";
import { type Browser, chromium } from "playwright-core";

const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"];

/** A Chromium of this machine without a window; null where none is installed. */
export async function openChromium(): Promise<Browser | null> {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      const executablePath = execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
      return await chromium.launch({ executablePath, args: flags });
    } catch {}
  }
  return null;
}
