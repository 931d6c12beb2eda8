import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ingestStudy } from "@likewise/ingest";
import type { TableSource } from "@likewise/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planOf } from "../study-folder.ts";

const found = installed();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "likewise-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function installed(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

const csv = [
  "Ref,Area,Index date,Score,Cost,Consent,Share",
  '007,North,14/03/2024,0.1,"£1,234.50",TRUE,22.69%',
  "0070,South,03/04/2023,-3,£0.00,FALSE,5%",
  '00123,"a, b",29/02/2024,,£99.99,TRUE,',
  "P-4,Côte,31/12/1969,1.5,,,100%",
  "",
].join("\n");

const table: Omit<TableSource, "files"> = {
  dateFormat: "dd/mm/yyyy",
  columns: { person: "Ref", area: "Area", index_date: "Index date" },
  covariates: {
    score: { column: "Score", type: "number" },
    cost: { column: "Cost", type: "money" },
    consent: { column: "Consent", type: "boolean" },
    share: { column: "Share", type: "percent" },
  },
};

const read = (file: string) => ingestStudy({ plan: planOf({ people: { ...table, files: [file] } }), folder });

/**
 * Delimiter, quote, UTF-8 (76), first row, the first column as text (2) and the third as day, month, year (4), English
 * of the United Kingdom (2057), numbers in quotes read too, dates and amounts recognised.
 */
const filter = "CSV:44,34,76,1,1/2/2/1/3/4,2057,false,true";

describe.skipIf(!found)(`files LibreOffice writes${found ? "" : " (skipped: soffice is not installed)"}`, () => {
  for (const kind of ["xlsx", "ods", "xls"]) {
    it(`a CSV saved as .${kind} reads the same, with its days, zeros and amounts`, async () => {
      writeFileSync(join(folder, "people.csv"), csv);
      execFileSync(
        "soffice",
        [
          `-env:UserInstallation=file://${folder}/profile`,
          "--headless",
          "--convert-to",
          kind,
          `--infilter=${filter}`,
          "--outdir",
          folder,
          join(folder, "people.csv"),
        ],
        { stdio: "ignore", timeout: 55_000 },
      );
      const [wanted, saved] = [await read("people.csv"), await read(`people.${kind}`)];
      expect(saved.tables).toEqual(wanted.tables);
      expect([saved.issues, wanted.issues]).toEqual([[], []]);
    });
  }
});
