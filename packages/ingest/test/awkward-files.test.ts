import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ingestStudy, type RejectedTable, readFlatFile } from "@likewise/ingest";
import { cell, type TableSource } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { briefly, ingest, planOf, withFolder } from "./study-folder.ts";

const sharedData = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const present = existsSync(sharedData);

const tables: Record<string, TableSource> = {
  people: { files: ["people.csv"], columns: { person: "id", area: "area" } },
};
const areasOf = async (content: string | Buffer, source: Partial<TableSource> = {}) => {
  const {
    tables: ingested,
    issues,
    rejected,
  } = await ingest({ "people.csv": content }, { people: { ...tables.people!, ...source } });
  const area = ingested.people!.columns.area!;
  return { areas: Array.from({ length: area.values.length }, (_, row) => cell(area, row)), issues, rejected };
};

describe("one table in many forms is read alike", () => {
  const rows = ["id,area", "P1,Côte £5", '"P2","a ""b"", c"', "P3,", "007,x"];
  const plain = rows.join("\n");
  const expected = ["Côte £5", 'a "b", c', null, "x"];
  const forms: Record<string, [content: string | Buffer, source?: Partial<TableSource>]> = {
    "LF with a final line break": [`${plain}\n`],
    "LF without one": [plain],
    CRLF: [`${rows.join("\r\n")}\r\n`],
    "CRLF without a final line break": [rows.join("\r\n")],
    "CR, as old Macs wrote it": [rows.join("\r")],
    "LF and CRLF mixed": [`${rows.slice(0, 2).join("\n")}\n${rows.slice(2).join("\r\n")}\r\n`],
    "UTF-8 with a byte-order mark": [`\ufeff${plain}`],
    "UTF-16 little endian with a byte-order mark": [Buffer.from(`\ufeff${plain}`, "utf16le")],
    "UTF-16 big endian with a byte-order mark": [Buffer.from(`\ufeff${plain}`, "utf16le").swap16()],
    "UTF-16 little endian by declaration": [Buffer.from(plain, "utf16le"), { format: { encoding: "utf-16le" } }],
    "Windows-1252 by declaration": [Buffer.from(plain, "latin1"), { format: { encoding: "windows-1252" } }],
    "every cell quoted": [plain.replace("P1,Côte £5", '"P1","Côte £5"').replace("P3,", '"P3",""')],
    "a delimiter of its own": [plain.replaceAll(",", ";"), { format: { delimiter: ";" } }],
    "a title block above the header": [`Extract of people\n\n${plain}`, { format: { headerRow: 3 } }],
    "columns in another order, one more among them": [
      'area,"free\nnotes",id\nCôte £5,"x\ny",P1\n"a ""b"", c",,P2\n,,P3\nx,,007',
    ],
  };
  for (const [name, [content, source]] of Object.entries(forms)) {
    it(name, async () => {
      const { areas, issues } = await areasOf(content, source);
      const wanted = name.startsWith("a delimiter")
        ? expected.map((area) => area?.replace(",", ";") ?? null)
        : expected;
      expect(areas).toEqual(wanted);
      expect(issues).toEqual([]);
    });
  }

  it("Windows-1252 without a declaration, and says so", async () => {
    const { areas, issues } = await areasOf(Buffer.from(plain, "latin1"));
    expect(areas).toEqual(expected);
    expect(briefly(issues)).toEqual(["encoding_assumed people - -"]);
  });
});

it("leading zeros stay in ids, and spaces around cells go", async () => {
  const { tables: read } = await ingest({ "people.csv": "id,area\n007, North \n0070,South\n" }, tables);
  expect(read.people!.columns.person!.values).toEqual(["007", "0070"]);
  expect(cell(read.people!.columns.area!, 0)).toBe("North");
});

it("lines are numbered as an editor shows them, rows as a spreadsheet does less the header", async () => {
  const content = 'id,area\r\nP1,"one\r\ntwo"\r\n\r\nP2,x,y\r\nP3,z\r\n';
  const { rejected, issues } = await areasOf(content);
  expect(rejected[0]!.rows.map(({ line, reasons }) => [line, reasons[0]])).toEqual([
    [2, "free_text"],
    [4, "blank_row"],
    [5, "too_many_cells"],
  ]);
  expect(rejected[0]!.rows[0]!.cells).toEqual(["P1", "one\r\ntwo"]);
  expect(briefly(issues)).toEqual(["free_text people 1 area", "blank_row people 2 -", "too_many_cells people 3 -"]);
});

