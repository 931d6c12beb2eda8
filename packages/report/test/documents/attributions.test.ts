import { fontFiles, renderDashboard, renderDocuments, renderReport, roCrate, withTexts } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { betterAndCausal } from "../fixtures/studies.ts";
import { partsOf } from "./read-documents.ts";

/** The invented study with the licence of its values said in the ledger too, as a run has it. */
function withLicensed(): Results {
  const results = betterAndCausal();
  const economics = results.economics!;
  const ledger = economics.ledger.map((row) => ({ ...row, source: `${row.source}. ${economics.attributions[0]}` }));
  return { ...results, economics: { ...economics, ledger } };
}

describe("what a licence of values asks to be said", () => {
  it("stands in Word, in both spreadsheets, in the CSV of the values, on both pages and in the metadata", async () => {
    const results = withTexts(withLicensed());
    const [attribution] = results.economics!.attributions;
    const files = await renderDocuments(results, fontFiles());
    for (const path of ["report.docx", "tables.ods", "tables.xlsx"])
      expect(Object.values(partsOf(files[path] as Uint8Array)).join(""), path).toContain(attribution);
    const texts = Object.entries(files).filter(([path]) => path.endsWith(".csv"));
    expect(texts.filter(([, text]) => String(text).includes(attribution!)).map(([path]) => path)).toHaveLength(1);
    for (const page of [await renderReport(results), await renderDashboard(results)])
      expect(page).toContain(attribution);
    expect(JSON.stringify(roCrate(results, []))).toContain(attribution);
  });
});
