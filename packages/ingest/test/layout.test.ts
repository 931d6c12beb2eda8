import { gzipSync } from "node:zlib";
import { describeFile, readFlatFile } from "@likewise/ingest";
import { cell, type TableSource } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { briefly, ingest, withFolder } from "./study-folder.ts";

type Format = NonNullable<TableSource["format"]>;

const describing = (content: string | Buffer, format?: Format, name = "x.csv") =>
  withFolder({ [name]: content }, (folder) => describeFile({ file: `${folder}/${name}`, format }));

/** Ids used and reasons of the others, of a table with an id column. */
const reading = async (content: string | Buffer, format?: Format) => {
  const { tables, accounts, rejected, assumptions } = await ingest(
    { "people.csv": content },
    { people: { files: ["people.csv"], columns: { person: "id" }, ...(format && { format }) } },
  );
  const { rowsIn, rowsUsed, rowsRejected } = accounts[0]!;
  expect(Number(rowsUsed) + Number(rowsRejected)).toBe(rowsIn);
  return {
    ids: tables.people!.columns.person!.values,
    reasons: accounts[0]!.reasons.map(({ code, rows }) => `${code} ${rows}`),
    lines: rejected.flatMap(({ rows }) => rows.map(({ line }) => line)),
    assumptions,
  };
};

const stopping = (content: string | Buffer, format?: Format) =>
  reading(content, format).then(
    () => null,
    (error: Error & { kind?: string }) => [error.kind, error.message],
  );

describe("a header", () => {
  const headerOf = async (content: string, format?: Format) => {
    const { headerIndex, headerRecords, header } = await describing(content, format);
    return [headerIndex, headerRecords.length, header];
  };

  it("stands in the first row, though a column has no name or a row has more cells", async () => {
    expect(await headerOf(",area,days\nP1,North,3\nP2,South,4\n")).toEqual([0, 1, ["", "area", "days"]]);
    expect(await headerOf("id,area\nP1,North,x,y\nP2,South\n")).toEqual([0, 1, ["id", "area"]]);
    expect(await headerOf("id,id,area\n1,2,x\n")).toEqual([0, 1, ["id", "id", "area"]]);
  });

  it("stands below a title block, whether that is padded with delimiters or not", async () => {
    expect(await headerOf("People in custody\n\nid,area,days\nP1,North,3\n")).toEqual([2, 1, ["id", "area", "days"]]);
    expect(await headerOf("People,,\n,,\nid,area,days\nP1,North,3\n")).toEqual([2, 1, ["id", "area", "days"]]);
    const keyed = "Report,Custody,,\nPeriod,March,,\n,,,\nid,area,days,n\nP1,North,3,4\nP2,South,4,5\n";
    expect(await headerOf(keyed)).toEqual([3, 1, ["id", "area", "days", "n"]]);
  });

  it("is joined from the rows it is stacked in, merged cells carried right", async () => {
    const stacked = ",,Before,,After,\nid,area,score,band,score,band\n1,North,3,x,4,y\n2,South,5,x,6,z\n";
    expect(await headerOf(stacked)).toEqual([
      0,
      2,
      ["id", "area", "Before score", "Before band", "After score", "After band"],
    ]);
    const below = "id,Costs,,Staff\n,Pay,Other,Heads\n1,10,20,3\n2,30,40,5\n";
    expect(await headerOf(below)).toEqual([0, 2, ["id", "Costs Pay", "Costs Other", "Staff Heads"]]);
    expect(await headerOf(below, { headerRow: 1, headerRows: 1 })).toEqual([0, 1, ["id", "Costs", "", "Staff"]]);
  });

  it("is where the plan says, and what the plan says is no assumption", async () => {
    const content = "a,b\nid,area\nP1,x\n";
    const { headerIndex, assumptions } = await describing(content, {
      headerRow: 2,
      delimiter: ",",
      encoding: "utf-8",
    });
    expect([headerIndex, assumptions]).toEqual([1, []]);
    expect(await stopping("id\nP1\n", { headerRow: 1, headerRows: 5 })).toEqual([
      "data",
      "people.csv has no row 5, where the plan says the header is",
    ]);
  });

  it("of two columns that differ in spaces is meant as it is written; line breaks in it are spaces", async () => {
    const content = 'id,Total ,Total,"Full-time\nequivalent"\n1,3,4,5\n';
    await withFolder({ "x.csv": content }, async (folder) => {
      const read = async (column: string) => {
        const { columns } = await readFlatFile({ file: `${folder}/x.csv`, columns: [column] });
        return cell(columns.columns[column]!, 0);
      };
      expect(await read("Total ")).toBe(3);
      expect(await read("Full-time equivalent")).toBe(5);
      await expect(read("Total")).rejects.toThrow('two columns are headed "Total"; rename one');
    });
  });
});

