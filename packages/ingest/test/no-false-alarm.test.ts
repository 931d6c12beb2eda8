import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { readFlatFile } from "@likewise/ingest";
import { describe, expect, it } from "vitest";

const sharedData = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const present = existsSync(sharedData);

/** What these public files do hold of people and places; everything else in them identifies nobody. */
const doHold: Readonly<Record<string, readonly string[]>> = {
  // Dates of birth of the patients, public since 1980.
  "stanford-heart-dates/jasa.csv": ["birth.dt"],
  // Where the toilets are.
  "uk-messy-csv/public-toilet-borough-grid.csv": ["Address or description", "Postcode"],
};

/** Files in which single cells hold a postcode or a telephone number of a supplier, or prose: rows rejected. */
const strayIn: Readonly<Record<string, number>> = {
  "uk-messy-csv/GPC_DCLG_December_2015_for_Publication.csv": 2,
  "uk-messy-csv/variant_GPC_DCLG_semicolon_crlf.csv": 2,
  "uk-messy-csv/public-toilet-borough-grid.csv": 1,
  "uk-messy-csv/moj-aramis-data-march-11.csv": 7,
  "uk-messy-csv/variant_moj-aramis_windows-1252_crlf.csv": 7,
};

describe.skipIf(!present)(
  "no column of a public data set is taken for one of identifiers (skipped without shared data)",
  () => {
    for (const file of present ? dataFiles(sharedData) : []) {
      const name = relative(sharedData, file);
      it(name, async () => {
        const { header } = await readFlatFile({ file, columns: [] });
        const columns = header.filter((one) => one !== "" && header.indexOf(one) === header.lastIndexOf(one));
        const held = doHold[name] ?? [];
        const honest = columns.filter((column) => !held.includes(column));
        const { issues } = await readFlatFile({ file, columns: honest });
        const strays = issues.filter(({ code }) => code === "identifier_in_cell" || code === "free_text");
        expect(strays.length).toBe(strayIn[name] ?? 0);
        for (const column of held) {
          await expect(readFlatFile({ file, columns: [column] })).rejects.toThrow(`column "${column}"`);
        }
      });
    }
  },
);

/** Delimited files; those of csv-spectrum are for parsers and hold invented people on purpose. */
function dataFiles(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) return entry === "csv-spectrum" ? [] : dataFiles(path);
    return /\.(csv|tsv)$/.test(entry) ? [path] : [];
  });
}
