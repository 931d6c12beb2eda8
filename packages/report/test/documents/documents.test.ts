import { fontFiles, renderDocuments, renderReport, withTexts } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { betterAndCausal, fixtures } from "../fixtures/studies.ts";
import { elementsNamed, parseXml, textOf } from "./parse-xml.ts";
import { documentPayloads } from "./payloads.ts";
import { partsOf, tablesOfOds, tablesOfWord, tablesOfXlsx } from "./read-documents.ts";
import { tablesOfPage } from "./tables-of-page.ts";

type Files = Awaited<ReturnType<typeof renderDocuments>>;

const bytesOf = (files: Files, path: string) => files[path] as Uint8Array;
const documentsOf = (results: Results) => renderDocuments(withTexts(results), fontFiles());
/** Documents of each fixture, drawn once: drawing is what these tests spend their time on. */
const drawn = new Map<string, ReturnType<typeof documentsOf>>();
function documentsOfFixture(name: string): ReturnType<typeof documentsOf> {
  const files = drawn.get(name) ?? documentsOf(fixtures[name]!());
  drawn.set(name, files);
  return files;
}
/** Numbers in sheets have the sign of a keyboard. */
const withSign = (text: string) => text.replace(/^−(?=[\d.,]+%?$)/, "-");

describe("documents of a report", () => {
  it.each(Object.entries(fixtures))("are the same bytes each time: %s", async (name, make) => {
    const [first, second] = [await documentsOfFixture(name), await documentsOf(make())];
    expect(Object.keys(second)).toEqual(Object.keys(first));
    for (const [path, content] of Object.entries(first))
      expect(Buffer.from(content).equals(Buffer.from(second[path]!)), path).toBe(true);
  });

  it.each(Object.entries(fixtures))(
    "hold every table of the page, cell by cell, in ODS and XLSX alike, and in Word those of what is read: %s",
    async (name, make) => {
      const html = numbersLeftOut(await renderReport(withTexts(make())));
      const page = tablesOf(html);
      const files = await documentsOfFixture(name);
      const filled = page.map(({ caption, cells: [head, ...rows] }) => ({
        caption,
        cells: [head!, ...rows.map((row) => row.map((text) => withSign(text === "" ? "[z]" : text)))],
      }));
      const read = tablesOf(annexesLeftOut(html));
      expect(tablesOfWord(partsOf(bytesOf(files, "report.docx")))).toEqual(read);
      expect(read.length).toBeGreaterThan(2);
      const [ods, xlsx] = [
        tablesOfOds(partsOf(bytesOf(files, "tables.ods"))),
        tablesOfXlsx(partsOf(bytesOf(files, "tables.xlsx"))),
      ];
      expect(ods.map(withoutHead)).toEqual(filled.map(withoutHead));
      expect(xlsx).toEqual(ods);
      expect(Object.keys(files).filter((path) => path.startsWith("tables/"))).toHaveLength(page.length);
    },
  );
});

