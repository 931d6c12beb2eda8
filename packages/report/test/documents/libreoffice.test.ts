import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fontFiles, renderDocuments, withTexts } from "@likewise/report";
import { afterAll, describe, expect, it } from "vitest";
import { betterAndCausal, fixtures } from "../fixtures/studies.ts";
import { documentPayloads } from "./payloads.ts";

const soffice = process.env.SOFFICE ?? "soffice";
const folder = mkdtempSync(join(tmpdir(), "likewise-office-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A profile of its own, so that no open LibreOffice is disturbed; null where it cannot open the file. */
function toPdf(file: string, content: Uint8Array | string): Buffer | null {
  writeFileSync(join(folder, file), content);
  const pdf = join(folder, file.replace(/\.\w+$/, ".pdf"));
  rmSync(pdf, { force: true });
  spawnSync(
    soffice,
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      "--convert-to",
      "pdf",
      "--outdir",
      folder,
      join(folder, file),
    ],
    { timeout: 200_000 },
  );
  return existsSync(pdf) ? readFileSync(pdf) : null;
}

const isThere = spawnSync(soffice, ["--version"]).status === 0;
/** Its parts are installed one by one. */
const opensWord = isThere && toPdf("probe.rtf", "{\\rtf1 probe}") !== null;

async function hostileFiles() {
  let next = 0;
  const make = fixtures["better, causal"]!;
  return renderDocuments(
    withTexts(make((plain) => `${documentPayloads[next++ % documentPayloads.length]!.slice(0, 300)} ${plain}`)),
    fontFiles(),
  );
}

const pagesOf = (pdf: Buffer) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;

/** An office that starts for the first time on a busy machine takes its time. */
const patience = { timeout: 240_000 };

describe.skipIf(!isThere)(
  "LibreOffice (skipped: soffice is not installed)".replace(isThere ? / \(.*/ : "", ""),
  patience,
  () => {
    it.each(["tables.ods", "tables.xlsx"])("opens %s and prints every worksheet", async (name) => {
      const files = await renderDocuments(withTexts(betterAndCausal()), fontFiles());
      const tables = Object.keys(files).filter((path) => path.startsWith("tables/")).length;
      const pdf = toPdf(name, files[name]!);
      expect(pdf).not.toBeNull();
      expect(pagesOf(pdf!)).toBeGreaterThanOrEqual(tables + 3);
    });

    it.each(["tables.ods", "tables.xlsx"])("opens %s with names that were meant to break it", async (name) => {
      expect(toPdf(name, (await hostileFiles())[name]!)).not.toBeNull();
    });
  },
);

describe.skipIf(!opensWord)(
  "LibreOffice Writer (skipped: this LibreOffice opens no text documents)".replace(opensWord ? / \(.*/ : "", ""),
  patience,
  () => {
    it("opens report.docx and shows its headings, captions and pictures", async () => {
      const files = await renderDocuments(withTexts(betterAndCausal()), fontFiles());
      const pdf = toPdf("report.docx", files["report.docx"]!);
      expect(pdf).not.toBeNull();
      expect(pagesOf(pdf!)).toBeGreaterThan(8);
      expect((pdf!.toString("latin1").match(/\/Subtype\s*\/Image/g) ?? []).length).toBeGreaterThan(3);
    });

    it("opens report.docx with names that were meant to break it", async () => {
      expect(toPdf("report.docx", (await hostileFiles())["report.docx"]!)).not.toBeNull();
    });
  },
);
