import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describeFile, ingestStudy, readMoney } from "@likewise/ingest";
import type { TableSource } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf } from "./study-folder.ts";

const folder = fileURLToPath(new URL("../../../../shared/data/uk-messy-csv", import.meta.url));
const present = existsSync(folder);

/** What a careful reader finds in each file; written with the data set, by other software. */
interface ExpectedFile {
  readonly bytes: number;
  readonly encoding: string;
  readonly delimiter: string;
  readonly csv_records_total: number;
  readonly physical_lines: number;
  readonly header_record_index: number;
  readonly header_records: number;
  readonly columns: number;
  readonly header: readonly string[];
  readonly blank_header_cells: number;
  readonly records_after_header: number;
  readonly non_blank_records_after_header: number;
  readonly record_widths: readonly number[];
  readonly amount_column?: string;
  readonly amount_column_index: number;
  readonly amount_parsed: number;
  readonly amount_blank: number;
  readonly amount_unparsed: readonly string[];
  readonly amount_sum: number;
  readonly amount_min: number;
  readonly amount_max: number;
  /** As written. */
  readonly amount_first: string;
  readonly amount_negative: number;
}

const files: Readonly<Record<string, ExpectedFile>> = present
  ? JSON.parse(readFileSync(`${folder}/expected.json`, "utf8"))
  : {};

const ourNames: Readonly<Record<string, string>> = {
  "utf-8": "utf-8",
  "utf-8-sig": "utf-8",
  "utf-16": "utf-16le",
  cp1252: "windows-1252",
};