describe("the Word document", () => {
  it("has headings by their styles in order, none skipped, and the sections of the report", async () => {
    const parts = partsOf(bytesOf(await documentsOf(betterAndCausal()), "report.docx"));
    const paragraphs = elementsNamed(parseXml(parts["word/document.xml"]!), "w:p");
    const levels = paragraphs.flatMap((paragraph) => {
      const style = elementsNamed(paragraph, "w:pStyle")[0]?.attributes["w:val"] ?? "";
      return /^Heading\d$/.test(style) ? [{ level: Number(style.slice(7)), text: textOf(paragraph) }] : [];
    });
    levels.forEach(({ level, text }, index) => {
      expect(level, text).toBeLessThanOrEqual((levels[index - 1]?.level ?? 0) + 1);
    });
    expect(levels.filter(({ level }) => level === 1).map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "Summary",
        "What these results show, and what they do not",
        "Costs and benefits",
        "Sign-off",
      ]),
    );
  });

  it("repeats header rows, counts captions as it numbers them, and describes every picture", async () => {
    const parts = partsOf(bytesOf(await documentsOf(betterAndCausal()), "report.docx"));
    const document = parseXml(parts["word/document.xml"]!);
    const tables = elementsNamed(document, "w:tbl");
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      const [head, ...rows] = elementsNamed(table, "w:tr").map((row) => elementsNamed(row, "w:tblHeader").length);
      expect([head, ...new Set(rows)]).toEqual([1, 0]);
    }
    const numbers = elementsNamed(document, "w:fldSimple").map((field) => [field.attributes["w:instr"], textOf(field)]);
    for (const label of ["Table", "Figure"]) {
      const own = numbers.filter(([instruction]) => instruction!.startsWith(`SEQ ${label} \\* ARABIC`));
      let count = 0;
      for (const [instruction, number] of own) {
        count = Number(/\\r (\d+)$/.exec(instruction!)?.[1] ?? count + 1);
        expect(number).toBe(String(count));
      }
      expect(own.length).toBeGreaterThan(3);
    }
    const pictures = elementsNamed(document, "wp:docPr");
    expect(pictures.length).toBeGreaterThan(3);
    for (const { attributes } of pictures) expect(attributes.descr!.length).toBeGreaterThan(30);
    expect(new Set(pictures.map(({ attributes }) => attributes.id)).size).toBe(pictures.length);
  });

  it("numbers a table as the workbook does, and names each annex it leaves to the workbook, with its worksheets", async () => {
    const files = await documentsOf(betterAndCausal());
    const body = parseXml(partsOf(bytesOf(files, "report.docx"))["word/document.xml"]!);
    const lines = elementsNamed(body, "w:p").map(textOf);
    const titles = elementsNamed(parseXml(partsOf(bytesOf(files, "tables.ods"))["content.xml"]!), "table:table").map(
      (sheet) => textOf(elementsNamed(sheet, "table:table-cell")[0]!),
    );
    const captions = lines.filter((text) => /^Table \d+: /.test(text));
    expect(captions.length).toBeGreaterThan(10);
    for (const caption of captions) expect(titles).toContain(caption);
    const named = lines.flatMap((text) => {
      const [, first, last] = /: tables? (\d+)(?: to (\d+))?$/.exec(text) ?? [];
      return first === undefined ? [] : range(Number(first), Number(last ?? first));
    });
    const held = captions.map((text) => Number(/\d+/.exec(text)![0]));
    const all = titles.filter((text) => /^Table \d+: /.test(text)).map((text) => Number(/\d+/.exec(text)![0]));
    expect([...held, ...named].sort((a, b) => a - b)).toEqual(all);
    expect(named.length).toBeGreaterThan(held.length);
  });

  it("is in British English in Arial 12, has its title, pages that are counted, and no time of its making", async () => {
    const parts = partsOf(bytesOf(await documentsOf(betterAndCausal()), "report.docx"));
    expect(parts["word/styles.xml"]).toMatch(
      /<w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"[^>]*\/>.*?<w:sz w:val="24"\/>.*?<w:lang w:val="en-GB"\/>/,
    );
    expect(parts["docProps/core.xml"]).toContain(`<dc:language>en-GB</dc:language>`);
    expect(parts["docProps/core.xml"]).toContain(betterAndCausal().study.title);
    expect(parts["word/footer1.xml"]).toMatch(/PAGE.*NUMPAGES/s);
    expect(parts["word/document.xml"]).toContain("TOC \\h \\o");
    expect(Object.values(parts).join("")).not.toMatch(/\b20\d\d-\d\d-\d\dT\d\d:/);
  });

  it("says on every page what must be said of it", async () => {
    const results = { ...betterAndCausal(), edition: "working" as const };
    const parts = partsOf(bytesOf(await documentsOf(results), "report.docx"));
    const headers = Object.keys(parts).filter((path) => /^word\/header\d+\.xml$/.test(path));
    expect(headers.length).toBeGreaterThan(0);
    for (const path of headers) expect(parts[path]).toContain("Working edition: exact numbers, not for release");
  });

  it("draws the text of its pictures with the font that comes along, whatever the machine has", async () => {
    const results = withTexts(betterAndCausal());
    const [drawn, bare] = [await renderDocuments(results, fontFiles()), await renderDocuments(results, [])].map(
      (files) => Object.entries(unzipSync(bytesOf(files, "report.docx"))).filter(([path]) => path.endsWith(".png")),
    );
    expect(drawn!.length).toBe(bare!.length);
    // Without a font only the text is missing: a picture with it holds more.
    for (const [index, [path, png]] of drawn!.entries())
      expect(png.length, path).toBeGreaterThan(bare![index]![1].length * 1.2);
  });
});