describe("rows below the header that are no data are set aside, kept and counted", () => {
  it("the header again, as on the pages of a print", async () => {
    const { ids, reasons, lines } = await reading("id,area\nP1,x\nid,area\nP2,y\n\nid,area\nP3,z\n");
    expect([ids, reasons, lines]).toEqual([
      ["P1", "P2", "P3"],
      ["blank_row 1", "repeated_header 2"],
      [3, 5, 6],
    ]);
  });

  it("each record of a stacked header again", async () => {
    const header = ",Before,After\nid,score,score\n";
    const { ids, reasons } = await reading(`${header}1,3,4\n${header}2,5,6\n`);
    expect([ids, reasons]).toEqual([["1", "2"], ["repeated_header 2"]]);
  });

  const footers: Record<string, string> = {
    "a count of records": "Total records: 3",
    "a count of records in two cells": "Number of records,3",
    "a count as a database prints it": "(3 rows affected)",
    "a mark of the end": "*** End of report ***",
    "a note": "Note: figures are provisional",
    "a source": "Source: custody system,,,",
    "a time of printing": "Printed on 14/03/2024",
    "a long note below a blank row": "\nAll people listed here were recorded by the custody system,,,",
    "a total that is the sum": "Total,,,24",
    "a total that is the number of rows": "Total,3,,",
    "a grand total beside other words": "Grand Total,all,of them,24",
    "a total, a blank row and a note": "Total,,,24\n,,,\n* counted by hand,,,",
  };
  for (const [name, footer] of Object.entries(footers)) {
    it(`${name} is a footer`, async () => {
      const { ids, reasons, assumptions } = await reading(
        `id,area,sex,days\nP1,x,F,7\nP2,y,M,8\nP3,z,M,9\n${footer}\n`,
      );
      expect(ids).toEqual(["P1", "P2", "P3"]);
      expect(reasons.filter((reason) => !/^(blank_row|footer_row)/.test(reason))).toEqual([]);
      expect(assumptions.some(({ what }) => what === "footerRows")).toBe(true);
    });
  }

  const rowsOfData: Record<string, string> = {
    "a total that is no sum": "Total,all,both,25",
    "an id that begins with the word": "Totaliser,x,F,3",
    "a last row with blanks": "P4,,,",
    "a name of an area": "Notes Lane,x,M,4",
    "a sub-total between rows": "Subtotal,,,24\nP5,x,F,1",
    "a row after a blank row": "\nP4,x,F,2",
    "a short id after a blank row": "\nP4,,,",
  };
  for (const [name, last] of Object.entries(rowsOfData)) {
    it(`${name} stays a row of data`, async () => {
      const { reasons } = await reading(`id,area,sex,days\nP1,x,F,7\nP2,y,M,8\nP3,z,M,9\n${last}\n`);
      expect(reasons.filter((reason) => reason.startsWith("footer_row"))).toEqual([]);
    });
  }

  it("a last row that sums up the others by its first word is data, and that is said", async () => {
    for (const first of ["Total", "Mean", "Average:", "Sub-total", "Grand Total", "Std. dev.", "Total: 3"]) {
      const { ids, assumptions } = await reading(
        `id,area,sex,days\nP1,x,F,7\nP2,y,M,8\nTotal,x,x,15\n${first},x,x,7.5\n`,
      );
      expect([first, ids.at(-1)]).toEqual([first, first]);
      expect(assumptions.find(({ what }) => what === "footerRows")?.value).toBe("0");
    }
    const { assumptions } = await reading("id,area,sex,days\nP1,x,F,7\nMeanwood,y,M,8\n");
    expect(assumptions.some(({ what }) => what === "footerRows")).toBe(false);
  });

  it("what the plan says is a footer, and no more", async () => {
    const content = "id,days\nP1,1\nP2,2\nP3,3\nTotal,6\n,\n";
    expect((await reading(content)).ids).toEqual(["P1", "P2", "P3"]);
    expect((await reading(content, { footerRows: 0 })).ids).toEqual(["P1", "P2", "P3", "Total"]);
    expect((await reading(content, { footerRows: 2 })).ids).toEqual(["P1", "P2"]);
    expect(await reading(content, { lastRow: 2 })).toMatchObject({
      ids: ["P1"],
      reasons: ["blank_row 1", "footer_row 3"],
    });
    expect((await reading(content, { lastRow: 5, footerRows: 1 })).ids).toEqual(["P1", "P2", "P3"]);
  });

  it("a further table, which a plan can read instead", async () => {
    const content = "id,days\nP1,1\nP2,2\n\nLeavers\nref,why\nP1,moved\nP9,left\n\nAreas\nid,beds\nN,3\n";
    const { ids, reasons, assumptions } = await reading(content);
    expect([ids, reasons]).toEqual([
      ["P1", "P2"],
      ["blank_row 2", "other_table 7"],
    ]);
    expect(assumptions.find(({ what }) => what === "lastRow")).toEqual({
      what: "lastRow",
      value: "4",
      evidence: "people.csv: another table with its own header begins in row 5; it is not read",
      fix: "data.tables.people.format.lastRow: 4",
    });
    expect((await reading(content, { headerRow: 11 })).ids).toEqual(["N"]);
  });

  it("a further table with a blank row between its title and its header", async () => {
    const { ids, reasons } = await reading("One\nid,days\nP1,1\n\nTwo\n\nid,days\nP9,2\n");
    expect([ids, reasons]).toEqual([["P1"], ["blank_row 2", "other_table 3"]]);
  });

  it("the header again under its title is a page, not a further table", async () => {
    const { ids, reasons } = await reading("One\nid,days\nP1,1\n\nOne\nid,days\nP9,2\n");
    expect(ids).toEqual(["P1", "P9"]);
    expect(reasons).toEqual(["blank_row 1", "repeated_header 2"]);
    const paged = (page: number) => `Custody at 0${page}:15,,\nPage ${page} of 2,,\nid,days,n\nP${page},1,2\n`;
    const printed = await reading(`${paged(1)},,\n${paged(2)}`);
    expect(printed.ids).toEqual(["P1", "P2"]);
    expect(printed.reasons).toEqual(["blank_row 1", "repeated_header 3"]);
  });

  it("no assumption holds the value of a cell below the header", async () => {
    const content = "Zorro\nid,days\nQuux,1\nid,days\nBlah,2\nTotal,3\n\nFrob\nid,beds\nXyzzy,3\n";
    const { assumptions } = await reading(content);
    expect(assumptions.length).toBeGreaterThan(4);
    expect(JSON.stringify(assumptions)).not.toMatch(/Zorro|Quux|Blah|Frob|Xyzzy/);
  });
});

