import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { renderCard, renderDashboard, renderReport, withTexts } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { fixtures } from "../fixtures/studies.ts";

const marking = "Working edition: exact numbers, not for release";

/** The marking as a screen shows it, before everything else, and as the margin of every printed page repeats it. */
function marked(page: string): { screen: boolean; print: boolean } {
  const band = /<p class="marking">([^<]*)<\/p>/.exec(page.split("<main")[0]!)?.[1] ?? "";
  const margin = /@page\{.*?@bottom-left\{content:"((?:[^"\\]|\\.)*)"/.exec(page)?.[1] ?? "";
  // As `cssText` writes it: an escape for everything but letters, digits and spaces.
  const printed = margin.replace(/\\([0-9a-f]+) /g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
  return { screen: band.includes(marking), print: printed.includes(marking) };
}

/** Every page of the working editions that runs have left here, by its path: they are never committed. */
function privatePages(): string[] {
  const reports = fileURLToPath(new URL("../../../../reports/", import.meta.url));
  return readdirSync(reports)
    .map((study) => path.join(reports, study, "out/private"))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name))))
    .filter((file) => file.endsWith(".html"));
}

describe("the marking of the working edition", () => {
  it.each(Object.entries(fixtures))("stands on screen and on every printed page: %s", async (_, make) => {
    const results = withTexts({ ...make(), edition: "working" } as Results);
    const pages = [await renderDashboard(results), await renderReport(results), renderCard(results)];
    for (const page of pages.filter((one) => one !== null)) expect(marked(page)).toEqual({ screen: true, print: true });
  });

  const pages = privatePages();
  const none = pages.length === 0 ? " (skipped: no study has been run here)" : "";

  it.skipIf(none !== "")(`stands on every private page, and on no published one${none}`, () => {
    for (const file of pages) {
      expect(marked(readFileSync(file, "utf8")), file).toEqual({ screen: true, print: true });
      const published = path.join(path.dirname(path.dirname(file)), path.basename(file));
      expect(marked(readFileSync(published, "utf8")), published).toEqual({ screen: false, print: false });
    }
  });
});