describe.skipIf(!present)(`UK public-sector files ${present ? "" : "(skipped: no shared data)"}`, () => {
  for (const [file, expected] of Object.entries(files)) {
    it(`${file}: written and laid out as expected, with nothing declared`, async () => {
      const found = await describeFile({ file: resolve(folder, file) });
      const first = found.headerRecords[0]!;
      expect({
        bytes: found.bytes,
        delimiter: found.delimiter,
        csv_records_total: found.records,
        physical_lines: found.lines,
        header_record_index: found.headerIndex,
        header_records: found.headerRecords.length,
        columns: found.columns,
        header: first,
        blank_header_cells: first.filter((cell) => cell.trim() === "").length,
        records_after_header: found.recordsAfterHeader,
        non_blank_records_after_header: found.recordsAfterHeader - found.blankAfterHeader,
        record_widths: found.recordWidths,
      }).toEqual(Object.fromEntries(Object.entries(expected).filter(([key]) => !/^(encoding|amount_)/.test(key))));
      // Plain ASCII says the same in either encoding.
      const ascii = readFileSync(resolve(folder, file)).every((byte) => byte < 0x80);
      expect(found.encoding).toBe(ascii ? "utf-8" : ourNames[expected.encoding]);
      expect(found.assumptions.map(({ what }) => what).slice(0, 3)).toEqual(["encoding", "delimiter", "headerRow"]);
    });

    if (expected.amount_column === undefined) continue;
    it(`${file}: amounts read as expected, whether rows in doubt are declared data or left to the reader`, async () => {
      const allData = {
        headerRow: expected.header_record_index + 1,
        headerRows: expected.header_records,
        lastRow: expected.csv_records_total,
      };
      expect(await amountsOf(file, expected, allData)).toEqual(amountsExpected(expected));
      expect(await amountsOf(file, expected, undefined)).toEqual(amountsExpected(expected));
    });
  }

  it("every row below a header is used or rejected, with its reason, and kept when rejected", async () => {
    for (const [file, expected] of Object.entries(files)) {
      const people: TableSource = { files: [file], columns: {} };
      const { accounts, rejected, inputs } = await ingestStudy({ plan: planOf({ people }), folder });
      expect(inputs).toEqual([{ file, rows: expected.records_after_header, sha256: sumOf(file) }]);
      const { rowsIn, rowsUsed, rowsRejected, reasons } = accounts[0]!;
      expect([file, rowsIn]).toEqual([file, expected.records_after_header]);
      expect(Number(rowsUsed) + Number(rowsRejected)).toBe(rowsIn);
      expect(reasons.reduce((sum, { rows }) => sum + Number(rows), 0)).toBe(rowsRejected);
      expect(rejected.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(rowsRejected);
      const blank = Number(reasons.find(({ code }) => code === "blank_row")?.rows ?? 0);
      expect(Number(rowsIn) - blank).toBe(expected.non_blank_records_after_header);
    }
  });

  it("of two tables in one file the first is read, and a plan can read the second", async () => {
    const file = "20170320-ePC_Data-Travel-Stationery.csv";
    const columns = { person: "Row Labels" };
    const covariates = { pounds: { column: "Sum of Transaction - Billing Amount", type: "money" as const } };
    const read = async (format: TableSource["format"]) => {
      const people: TableSource = { files: [file], columns, covariates, ...(format && { format }) };
      const { tables, accounts } = await ingestStudy({ plan: planOf({ people }), folder });
      return [Array.from(tables.people!.columns.pounds!.values as Float64Array), accounts[0]!.reasons];
    };
    // Rows 4 to 9 and 15 to 16 of the file; rows 11 and 13 are blank but for a delimiter, row 12 a title.
    expect(await read(undefined)).toEqual([
      [9997.75, 227799.88, 1037219.15, 200403.78, 1981067.75, 6235721.29],
      [
        { code: "blank_row", rows: 2 },
        { code: "footer_row", rows: 1 },
        { code: "other_table", rows: 5 },
      ],
    ]);
    expect(await read({ headerRow: 14 })).toEqual([[620625.96, 437491.13], [{ code: "footer_row", rows: 1 }]]);
  });
});

/** As published with the data. */
function sumOf(file: string): string {
  const sums = readFileSync(resolve(folder, "../SHA256SUMS"), "utf8").split("\n");
  return sums.find((line) => line.endsWith(`uk-messy-csv/${file}`))!.slice(0, 64);
}

function amountsExpected(expected: ExpectedFile): object {
  return {
    parsed: expected.amount_parsed,
    blank: expected.amount_blank,
    unparsed: expected.amount_unparsed,
    // Pounds and pence of at most some hundred million: the sum in whole pence is exact.
    sumPence: Math.round(expected.amount_sum * 100),
    min: expected.amount_min,
    max: expected.amount_max,
    first: readMoney(expected.amount_first.trim()),
    negative: expected.amount_negative,
    position: expected.amount_column_index,
  };
}

/** Amounts of all rows below the header that are not blank: as read where the row is used, as kept where it is not. */
async function amountsOf(file: string, expected: ExpectedFile, format: TableSource["format"]): Promise<object> {
  const people: TableSource = {
    files: [file],
    columns: {},
    covariates: { amount: { column: expected.amount_column!, type: "money" } },
    ...(format && { format }),
  };
  const { tables, rejected } = await ingestStudy({ plan: planOf({ people }), folder });
  const { amount, person } = tables.people!.columns;
  const rows: { row: number; pounds: number | null; unparsed?: string }[] = [];
  for (const [index, id] of (person!.values as readonly string[]).entries()) {
    const isPresent = amount!.valid === null || amount!.valid[index] === 1;
    rows.push({ row: Number(id), pounds: isPresent ? (amount!.values[index] as number) : null });
  }
  const used = new Set(rows.map(({ row }) => row));
  const left = Array.from({ length: expected.records_after_header }, (_, index) => index + 1).filter(
    (row) => !used.has(row),
  );
  for (const [index, { cells, reasons }] of (rejected[0]?.rows ?? []).entries()) {
    if (reasons[0] === "blank_row") continue;
    const cell = cells[expected.amount_column_index]!;
    const pounds = readMoney(cell.trim());
    rows.push({ row: left[index]!, pounds, ...(pounds === null && cell.trim() !== "" && { unparsed: cell }) });
  }
  rows.sort((a, b) => a.row - b.row);
  const pounds = rows.map((row) => row.pounds).filter((value) => value !== null);
  const found = await describeFile({ file: resolve(folder, file) });
  return {
    parsed: pounds.length,
    blank: rows.filter((row) => row.pounds === null && row.unparsed === undefined).length,
    unparsed: rows.flatMap((row) => row.unparsed ?? []),
    sumPence: pounds.reduce((sum, value) => sum + Math.round(value * 100), 0),
    min: Math.min(...pounds),
    max: Math.max(...pounds),
    first: rows[0]!.pounds,
    negative: pounds.filter((value) => value < 0).length,
    position: found.headerRecords[0]!.indexOf(expected.amount_column!),
  };
}
