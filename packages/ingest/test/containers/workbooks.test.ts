import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type Assumption, ingestStudy } from "@likewise/ingest";
import { type CellValue, cell, isoDate, type TableSource } from "@likewise/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { briefly, planOf } from "../study-folder.ts";
import { bookOf, sheetCell, sheetOf, writeBook } from "./write-files.ts";
import { xlsxOf, zipOf } from "./zip-of.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "likewise-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, bytes: Buffer): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

/** Reads people: `id`, and `x` into a field chosen by the kind of value. */
async function read(path: string, source: Partial<TableSource> = {}) {
  const found = await ingestStudy({
    plan: planOf({ people: { files: [basename(path)], columns: { person: "id", area: "x" }, ...source } }),
    folder: dirname(path),
  });
  const columnOf = (name: string): CellValue[] => {
    const column = found.tables.people!.columns[name]!;
    return Array.from({ length: found.tables.people!.numRows }, (_, row) => cell(column, row));
  };
  return {
    ids: columnOf("person"),
    x: "area" in found.tables.people!.columns ? columnOf("area") : [],
    columnOf,
    issues: briefly(found.issues),
    rejected: found.rejected.flatMap(({ rows }) => rows.map(({ line, reasons }) => [line, ...reasons])),
    assumed: (what: Assumption["what"]) => found.assumptions.filter((each) => each.what === what),
  };
}

const days = { columns: { person: "id", index_date: "x" } };
const daysOf = async (path: string, source: Partial<TableSource> = {}) => {
  const { columnOf, issues } = await read(path, { ...days, ...source });
  return { days: columnOf("index_date").map((day) => (day === null ? null : isoDate(Number(day)))), issues };
};
const failing = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: Error & { kind?: string }) => [error.kind, error.message],
  );

const header =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row>';
const row = (number: number, id: string, rest: string) =>
  `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>${id}</t></is></c>${rest}</row>`;

