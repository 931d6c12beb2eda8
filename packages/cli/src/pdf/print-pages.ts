import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Failure } from "@likewise/schema";
import type { Pages } from "../study/render.ts";
import { findChromium } from "./find-chromium.ts";

/** What is printed: the pages that people sign or carry to a meeting. */
const printed: readonly string[] = ["dashboard.html", "report.html"];

/** A browser that has not printed by then hangs. */
const patienceMs = 120_000;

/**
 * Pages as PDF by an installed browser: tagged for screen readers, with an outline, A4, the marking on every page. No
 * clock time is left in them.
 *
 * @param scratch a folder that stays with us, as the pages are written there for the browser to read
 * @throws Failure `usage` when there is no browser
 */
export async function printPages(pages: Pages, scratch: string): Promise<Pages> {
  const chromium = await findChromium(process.env);
  await mkdir(scratch, { recursive: true });
  const folder = await mkdtemp(join(scratch, "print-"));
  try {
    const pdfs: Record<string, Uint8Array> = {};
    for (const name of printed) {
      const page = pages[name];
      if (page === undefined) continue;
      const [from, to] = [join(folder, name), join(folder, name.replace(/html$/, "pdf"))];
      await writeFile(from, page);
      await print(chromium, from, to, join(folder, "profile"));
      pdfs[name.replace(/html$/, "pdf")] = withoutTimes(await readFile(to));
    }
    return pdfs;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function print(chromium: string, from: string, to: string, profile: string): Promise<void> {
  const flags = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
    `--user-data-dir=${profile}`,
    // Its own walls need a user that is not root. The pages run no script and fetch nothing.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    `--print-to-pdf=${to}`,
  ];
  await promisify(execFile)(chromium, [...flags, pathToFileURL(from).href], { timeout: patienceMs }).catch((error) => {
    throw new Failure("usage", `${chromium} could not print: ${String(error.stderr ?? error.message).slice(0, 300)}`);
  });
}

/** The times of making, as many digits of nought: the same page gives the same bytes, and no clock is published. */
function withoutTimes(pdf: Buffer): Uint8Array {
  const text = pdf.toString("latin1");
  const still = text.replace(
    /(\/(?:CreationDate|ModDate) \(D:)\d{14}/g,
    (_, before: string) => `${before}19700101000000`,
  );
  return Buffer.from(still, "latin1");
}
