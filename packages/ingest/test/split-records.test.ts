import { ingestStudy } from "@likewise/ingest";
import type { TableSource } from "@likewise/schema";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { planOf, withFolder } from "./study-folder.ts";

describe("text in which nothing is quoted", () => {
  it("is split into the cells PapaParse splits it into", async () => {
    const cell = fc.constantFrom("", "a", "b", "ab", "ba", " a", "caution", "01/02/2020", "02/01/2020", "é", "12.50");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n", "\r"),
        async (cells, delimiter, newline) => {
          const text = [["id", "x", "y"], ...cells].map((row) => row.join(delimiter)).join(newline) + newline;
          const expected = Papa.parse<string[]>(text, { delimiter, newline, skipEmptyLines: false }).data.slice(1, -1);
          const format: TableSource["format"] = { delimiter, headerRow: 1, lastRow: cells.length + 1 };
          const events: TableSource = {
            files: ["events.csv"],
            format,
            dateFormat: "dd-mon-yyyy",
            columns: { person: "id", event_date: "x" },
          };
          // Every row is rejected: none has a date of that form in its second cell. Rejected rows are kept as they were split.
          const { rejected } = await withFolder({ "events.csv": text }, (folder) =>
            ingestStudy({ plan: planOf({ events }), folder }),
          );
          expect(rejected.flatMap(({ rows }) => rows.map((row) => row.cells))).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });
});