describe("the workbooks", () => {
  it("have one table a worksheet under a title, from column A, no blank, merged or hidden cell, no filter, unique short names", async () => {
    const files = await documentsOf(betterAndCausal());
    const content = parseXml(partsOf(bytesOf(files, "tables.ods"))["content.xml"]!);
    const sheets = elementsNamed(content, "table:table");
    const names = sheets.map(({ attributes }) => attributes["table:name"]!);
    expect(names.slice(0, 4)).toEqual(["Cover", "Contents", "Notes", "Table 1"]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
    for (const sheet of sheets) {
      for (const cell of elementsNamed(sheet, "table:table-cell")) {
        expect(textOf(cell).trim()).not.toBe("");
        expect(Object.keys(cell.attributes).filter((name) => /span|formula|visibility/.test(name))).toEqual([]);
      }
    }
    const ranges = elementsNamed(content, "table:database-range");
    expect(ranges.length).toBe(sheets.length - 1);
    for (const { attributes } of ranges) {
      expect(attributes["table:contains-header"]).toBe("true");
      expect(attributes["table:display-filter-buttons"]).toBe("false");
    }
    for (const { cells } of tablesOfOds(partsOf(bytesOf(files, "tables.ods"))))
      expect(new Set(cells[0]!.map((name) => name.toLowerCase())).size).toBe(cells[0]!.length);
  });

  it("begin, in ODS, with the uncompressed media type, as readers tell them by it", async () => {
    const ods = Buffer.from(bytesOf(await documentsOf(betterAndCausal()), "tables.ods"));
    expect(ods.subarray(30, 84).toString("latin1")).toBe("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
  });
});

describe("names somebody meant to run or to break a document with", () => {
  it("are at least 100", () => {
    expect(documentPayloads.length).toBeGreaterThanOrEqual(100);
  });

  it.each(Object.keys(fixtures))("stand in valid documents as text and nothing else: %s", async (name) => {
    for (let next = 0; next < documentPayloads.length; ) {
      const files = await documentsOf(
        fixtures[name]!((plain) => `${documentPayloads[next++ % documentPayloads.length]} ${plain}`),
      );
      const word = partsOf(bytesOf(files, "report.docx"));
      expect(word["word/_rels/document.xml.rels"]).not.toMatch(/External/);
      const instructions = elementsNamed(parseXml(word["word/document.xml"]!), "w:instrText").map(textOf);
      for (const instruction of instructions) expect(instruction).toMatch(/^(TOC \\h \\o "1-1"|PAGEREF _Toc\d+ \\h)$/);
      const ods = partsOf(bytesOf(files, "tables.ods"))["content.xml"]!;
      expect(ods).not.toMatch(/table:formula=/);
      for (const link of elementsNamed(parseXml(ods), "text:a"))
        expect(link.attributes["xlink:href"]).toMatch(/^#'Table \d+'\.A1$/);
      const xlsx = partsOf(bytesOf(files, "tables.xlsx"));
      for (const [path, part] of Object.entries(xlsx)) {
        expect(part, path).not.toMatch(/<f[ >]/);
        if (path.endsWith(".rels")) expect(part).not.toMatch(/Target="[a-z]+:|TargetMode/);
        for (const cell of elementsNamed(parseXml(part), "t")) expect(textOf(cell).length).toBeLessThanOrEqual(32_767);
      }
      for (const [path, content] of Object.entries(files)) {
        expect(path).toMatch(/^(report\.docx|tables\.(ods|xlsx)|tables\/[a-z0-9-]+\.csv)$/);
        if (typeof content !== "string") continue;
        for (const cell of cellsOfCsv(content.slice(1)))
          if (!/^-?\d[\d.]*%?$/.test(cell)) expect(cell, path).not.toMatch(/^[=+\-@\t\r\n]/);
      }
    }
  });
});

/** Tables of a page but forms to fill in, which have no number. */
function tablesOf(page: string) {
  return tablesOfPage(page)
    .filter(({ cells }) => !cells.slice(1).every(([, ...rest]) => rest.length > 0 && rest.every((text) => text === "")))
    .map((table) => ({ ...table, caption: table.caption.replace(/^Table \d+[.:] /, "") }));
}

/** The page without the annexes that are looked up and not read. */
function annexesLeftOut(page: string): string {
  const at = page.indexOf('<div class="annexes">');
  const annexes = page
    .slice(at)
    .replace(/<section id="([^"]*)"[\s\S]*?<\/section>/g, (section, id: string) =>
      ["refused", "completion", "definitions", "provenance"].includes(id) ? section : "",
    );
  return page.slice(0, at) + annexes;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The appendix of every number stands on the page alone. */
function numbersLeftOut(page: string): string {
  return page.replace(/<section id="numbers"[\s\S]*?<\/section>/, "");
}

function withoutHead({ caption, cells }: { readonly caption: string; readonly cells: readonly (readonly string[])[] }) {
  return { caption, cells: cells.slice(1) };
}

function cellsOfCsv(text: string): string[] {
  return [...text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,"\r\n]*))/g)].map(([, quoted, bare]) =>
    quoted === undefined ? bare! : quoted.replaceAll('""', '"'),
  );
}