describe("a number with the format of a date is that day, by the calendar of the workbook", () => {
  // Serials by hand: 25569 is 1970-01-01, 61 is 1900-03-01 and 45351 is 2024-02-29; in the calendar of 1904 they are
  // 1462 less, and 0 is 1904-01-01.
  const serials = (numbers: readonly number[]) =>
    header +
    numbers.map((number, at) => row(at + 2, `P${at}`, `<c r="B${at + 2}" s="1"><v>${number}</v></c>`)).join("");

  it("from 1900", async () => {
    const path = file(
      "1900.xlsx",
      xlsxOf({ rows: serials([25569, 61, 45351, 45351.75]), formats: ["dd/mm/yyyy hh:mm"] }),
    );
    expect(await daysOf(path)).toEqual({ days: ["1970-01-01", "1900-03-01", "2024-02-29", "2024-02-29"], issues: [] });
  });

  it("from 1904", async () => {
    const properties = '<workbookPr date1904="1"/>';
    const path = file("1904.xlsx", xlsxOf({ rows: serials([24107, 0, 43889]), formats: ["d mmm yy"], properties }));
    expect(await daysOf(path)).toEqual({ days: ["1970-01-01", "1904-01-01", "2024-02-29"], issues: [] });
  });

  it("and 29 February 1900, day 0 and numbers before it are refused", async () => {
    const path = file("never.xlsx", xlsxOf({ rows: serials([60, 0, -1, 45351]), formats: ["yyyy\\-mm\\-dd"] }));
    expect(await daysOf(path, { dateFormat: "yyyy-mm-dd" })).toEqual({
      days: ["2024-02-29"],
      issues: ["date_impossible people 1 x", "date_impossible people 2 x", "date_format people 3 x"],
    });
  });

  it("by any format of dates, and by none of numbers", async () => {
    const formats = [
      "dd/mm/yyyy",
      "[$-809]d mmmm yyyy;@",
      "mmm-yy",
      "[h]:mm",
      "h:mm AM/PM",
      "0.00E+00",
      '0" days"',
      "[Red]0",
    ];
    const cells = formats.map((_, at) => row(at + 2, `P${at}`, `<c r="B${at + 2}" s="${at + 1}"><v>45351.5</v></c>`));
    const path = file(
      "formats.xlsx",
      xlsxOf({ rows: header + cells.join(""), formats: formats.map((code) => code.replaceAll('"', "&quot;")) }),
    );
    const { x, assumed } = await read(path);
    const noon = "2024-02-29T12:00:00";
    expect(x).toEqual([noon, noon, noon, "1088436:00:00", noon, "45351.5", "45351.5", "45351.5"]);
    expect(assumed("monthDates")).toHaveLength(1);
  });

  it("the built-in ones need no format spelt out, and a time of day stays one", async () => {
    const path = join(folder, "built-in.xlsx");
    writeBook(
      path,
      bookOf({
        One: sheetOf([
          ["id", "x"].map(sheetCell),
          [sheetCell("P1"), { t: "n", v: 45351, z: "m/d/yy" }],
          [sheetCell("P2"), { t: "n", v: 0.3958333333333333, z: "h:mm" }],
        ]),
      }),
    );
    expect((await read(path)).x).toEqual(["2024-02-29", "09:30:00"]);
  });

  it("days do not depend on the time zone of the machine", async () => {
    const path = file("zones.xlsx", xlsxOf({ rows: serials([45351, 45382.0001]), formats: ["dd/mm/yyyy"] }));
    const before = process.env.TZ;
    try {
      for (const zone of ["Pacific/Auckland", "America/Los_Angeles", "Europe/London"]) {
        process.env.TZ = zone;
        expect((await daysOf(path)).days).toEqual(["2024-02-29", "2024-03-31"]);
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

describe("cells are read as stored", () => {
  it("leading zeros of text stay, and those of a number format, which is said", async () => {
    const rows =
      header +
      row(2, "0070", '<c r="B2" s="1"><v>70</v></c>') +
      row(3, "007", '<c r="B3" s="1"><v>123456</v></c>') +
      row(4, "7", '<c r="B4"><v>70</v></c>');
    const { ids, x, assumed } = await read(file("zeros.xlsx", xlsxOf({ rows, formats: ["00000"] })));
    expect(ids).toEqual(["0070", "007", "7"]);
    expect(x).toEqual(["00070", "123456", "70"]);
    expect(assumed("leadingZeros")[0]!.evidence).toContain(
      '1 whole numbers of sheet "One" are formatted with leading zeros',
    );
  });

  it("numbers as JavaScript prints them, percentages with their sign, long ids as the rounded numbers they are", async () => {
    const values = ["0.30000000000000004", "1E-7", "0.2269", "123456789012345678", "-0.5"];
    const rows = values.map((value, at) =>
      row(at + 2, `P${at}`, `<c r="B${at + 2}" s="${at === 2 ? 1 : 0}"><v>${value}</v></c>`),
    );
    const { x } = await read(file("numbers.xlsx", xlsxOf({ rows: header + rows.join(""), formats: ["0.0%"] })));
    expect(x).toEqual(["0.30000000000000004", "1e-7", "22.69%", "1.2345678901234568e+17", "-0.5"]);
    const ids = `${header}<row r="2"><c r="A2"><v>123456789012345678</v></c><c r="B2"><v>1</v></c></row>${row(3, "P2", "")}`;
    expect((await read(file("ids.xlsx", xlsxOf({ rows: ids })))).issues).toEqual(["id_scientific people 1 id"]);
  });

  it("text in runs, with escapes, entities and spaces, without how it is pronounced", async () => {
    const strings =
      "<si><r><t>North </t></r><r><t>&amp; South</t></r><rPh><t>no</t></rPh></si><si><t>a_x000D_b &#163;5</t></si>";
    const rows = header + row(2, "P1", '<c r="B2" t="s"><v>0</v></c>') + row(3, "P2", '<c r="B3" t="s"><v>1</v></c>');
    const { x, issues } = await read(file("runs.xlsx", xlsxOf({ rows, strings })));
    expect(x).toEqual(["North & South"]);
    expect(issues).toEqual(["free_text people 2 x"]);
  });

  it("formulas by their result; a failed one, and one whose result was never stored, are issues", async () => {
    const rows =
      header +
      row(2, "P1", '<c r="B2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>') +
      row(3, "P2", '<c r="B3" t="e"><f>VLOOKUP(1,A:A,9)</f><v>#REF!</v></c>') +
      row(4, "P3", '<c r="B4"><f>1+1</f></c>') +
      row(5, "P4", '<c r="B5" t="str"><f>""</f><v></v></c>') +
      row(6, "P5", '<c r="B6"><f>0</f><v>0</v></c>') +
      row(7, "P6", '<c r="B7" t="e"><v>#N/A</v></c>');
    const path = file("formulas.xlsx", xlsxOf({ rows }));
    const { x, issues } = await read(path);
    expect(x).toEqual(["ab", null, "0"]);
    expect(issues).toEqual([2, 3, 6].map((at) => `spreadsheet_error people ${at} x`));
    const allowed = await read(path, { columns: { person: "id", area: { column: "x", missing: ["#N/A"] } } });
    expect(allowed.issues).toEqual([2, 3].map((at) => `spreadsheet_error people ${at} x`));
  });

  it("a merged cell says the same in each of its rows, a title across the sheet only once", async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>People of the programme</t></is></c></row>' +
      '<row r="3"><c r="A3" t="inlineStr"><is><t>id</t></is></c><c r="B3" t="inlineStr"><is><t>x</t></is></c></row>' +
      row(4, "P1", '<c r="B4" t="inlineStr"><is><t>North</t></is></c>') +
      row(5, "P2", '<c r="B5"/>') +
      row(6, "P3", '<c r="B6" t="inlineStr"><is><t>South</t></is></c>');
    const after = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B4:B5"/></mergeCells>';
    const { ids, x, rejected, assumed } = await read(file("merged.xlsx", xlsxOf({ rows, after })), {
      format: { headerRow: 3 },
    });
    expect([ids, x, rejected]).toEqual([["P1", "P2", "P3"], ["North", "North", "South"], []]);
    expect(assumed("mergedCells")[0]!.evidence).toContain("1 cells lie under a merged cell");
  });

  it("a rejected row keeps what stood under a merged cell before it was filled", async () => {
    const rows = `${header + row(2, "P1", '<c r="B2"><v>1</v></c>')}<row r="3"><c r="C3"><v>5</v></c></row>`;
    const path = file("under.xlsx", xlsxOf({ rows, after: '<mergeCell ref="B2:B3"/>' }));
    const plan = planOf({ people: { files: ["under.xlsx"], columns: { person: "id", area: "x" } } });
    const { rejected } = await ingestStudy({ plan, folder: dirname(path) });
    expect(rejected[0]!.rows.map(({ line, cells }) => [line, cells])).toEqual([[3, ["", "", "5"]]]);
  });

  it("hidden rows and columns are read, and said", async () => {
    const before = '<cols><col min="2" max="2" hidden="1"/></cols>';
    const rows =
      header +
      row(2, "P1", '<c r="B2"><v>1</v></c>') +
      row(3, "P2", '<c r="B3"><v>2</v></c>').replace("<row ", '<row hidden="1" ');
    const { x, assumed } = await read(file("hidden.xlsx", xlsxOf({ rows, before })));
    expect(x).toEqual(["1", "2"]);
    expect(assumed("hiddenRows")[0]!.evidence).toContain('1 of 3 rows of sheet "One" are hidden or filtered out');
    expect(assumed("hiddenColumns")).toHaveLength(1);
  });

  it("rows keep the numbers they have in the sheet, blank ones are accounted for, those below the table are not rows", async () => {
    const rows =
      header +
      row(2, "P1", '<c r="B2"><v>1</v></c>') +
      row(5, "P2", '<c r="B5"><v>2</v></c>') +
      '<row r="9"><c r="A9" s="0"/></row>';
    const { ids, rejected } = await read(file("gaps.xlsx", xlsxOf({ rows })));
    expect(ids).toEqual(["P1", "P2"]);
    expect(rejected).toEqual([
      [3, "blank_row"],
      [4, "blank_row"],
    ]);
  });
});

describe("sheets", () => {
  const sheet = (id: string) =>
    sheetOf(
      [
        ["id", "x"],
        [id, "a"],
      ].map((cells) => cells.map(sheetCell)),
    );
  const path = () => join(folder, "sheets.xlsx");
  const write = (hidden: readonly number[]) =>
    writeBook(
      path(),
      bookOf(
        { Notes: sheetOf([]), First: sheet("P1"), Second: sheet("P2") },
        { Sheets: hidden.map((Hidden) => ({ Hidden })) },
      ),
    );

  it("the first with data is read and the others are named; the plan can name another", async () => {
    write([0, 0, 0]);
    const { ids, assumed } = await read(path());
    expect(ids).toEqual(["P1"]);
    expect(assumed("sheet")).toMatchObject([
      {
        value: "First",
        evidence: 'sheets.xlsx: the first of 2 sheets with anything on them; not read: "Second"',
        fix: "data.tables.people.format.sheet: First",
      },
    ]);
    const second = await read(path(), { format: { sheet: "Second" } });
    expect([second.ids, second.assumed("sheet")]).toEqual([["P2"], []]);
  });

  it("a hidden one comes last, and is named", async () => {
    write([0, 1, 0]);
    const { ids, assumed } = await read(path());
    expect(ids).toEqual(["P2"]);
    expect(assumed("sheet")[0]!.evidence).toContain('"First" (hidden)');
  });

  it("one that is not there is a mistake of the plan", async () => {
    write([0, 0, 0]);
    expect(await failing(read(path(), { format: { sheet: "Secnd" } }))).toEqual([
      "usage",
      'sheets.xlsx has no sheet "Secnd"; did you mean "Second"?',
    ]);
  });

  it("a range leaves out what stands around it", async () => {
    const rows = [
      ["Extract", null, null],
      [null, "id", "x"],
      [null, "P1", "a"],
      [null, "P2", "b"],
      [null, "Total", "2"],
    ];
    writeBook(join(folder, "range.xlsx"), bookOf({ One: sheetOf(rows.map((cells) => cells.map(sheetCell))) }));
    const ranged = await read(join(folder, "range.xlsx"), { format: { range: "B2:C4" } });
    expect([ranged.ids, ranged.x, ranged.rejected]).toEqual([["P1", "P2"], ["a", "b"], []]);
  });
});

describe("OpenDocument sheets", () => {
  const odsOf = (table: string, manifest = "", styles = "") =>
    zipOf({
      mimetype: "application/vnd.oasis.opendocument.spreadsheet",
      "META-INF/manifest.xml": `<manifest:manifest>${manifest}</manifest:manifest>`,
      "content.xml": `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
    });
  const text = (content: string) =>
    `<table:table-cell office:value-type="string"><text:p>${content}</text:p></table:table-cell>`;
  const line = (id: string, x: string) => `<table:table-row>${text(id)}${x}</table:table-row>`;

  it("values by their type, zeros as shown, repeats, spaces, notes left out, errors as issues", async () => {
    const rows = [
      line("id", text("x")),
      line(
        "P1",
        '<table:table-cell office:value-type="float" office:value="7"><text:p>00007</text:p></table:table-cell>',
      ),
      line(
        "P2",
        '<table:table-cell office:value-type="percentage" office:value="0.2269"><text:p>23%</text:p></table:table-cell>',
      ),
      line(
        "P3",
        '<table:table-cell office:value-type="date" office:date-value="2024-02-29T09:30:00"><text:p>x</text:p></table:table-cell>',
      ),
      line(
        "P4",
        '<table:table-cell office:value-type="time" office:time-value="PT09H30M00S"><text:p>x</text:p></table:table-cell>',
      ),
      line(
        "P5",
        '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p></table:table-cell>',
      ),
      line(
        "P6",
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
      ),
      line(
        "P7",
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>',
      ),
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    ];
    const { x, issues } = await read(
      file("values.ods", odsOf(`<table:table table:name="One">${rows.join("")}</table:table>`)),
    );
    expect(x).toEqual(["00007", "22.69%", "2024-02-29T09:30:00", "09:30:00", "a  b", "true"]);
    expect(issues).toEqual(["spreadsheet_error people 6 x"]);
  });

  it("hidden sheets come last", async () => {
    const styles =
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const one = (name: string, id: string, style = "") =>
      `<table:table table:name="${name}"${style}>${line("id", text("x"))}${line(id, text("a"))}</table:table>`;
    const path = file("hidden.ods", odsOf(one("Old", "P1", ' table:style-name="ta1"') + one("New", "P2"), "", styles));
    expect((await read(path)).ids).toEqual(["P2"]);
  });

  it("locked by a password are refused", async () => {
    const manifest = "<manifest:encryption-data/>";
    expect(await failing(read(file("locked.ods", odsOf("", manifest))))).toEqual([
      "data",
      "locked.ods is locked by a password; open it and save it without one",
    ]);
  });
});

describe("a workbook that cannot be read stops the run with one message", () => {
  const good = () => xlsxOf({ rows: header + row(2, "P1", '<c r="B2"><v>1</v></c>') });
  const broken = "is damaged or was cut off; get it again, or open it and save it anew";

  it("when it is cut off anywhere, or a byte of it is changed", async () => {
    const whole = good();
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const path = file("cut.xlsx", whole.subarray(0, Math.floor(whole.length * share)));
      expect(await failing(read(path))).toEqual(["data", `cut.xlsx ${broken}`]);
    }
    const changed = Buffer.from(whole);
    changed[changed.indexOf("PK\x01\x02") - 10]! ^= 0xff;
    expect(await failing(read(file("changed.xlsx", changed)))).toEqual(["data", `changed.xlsx ${broken}`]);
  });

  it("when its XML is broken, or a cell refers to a string that is not there", async () => {
    expect(await failing(read(file("xml.xlsx", xlsxOf({ rows: "<row><c><v>1</v" }))))).toEqual([
      "data",
      `xml.xlsx ${broken}`,
    ]);
    const rows = header + row(2, "P1", '<c r="B2" t="s"><v>9</v></c>');
    expect(await failing(read(file("string.xlsx", xlsxOf({ rows }))))).toEqual(["data", `string.xlsx ${broken}`]);
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>';
    expect(await failing(read(file("type.xlsx", xlsxOf({ rows, before: entity }))))).toEqual([
      "data",
      `type.xlsx ${broken}`,
    ]);
  });

  it("when it would expand beyond what can be read, whatever its directory says", async () => {
    const huge = (entry: { expanded: number }) => {
      entry.expanded = 500 * 2 ** 20;
    };
    expect(await failing(read(file("bomb.xlsx", xlsxOf({ rows: header }, huge))))).toEqual([
      "data",
      "bomb.xlsx would expand to more than can be read (400 MB a part, 800 MB in all)",
    ]);
    const small = (entry: { expanded: number }) => {
      entry.expanded = Math.min(entry.expanded, 100);
    };
    expect(await failing(read(file("liar.xlsx", xlsxOf({ rows: header }, small))))).toEqual([
      "data",
      `liar.xlsx ${broken}`,
    ]);
    const cells = `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>`;
    const ods = zipOf({ "content.xml": `<a><table:table table:name="One">${cells}</table:table></a>` });
    expect((await failing(read(file("repeats.ods", ods))))![1]).toContain('sheet "One" has more than');
  });

  it("when a password locks it, or it is something else under the name of a workbook", async () => {
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(1024),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    expect(await failing(read(file("locked.xlsx", locked)))).toEqual([
      "data",
      "locked.xlsx is locked by a password; open it and save it without one",
    ]);
    expect(await failing(read(file("page.xls", Buffer.from("<html><table></table></html>"))))).toEqual([
      "data",
      "page.xls is a web page under the name of a workbook; open it and save it as .xlsx",
    ]);
    expect(await failing(read(file("photos.xlsx", zipOf({ "a.jpg": "x" }))))).toEqual([
      "data",
      "photos.xlsx is a zip file but no workbook; take the files out of it",
    ]);
    expect(await failing(read(file("old.xls", locked.subarray(0, 700))))).toEqual(["data", `old.xls ${broken}`]);
  });

  it("when nothing stands on any sheet", async () => {
    expect(await failing(read(file("blank.xlsx", xlsxOf({ rows: "<row r='1'><c r='A1' s='0'/></row>" }))))).toEqual([
      "data",
      "blank.xlsx is empty: nothing stands on any of its sheets",
    ]);
  });
});

it("dates a spreadsheet has read in the wrong order stop the table, whatever the plan declares", async () => {
  // 03/05/2024, 11/12/2023 and 25/12/2024 opened with month first: two dates of other days, and a text.
  const rows =
    header +
    row(2, "P1", '<c r="B2" s="1"><v>45356</v></c>') +
    row(3, "P2", '<c r="B3" s="1"><v>45242</v></c>') +
    row(4, "P3", '<c r="B4" t="inlineStr"><is><t>25/12/2024</t></is></c>');
  const path = file("swapped.xlsx", xlsxOf({ rows, formats: ["mm/dd/yyyy"] }));
  expect((await failing(read(path, { ...days, dateFormat: "dd/mm/yyyy" })))![1]).toContain(
    "a spreadsheet has read some of its dates in another order than they were written in",
  );
  const sound = rows.replace("45356", "45376"); // 2024-03-25: a day over 12 among the dates
  expect((await daysOf(file("sound.xlsx", xlsxOf({ rows: sound, formats: ["mm/dd/yyyy"] })))).days).toEqual([
    "2024-03-25",
    "2023-11-12",
    "2024-12-25",
  ]);
});
