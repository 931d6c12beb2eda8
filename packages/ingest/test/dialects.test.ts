import { decodeWindows1252, describeFile, ingestStudy } from "@likewise/ingest";
import type { TableSource } from "@likewise/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOf, withFolder } from "./study-folder.ts";

type Format = NonNullable<TableSource["format"]>;

/** A table and how it is written. */
interface Written {
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly quote: string;
  /** Line breaks, taken in turn. */
  readonly newlines: readonly string[];
  readonly finalNewline: boolean;
  readonly encoding: NonNullable<Format["encoding"]>;
  readonly mark: boolean;
  /** Lines above the header. */
  readonly preamble: readonly string[];
  /** Whether a cell that need not be quoted is; taken in turn. */
  readonly quoting: readonly boolean[];
}

/** The writer of this test, kept as plain as can be: cells quoted where they must be, quotes doubled. */
function bytesOf(written: Written, header: readonly string[]): Buffer {
  const { delimiter, quote, newlines, quoting, rows, preamble } = written;
  let cells = 0;
  const cellOf = (text: string): string => {
    const must = text.includes(quote) || text.includes(delimiter) || /[\r\n]/.test(text) || text.includes("\ufeff");
    // A cell that ends as a longer delimiter begins would lend it its last character.
    const runsOn = [...delimiter].some((character) => text.includes(character));
    return must || runsOn || quoting[cells++ % quoting.length]!
      ? quote + text.replaceAll(quote, quote + quote) + quote
      : text;
  };
  const records = [...preamble, ...[header, ...rows].map((row) => row.map(cellOf).join(delimiter))];
  const breaks = records.map((_, index) => newlines[index % newlines.length]!);
  if (!written.finalNewline) breaks[breaks.length - 1] = "";
  return encoded(records.map((record, index) => record + breaks[index]).join(""), written);
}

function encoded(text: string, { encoding, mark }: Pick<Written, "encoding" | "mark">): Buffer {
  switch (encoding) {
    case "windows-1252":
      return Buffer.from([...text].map((character) => byteOf.get(character)!));
    case "utf-8":
      return Buffer.from((mark ? "\ufeff" : "") + text);
    case "utf-16le":
      return Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
    case "utf-16be":
      return Buffer.from((mark ? "\ufeff" : "") + text, "utf16le").swap16();
  }
}

const byteOf = new Map(
  Array.from({ length: 256 }, (_, byte) => [decodeWindows1252(Buffer.from([byte])), byte] as const).filter(
    ([character]) => character !== "\ufffd" && character !== "\0",
  ),
);

/** Every row as received: the first column is never a date, so that all rows are rejected and kept. */
async function readBack(bytes: Buffer, format: Format | undefined): Promise<readonly (readonly string[])[]> {
  return withFolder({ "events.csv": bytes }, async (folder) => {
    const events: TableSource = {
      files: ["events.csv"],
      dateFormat: "dd.mm.yyyy",
      columns: { event_date: "key", person: "key" },
      ...(format && { format }),
    };
    const { rejected, accounts } = await ingestStudy({ plan: planOf({ events }), folder });
    expect(accounts[0]!.rowsUsed).toBe(0);
    expect(rejected[0]!.rows.length).toBe(accounts[0]!.rowsIn);
    return rejected[0]!.rows.map(({ cells }) => cells);
  });
}

const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
// A lone \r before an empty line ended by \n would be one \r\n: that order does not occur.
const newlineChoices = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n"], ["\n", "\r", "\r\n"]];

describe("a table written in any dialect", () => {
  it("is read back cell for cell when the dialect is declared, whatever the cells hold", async () => {
    const cellIn = (encoding: Written["encoding"]) =>
      encoding === "windows-1252"
        ? fc.string({ unit: fc.constantFrom(...byteOf.keys()), maxLength: 6 })
        : fc.oneof(
            fc.string({ unit: "binary", maxLength: 6 }).map((text) => text.replaceAll("\0", "")),
            fc.string({
              unit: fc.constantFrom('"', "'", ",", ";", "\t", "|", "\r", "\n", " ", "a", "\ufeff"),
              maxLength: 5,
            }),
          );
    const dialects = fc.constantFrom(...encodings).chain((encoding) =>
      fc.record({
        rows: fc.integer({ min: 1, max: 3 }).chain((width) =>
          fc.array(
            fc.array(cellIn(encoding), { minLength: width, maxLength: width }).map((cells) => ["x", ...cells]),
            { minLength: 1, maxLength: 5 },
          ),
        ),
        delimiter: fc.constantFrom(",", ";", "\t", "|", ":", "||", "~^", "::="),
        quote: fc.constantFrom('"', "'", "`"),
        newlines: fc.constantFrom(...newlineChoices),
        finalNewline: fc.boolean(),
        encoding: fc.constant(encoding),
        mark: fc.boolean(),
        preamble: fc.array(fc.constantFrom("Extract of events", "", "Printed by a system"), { maxLength: 3 }),
        quoting: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(dialects, async (written) => {
        const header = ["key", ...written.rows[0]!.slice(1).map((_, column) => `c${column}`)];
        const { delimiter, quote, encoding, preamble } = written;
        const format: Format = { delimiter, quote, encoding, headerRow: preamble.length + 1, footerRows: 0 };
        expect(await readBack(bytesOf(written, header), format)).toEqual(written.rows);
      }),
      { numRuns: 150, seed: 20_240_314 },
    );
  });

  it("is read back when nothing is declared, where cells are what extracts hold", async () => {
    const cell = fc.oneof(
      fc.constantFrom("", "North", "Côte £5", "O'Neill", 'say "so"', "a, b", "two\nlines", "three\r\nlines", "–"),
      fc.integer({ min: -999, max: 99_999 }).map(String),
      fc.constantFrom("14/03/2023", "2023-03-14", "1,234.50", "£12.00"),
    );
    const dialects = fc.record({
      rows: fc.integer({ min: 1, max: 4 }).chain((width) =>
        fc.array(
          fc.array(cell, { minLength: width, maxLength: width }).map((cells) => ["x", ...cells]),
          { minLength: 2, maxLength: 8 },
        ),
      ),
      delimiter: fc.constantFrom(",", ";", "\t", "|"),
      quote: fc.constant('"'),
      newlines: fc.constantFrom(...newlineChoices),
      finalNewline: fc.boolean(),
      encoding: fc.constantFrom(...encodings),
      mark: fc.boolean(),
      preamble: fc.constantFrom([], ["Extract of events"], ["Extract of events", ""]),
      quoting: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(dialects, async (written) => {
        const header = ["key", ...written.rows[0]!.slice(1).map((_, column) => `name ${column}`)];
        const bytes = bytesOf(written, header);
        expect(await readBack(bytes, undefined)).toEqual(written.rows);
        await withFolder({ "x.csv": bytes }, async (folder) => {
          const found = await describeFile({ file: `${folder}/x.csv` });
          expect([found.delimiter, found.headerIndex, found.header]).toEqual([
            written.delimiter,
            written.preamble.length,
            header,
          ]);
        });
      }),
      { numRuns: 150, seed: 20_240_315 },
    );
  });
});
