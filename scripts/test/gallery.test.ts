import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { gallery } from "../gallery.ts";

const reports = fileURLToPath(new URL("../../reports", import.meta.url));

describe("the gallery of studies that ship", () => {
  const built = gallery(reports);

  it("is what scripts/gallery.ts makes of their results and files", () => {
    for (const [name, text] of Object.entries(built))
      expect(readFileSync(path.join(reports, name), "utf8") === text, `reports/${name} is out of date`).toBe(true);
  });

  it("leads to files that are there", () => {
    const links = [...built["index.html"]!.matchAll(/<a href="([^#"]+)"/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThanOrEqual(4);
    for (const link of links) expect(readFileSync(path.join(reports, link)).length).toBeGreaterThan(0);
  });
});
