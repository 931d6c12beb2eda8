import { fontFiles, renderDocuments, withTexts } from "@likewise/report";
import { describe, expect, it } from "vitest";
import { fixtures } from "../fixtures/studies.ts";
import { writtenTexts } from "../trace/vocabulary.ts";
import { numberForms, tokensOf } from "./number-forms.ts";
import { partsOf, tablesOfOds, tablesOfWord, tablesOfXlsx } from "./read-documents.ts";

/** Numbers that texts of the pages are written with: "in every 100", "95% interval", "R 4". */
const written: ReadonlySet<string> = new Set(writtenTexts().flatMap(({ text }) => tokensOf(text)));

describe.each(Object.entries(fixtures))("numbers in documents of a study: %s", (_, make) => {
  it("each stand under a key of results.json, in Word, ODS and XLSX", async () => {
    const results = withTexts(make());
    const forms = numberForms(results);
    const files = await renderDocuments(results, fontFiles());
    const read = (path: string) => partsOf(files[path] as Uint8Array);
    for (const tables of [
      tablesOfWord(read("report.docx")),
      tablesOfOds(read("tables.ods")),
      tablesOfXlsx(read("tables.xlsx")),
    ]) {
      expect(tables.length).toBeGreaterThan(0);
      const untraced = tables.flatMap(({ caption, cells }) =>
        cells.flat().flatMap((cell) =>
          tokensOf(cell)
            .filter((token) => !forms.has(token) && !written.has(token))
            .map((token) => `${token} in ${JSON.stringify(cell)} of ${caption}`),
        ),
      );
      expect(untraced).toEqual([]);
    }
  });
});