describe("a file that cannot be read at all stops the run with one message", () => {
  const failing = async (content: string | Buffer, source: Partial<TableSource> = {}) =>
    areasOf(content, source).then(
      () => null,
      (error: Error & { kind?: string }) => [error.kind, error.message],
    );

  it("when it is empty, has no rows, or holds nothing but a header", async () => {
    expect(await failing("")).toEqual(["data", "people.csv is empty"]);
    expect(await failing("\n \n")).toEqual(["data", "people.csv is empty"]);
    expect(await failing("id,area\n")).toEqual(["data", "people: there are no rows"]);
    expect(await failing("id,area\n,\n")).toEqual(["data", "people: none of 1 rows can be used (blank_row 1)"]);
    expect(await failing("id,area\nP1,x\n", { format: { headerRow: 9 } })).toEqual([
      "data",
      "people.csv has no row 9, where the plan says the header is",
    ]);
  });

  it("when another delimiter than the one declared separates its columns", async () => {
    expect(await failing("id;area\nP1;x\n", { format: { delimiter: "," } })).toEqual([
      "data",
      "people.csv: its columns are separated by semicolons, not by commas",
    ]);
    expect(await failing("id\tarea\nP1\tx\n", { format: { delimiter: ";" } })).toEqual([
      "data",
      "people.csv: its columns are separated by tabs, not by semicolons",
    ]);
  });

  it("when a quote is never closed, or quotes cannot be paired within a line", async () => {
    expect(await failing('id,area\nP1,x\nP2,"y\nP3,z\n')).toEqual([
      "data",
      "people.csv: the quote opened in the record on line 3 is never closed",
    ]);
    expect(await failing('id,area\nP1,"x"y\nP2,"z"\n')).toEqual([
      "data",
      "people.csv: the quotes in the record on line 2 cannot be paired; mend that line",
    ]);
  });

  it("when it is a workbook, or not text, or not in the encoding declared", async () => {
    const zip = Buffer.from([0x50, 0x4b, 3, 4, 0, 0]);
    expect((await failing(zip, { format: { reader: "delimited" } }))![1]).toMatch(/is a workbook or a zip file/);
    expect((await failing(zip))![1]).toMatch(/is damaged or was cut off/);
    expect((await failing(Buffer.from([1, 0, 2, 0])))![1]).toMatch(/is not text/);
    expect((await failing(Buffer.from("id,area\nP1,\xe9\n", "latin1"), { format: { encoding: "utf-8" } }))![1]).toMatch(
      /is not UTF-8/,
    );
  });

  it("when two columns have the header that is mapped", async () => {
    expect(await failing("id,area, area\nP1,x,y\n")).toEqual([
      "data",
      'people.csv: two columns are headed "area"; rename one',
    ]);
  });
});

const spectrum = `${sharedData}/csv-spectrum`;
describe.skipIf(!present)(`csv-spectrum (skipped without shared data: ${present ? "present" : "absent"})`, () => {
  for (const file of present ? readdirSync(`${spectrum}/csvs`).sort() : []) {
    it(`${file} holds the rows its JSON says`, async () => {
      const expected = JSON.parse(readFileSync(`${spectrum}/json/${file.replace(".csv", ".json")}`, "utf8"));
      const rows: Record<string, string>[] = Array.isArray(expected) ? expected : [expected];
      const names = Object.keys(rows[0]!);
      // location_coordinates.json gives another telephone number than its CSV holds: the CSV's stands.
      if (file.startsWith("location")) rows[0]!["Contact Phone Number"] = "2095257564";
      const [received] = await withFolder({ "events.csv": readFileSync(`${spectrum}/csvs/${file}`) }, (folder) =>
        rejectedTables(folder, names.at(-1)!),
      );
      const byName = received!.rows.map(({ cells }) =>
        Object.fromEntries(names.map((name) => [name, cells[received!.header.indexOf(name)]])),
      );
      expect(byName).toEqual(rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]]))));
    });
  }
});

/** Every cell as received: no cell of these files is a date written so, and all rows are rejected and kept. */
async function rejectedTables(folder: string, header: string): Promise<readonly RejectedTable[]> {
  const events: TableSource = {
    files: ["events.csv"],
    dateFormat: "dd.mm.yyyy",
    columns: { event_date: header },
    constants: { person: "P1" },
  };
  return (await ingestStudy({ plan: planOf({ events }), folder })).rejected;
}

it("a flat file is read by its extension, and says what is wrong with it", async () => {
  await withFolder({ "a.tsv": "id\tx\nP1\t1\nP2\tNA\n", "b.csv": "id,x\nP1,1\n" }, async (folder) => {
    const { columns, header } = await readFlatFile({ file: `${folder}/a.tsv`, columns: ["x"], id: "id" });
    expect(header).toEqual(["id", "x"]);
    expect([cell(columns.columns.x!, 0), cell(columns.columns.x!, 1)]).toEqual([1, null]);
  });
});
