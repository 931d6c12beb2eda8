import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "likewise";
import { afterEach, describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

const study = fileURLToPath(new URL("../../../reports/tarp", import.meta.url));
const found = await findChromium(process.env).catch(() => null);
const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

/** Outputs as a run leaves them, its manifest included, which a clone does not have. */
async function published(): Promise<string> {
  const out = join(temporaryFolder(), "out");
  expect((await runCommand("run", study, "--out", out)).code).toBe(0);
  return out;
}

describe.skipIf(found === null)(
  "likewise report --pdf (skipped: no Chromium is installed)".replace(found === null ? "" : / \(.*/, ""),
  () => {
    it("prints both pages tagged, with an outline, on A4, the same bytes again, and lists them", async () => {
      const out = await published();
      expect((await runCommand("report", out, "--pdf")).code).toBe(0);
      const files = ["report.pdf", "dashboard.pdf"];
      const first = files.map((name) => readFileSync(join(out, name), "latin1"));
      for (const pdf of first) {
        expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Type\s*\/MarkInfo\s*\/Marked true|\/Marked true/);
        expect(pdf).toContain("/StructTreeRoot");
        expect(pdf).toContain("/Outlines");
        expect(pdf).toMatch(/\/Lang \(en-GB\)/);
        expect(new Set(pdf.match(/\/MediaBox \[[^\]]*\]/g))).toEqual(new Set(["/MediaBox [0 0 594.95996 841.91998]"]));
        expect(pdf).toContain("/CreationDate (D:19700101000000");
      }
      const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
      const listed = manifest.outputs.map(({ file }: { readonly file: string }) => file);
      expect(listed).toEqual(expect.arrayContaining([...files, "report.docx", "tables.ods", "ro-crate-metadata.json"]));
      expect((await runCommand("report", out, "--pdf")).code).toBe(0);
      expect(files.map((name) => readFileSync(join(out, name), "latin1"))).toEqual(first);
      const again = await runCommand("report", out);
      expect([again.code, again.err]).toEqual([0, expect.stringContaining("report.pdf and dashboard.pdf removed")]);
      for (const name of files) expect(existsSync(join(out, name))).toBe(false);
    });
  },
);

describe("likewise report --pdf without a browser", () => {
  it("says what to install, and leaves the folder as it was", async () => {
    const out = await published();
    const results = readFileSync(join(out, "report.html"), "utf8");
    process.env.CHROMIUM = join(out, "no-such-browser");
    const { code, err } = await runCommand("report", out, "--pdf");
    expect(code).toBe(2);
    expect(err).toContain("name an installed Chromium, Chrome or Edge");
    expect(readFileSync(join(out, "report.html"), "utf8")).toBe(results);
    expect(existsSync(join(out, "report.pdf"))).toBe(false);
  });
});

describe("findChromium", () => {
  it("names what to install where there is none on the path", async () => {
    // Where a browser stands at its usual place outside the path, it is found.
    await expect(findChromium({ PATH: "" }).catch(({ message }) => message)).resolves.toMatch(
      /^--pdf needs a browser to print with: install Chromium|Chrome|Edge/,
    );
  });
});
