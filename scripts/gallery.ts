/**
 * The index of the studies that ship: reports/index.html, one entry a study with its verdict and level, made from their
 * results.json alone, and reports/index.json, the SHA-256 of every file it leads to. Run: tsx --conditions=source scripts/gallery.ts
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { renderGallery } from "../packages/report/src/index.ts";
import { naturalOrder, type Results } from "../packages/schema/src/index.ts";

/** The text of each file of the gallery, by its name below `reports/`. */
export function gallery(reports: string): Record<string, string> {
  const names = readdirSync(reports)
    .filter((name) => existsSync(path.join(reports, name, "out/results.json")))
    .sort(naturalOrder);
  const studies = names.map((name) => ({
    folder: name,
    results: JSON.parse(readFileSync(path.join(reports, name, "out/results.json"), "utf8")) as Results,
    files: leadsTo.filter((file) => existsSync(path.join(reports, name, "out", file))),
  }));
  const hashes = studies.map(({ folder, files }) => ({
    study: folder,
    files: ["results.json", ...files].map((file) => ({
      file: `${folder}/out/${file}`,
      sha256: createHash("sha256")
        .update(readFileSync(path.join(reports, folder, "out", file)))
        .digest("hex"),
    })),
  }));
  return {
    "index.html": renderGallery(studies),
    "index.json": `${JSON.stringify({ kind: "likewise/gallery", version: 1, studies: hashes }, null, 2)}\n`,
  };
}

/** What a reader may want to open, in this order, where a study has it. */
const leadsTo: readonly string[] = [
  "dashboard.html",
  "report.html",
  "card.html",
  "report.docx",
  "report.pdf",
  "tables.ods",
  "tables.xlsx",
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const reports = fileURLToPath(new URL("../reports", import.meta.url));
  for (const [name, text] of Object.entries(gallery(reports))) writeFileSync(path.join(reports, name), text);
}