describe("blanks that repeat the cell above", () => {
  const content = "area,id,n\nNorth,P1,1\n,P2,2\n,P3,3\nSouth,P4,4\n,P5,x,y\n,,\n,P6,6\n";

  it("are filled where the plan says so, and kept as received in rejected rows", async () => {
    const { tables, rejected } = await ingest(
      { "people.csv": content },
      { people: { files: ["people.csv"], format: { fillDown: ["area"] }, columns: { person: "id", area: "area" } } },
    );
    const area = tables.people!.columns.area!;
    expect(Array.from({ length: 5 }, (_, row) => cell(area, row))).toEqual([
      "North",
      "North",
      "North",
      "South",
      "South",
    ]);
    expect(rejected[0]!.rows.map(({ cells, reasons }) => [cells, reasons])).toEqual([
      [["", "P5", "x", "y"], ["too_many_cells"]],
      [["", "", ""], ["blank_row"]],
    ]);
  });

  it("are left alone where it does not, and offered", async () => {
    const { tables } = await ingest(
      { "people.csv": content },
      { people: { files: ["people.csv"], columns: { person: "id", area: "area" } } },
    );
    expect(cell(tables.people!.columns.area!, 1)).toBe(null);
    expect((await describing(content)).fillDownCandidates).toEqual(["area"]);
    expect((await describing("id,area\n1,x\n2,\n3,x\n4,x\n")).fillDownCandidates).toEqual([]);
  });

  it("are not looked for in a column that is not there", async () => {
    expect(await stopping(content, { fillDown: ["region"] })).toEqual([
      "usage",
      'people.csv has no column "region", named in format.fillDown',
    ]);
  });
});

describe("bytes", () => {
  it("UTF-16 without a byte-order mark is known by its null bytes", async () => {
    const text = "id,area\nP1,Łódź\nP2,Côte\n";
    for (const [encoding, bytes] of [
      ["utf-16le", Buffer.from(text, "utf16le")],
      ["utf-16be", Buffer.from(text, "utf16le").swap16()],
    ] as const) {
      expect((await describing(bytes)).encoding).toBe(encoding);
      expect((await reading(bytes)).ids).toEqual(["P1", "P2"]);
    }
    expect(await stopping(Buffer.from(`\ufeff${text}`, "utf16le").subarray(0, -1))).toEqual([
      "data",
      "people.csv was cut off: it is UTF-16 and ends in half a letter",
    ]);
  });

  it("null bytes in other text stop the run", async () => {
    const message = "people.csv is not text: it holds null bytes (if it is UTF-16, say so in format.encoding)";
    expect(await stopping("id,area\nP1,a\0b\n")).toEqual(["data", message]);
    expect(await stopping(Buffer.from("\ufeffid\nP1\0\n", "utf16le"))).toEqual(["data", message]);
  });

  it("a byte-order mark outweighs the plan, and that is said; a wrong one is not read past", async () => {
    const { assumptions, ids } = await reading("\ufeffid\nP1\n", { encoding: "windows-1252" });
    expect(ids).toEqual(["P1"]);
    expect(assumptions[0]!.evidence).toBe("people.csv: its byte-order mark, though the plan says windows-1252");
    const wrong = Buffer.concat([Buffer.from("\ufeffid\n"), Buffer.from([0x50, 0xa3, 0x0a])]);
    expect((await stopping(wrong))![1]).toMatch(/byte-order mark of UTF-8, and bytes that are not UTF-8/);
    expect((await reading(wrong, { encoding: "windows-1252" })).ids).toEqual(["P£"]);
  });

  it("byte-order marks within a file, as where files were joined, are no part of a cell", async () => {
    const { ids, reasons } = await reading('\ufeffid,area\nP1,x\n\ufeffid,area\n\ufeff"P2",y\n');
    expect([ids, reasons]).toEqual([["P1", "P2"], ["repeated_header 1"]]);
    const quoted = await ingest(
      { "people.csv": 'id,area\nP1,"a\n\ufeffb"\n\ufeffP2,c\n' },
      { people: { files: ["people.csv"], columns: { person: "id", area: "area" } } },
    );
    expect(quoted.rejected[0]!.rows[0]!.cells).toEqual(["P1", "a\n\ufeffb"]);
  });

  it("gzip is read through, by its bytes whatever its name", async () => {
    const text = "id\tarea\nP1\tx\nP2\ty\n";
    expect((await reading(gzipSync(text))).ids).toEqual(["P1", "P2"]);
    expect(await describing(gzipSync("id\nP1\n"), undefined, "x.tsv.gz")).toMatchObject({
      delimiter: "\t",
      records: 2,
    });
    const halves = Buffer.concat([gzipSync("id,area\nP1,x\n"), gzipSync("P2,y\n")]);
    expect((await reading(halves)).ids).toEqual(["P1", "P2"]);
    expect(await stopping(gzipSync(text).subarray(0, 20))).toEqual([
      "data",
      "people.csv is a gzip file that cannot be expanded; it is damaged or was cut off",
    ]);
  });

  it("gzip that expands beyond bounds is not expanded", async () => {
    const part = gzipSync(Buffer.alloc(2 ** 24, "a"));
    expect(await stopping(Buffer.concat(Array.from({ length: 26 }, () => part)))).toEqual([
      "data",
      "people.csv expands to more than 400 MB; split it, a table may list several files",
    ]);
  });

  it("a cell of a million letters is one cell", async () => {
    const { records, recordWidths } = await describing(`id,area\nP1,"${"long, ".repeat(175_000)}"\nP2,x\n`);
    expect([records, recordWidths]).toEqual([3, [2]]);
  });
});

describe("a delimiter", () => {
  const delimiterOf = async (content: string, name?: string) => {
    const { delimiter, columns } = await describing(content, undefined, name);
    return [delimiter, columns];
  };

  it("is the one that splits records alike, and the usual one in doubt", async () => {
    expect(await delimiterOf("a;b\n1,5;2,5\n3,25;4,75\n")).toEqual([";", 2]);
    expect(await delimiterOf("a|b|c\n1|x, y|2\n3|z|4\n")).toEqual(["|", 3]);
    expect(await delimiterOf('a,b\n"x;y",1\n"z;w",2\n')).toEqual([",", 2]);
    expect(await delimiterOf("a^b\n1^2\n3^4\n")).toEqual(["^", 2]);
    expect(await delimiterOf("times\n10:30\n11:45\n")).toEqual([",", 1]);
    expect(await delimiterOf("a\n1\n2\n", "x.tsv")).toEqual(["\t", 1]);
    expect(await delimiterOf("a,b\n1,2\n", "x.tsv")).toEqual([",", 2]);
  });

  it("is stated in a first line as Excel writes it, which is no header", async () => {
    const { delimiter, headerIndex, header } = await describing("sep=~\r\nid~area\r\nP1~x\r\n");
    expect([delimiter, headerIndex, header]).toEqual(["~", 1, ["id", "area"]]);
  });

  it("or a quote that cannot be one is a mistake of the plan", async () => {
    for (const format of [{ delimiter: "\n" }, { quote: "''" }, { delimiter: "'", quote: "'" }]) {
      expect((await stopping("id\nP1\n", format))![0]).toBe("usage");
    }
    expect((await reading("id,area\nP1,it's\nP2,'\"'\n", { quote: "'" })).ids).toEqual(["P1", "P2"]);
  });
});

it("lines are counted as an editor counts them, though records end in other ways than lines in a cell", async () => {
  const { lines } = await reading('id,area\r\nid,area\r\nP1,"two\nlines"\r\nid,area\r\nP2,y');
  expect(lines).toEqual([2, 5]);
});

it("one column is a table, with blank lines as rows", async () => {
  const { ids, reasons } = await reading("id\nP1\n\nP2\n");
  expect([ids, reasons]).toEqual([["P1", "P2"], ["blank_row 1"]]);
});

it("the issue of a row taken out by the layout names its row and no cell", async () => {
  const { issues } = await ingest(
    { "people.csv": "id,area\nP1,x\nid,area\nEnd of report\n" },
    { people: { files: ["people.csv"], columns: { person: "id" } } },
  );
  expect(briefly(issues)).toEqual(["repeated_header people 2 -", "footer_row people 3 -"]);
});
