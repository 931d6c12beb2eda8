import { localName, scanXml } from "./scan-xml.ts";
import { type CellRange, type Sheet, sheetBuilder, uncalculated } from "./sheet.ts";
import type { ZipParts } from "./zip-parts.ts";

/**
 * The sheets of an .xlsx or .xlsm file, in their order: values as stored, formulas by the result last stored.
 *
 * @source ECMA-376 part 1, sections 18.2 (workbook), 18.3 (sheets), 18.4 (shared strings) and 18.8 (styles)
 */
export function xlsxSheets(zip: ZipParts, shown: string): readonly Sheet[] {
  const workbook = workbookPart(zip.names)!.slice("xl/".length);
  const { sheets, from1904 } = workbookOf(textOf(zip, `xl/${workbook}`));
  const targets = targetsOf(textOf(zip, `xl/_rels/${workbook}.rels`));
  const strings = sharedStringsOf(textOf(zip, targets.byType.get("sharedStrings") ?? "xl/sharedStrings.xml"));
  const formats = cellFormatsOf(textOf(zip, targets.byType.get("styles") ?? "xl/styles.xml"));
  return sheets.flatMap(({ name, hidden, relation }) => {
    const target = targets.byId.get(relation);
    // Charts on a sheet of their own, and macros, are not tables.
    if (target?.type !== "worksheet") return [];
    return [sheetOf(textOf(zip, target.part), shown, { name, hidden, from1904 }, strings, formats)];
  });
}

/** The part that lists the sheets; some programs number it. Null in a file that is no such workbook. */
export function workbookPart(names: readonly string[]): string | null {
  return names.find((name) => /^xl\/workbook\d*\.xml$/.test(name)) ?? null;
}

function textOf(zip: ZipParts, name: string): string {
  const bytes = zip.part(name);
  if (bytes === null) return "";
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? "utf-16le" : "utf-8").decode(bytes);
}

interface NamedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

function workbookOf(xml: string): { readonly sheets: readonly NamedSheet[]; readonly from1904: boolean } {
  const sheets: NamedSheet[] = [];
  let from1904 = false;
  scanXml(xml, {
    open: (tag, attributes) => {
      if (localName(tag) === "workbookPr") from1904 = isTrue(attributes.get("date1904"));
      if (localName(tag) !== "sheet") return;
      const relation = [...attributes].find(([name]) => name.includes(":") && localName(name) === "id")?.[1] ?? "";
      const state = attributes.get("state") ?? "visible";
      sheets.push({ name: attributes.get("name") ?? "", hidden: state !== "visible", relation });
    },
    close: ignore,
    text: ignore,
  });
  return { sheets, from1904 };
}

interface Targets {
  readonly byId: ReadonlyMap<string, { readonly part: string; readonly type: string }>;
  /** By the last word of the type, which standard and strict files share. */
  readonly byType: ReadonlyMap<string, string>;
}

function targetsOf(xml: string): Targets {
  const byId = new Map<string, { part: string; type: string }>();
  const byType = new Map<string, string>();
  scanXml(xml, {
    open: (tag, attributes) => {
      if (localName(tag) !== "Relationship") return;
      const target = attributes.get("Target") ?? "";
      const part = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
      const type = (attributes.get("Type") ?? "").split("/").at(-1)!;
      byId.set(attributes.get("Id") ?? "", { part, type });
      byType.set(type, part);
    },
    close: ignore,
    text: ignore,
  });
  return { byId, byType };
}

/** Texts of all runs of a string; how a reader is to pronounce it (`rPh`) is not part of it. */
function sharedStringsOf(xml: string): readonly string[] {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let inPhonetic = false;
  scanXml(xml, {
    open: (tag) => {
      const name = localName(tag);
      if (name === "si") current = "";
      else if (name === "t") inText = !inPhonetic;
      else if (name === "rPh") inPhonetic = true;
    },
    close: (tag) => {
      const name = localName(tag);
      if (name === "si") strings.push(unescaped(current));
      else if (name === "t") inText = false;
      else if (name === "rPh") inPhonetic = false;
    },
    text: (text) => {
      if (inText) current += text;
    },
  });
  return strings;
}

/** Characters XML cannot hold are written _x000D_. */
function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The number format of each cell style, in the order cells refer to them by. */
function cellFormatsOf(xml: string): readonly string[] {
  const own = new Map<string, string>();
  const formats: string[] = [];
  let inCellFormats = false;
  scanXml(xml, {
    open: (tag, attributes) => {
      const name = localName(tag);
      if (name === "numFmt") own.set(attributes.get("numFmtId") ?? "", attributes.get("formatCode") ?? "");
      else if (name === "cellXfs") inCellFormats = true;
      else if (name === "xf" && inCellFormats) formats.push(attributes.get("numFmtId") ?? "0");
    },
    close: (tag) => {
      if (localName(tag) === "cellXfs") inCellFormats = false;
    },
    text: ignore,
  });
  return formats.map((id) => own.get(id) ?? builtInFormats[id] ?? "General");
}

/** The formats a file need not spell out, as far as they change what a number means. */
const builtInFormats: Readonly<Record<string, string>> = {
  ...byNumber([9, 10], "0%"),
  ...byNumber([14, 15, 16, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58], "dd/mm/yyyy"),
  ...byNumber([17], "mmm-yy"),
  ...byNumber([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56], "h:mm:ss"),
  ...byNumber([22], "dd/mm/yyyy h:mm"),
  ...byNumber([46], "[h]:mm:ss"),
};

function byNumber(ids: readonly number[], format: string): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [String(id), format]));
}

function sheetOf(
  xml: string,
  shown: string,
  about: { readonly name: string; readonly hidden: boolean; readonly from1904: boolean },
  strings: readonly string[],
  formats: readonly string[],
): Sheet {
  const sheet = sheetBuilder(shown, about);
  let row = -1;
  let column = -1;
  let cell = { type: "n", format: "General", formula: false };
  let value: string | null = null;
  let inline = "";
  let within: "value" | "inline" | null = null;
  let inPhonetic = false;
  scanXml(xml, {
    open: (tag, attributes) => {
      switch (localName(tag)) {
        case "row":
          row = attributes.has("r") ? Number(attributes.get("r")) - 1 : row + 1;
          column = -1;
          if (isTrue(attributes.get("hidden"))) sheet.hideRow(row);
          break;
        case "c":
          column = attributes.has("r") ? columnOf(attributes.get("r")!) : column + 1;
          cell = {
            type: attributes.get("t") ?? "n",
            format: formats[Number(attributes.get("s") ?? "0")] ?? "General",
            formula: false,
          };
          value = null;
          inline = "";
          break;
        case "f":
          cell.formula = true;
          break;
        case "v":
          value = "";
          within = "value";
          break;
        case "t":
          within = inPhonetic ? null : "inline";
          break;
        case "rPh":
          inPhonetic = true;
          break;
        case "col":
          if (isTrue(attributes.get("hidden"))) {
            sheet.hideColumns(Number(attributes.get("min")) - 1, Number(attributes.get("max")) - 1);
          }
          break;
        case "mergeCell": {
          const range = rangeOf(attributes.get("ref") ?? "");
          if (range !== null) sheet.merge(range);
        }
      }
    },
    close: (tag) => {
      const name = localName(tag);
      if (name === "v" || name === "t") within = null;
      else if (name === "rPh") inPhonetic = false;
      else if (name === "c") {
        if (cell.type === "inlineStr") sheet.setText(row, column, unescaped(inline));
        else if (value !== null && value !== "") setValue(value);
        // A formula whose text result is empty has been worked out; one without any result has not.
        else if (cell.formula && cell.type !== "str") sheet.setText(row, column, uncalculated);
      }
    },
    text: (text) => {
      if (within === "value") value += text;
      else if (within === "inline") inline += text;
    },
  });
  return sheet.built();

  function setValue(text: string): void {
    if (cell.type === "n") {
      const number = Number(text);
      if (Number.isNaN(number)) throw new SyntaxError("xlsxSheets: a cell of a number must hold one");
      sheet.setNumber(row, column, number, cell.format);
    } else if (cell.type === "s") {
      const string = strings[Number(text)];
      if (string === undefined) throw new SyntaxError("xlsxSheets: a cell must refer to a string there is");
      sheet.setText(row, column, string);
    } else if (cell.type === "b") sheet.setText(row, column, isTrue(text) ? "true" : "false");
    else if (cell.type === "d") sheet.setDate(row, column, text.replace(/T00:00:00(\.0+)?Z?$/, ""));
    else sheet.setText(row, column, cell.type === "str" ? unescaped(text) : text);
  }
}

/** Column of a reference such as BC12, 0 for A. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A range such as B2:D9, or A4:H with its last row left open; null for anything else. */
export function rangeOf(reference: string): CellRange | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d*))?$/.exec(reference);
  if (match === null) return null;
  const [, left, top, right, bottom] = match;
  const openEnded = right !== undefined && bottom === "";
  return {
    top: Number(top) - 1,
    left: columnOf(left!),
    bottom: openEnded ? Number.POSITIVE_INFINITY : Number(bottom ?? top) - 1,
    right: columnOf(right ?? left!),
  };
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true" || text === "on";
}

function ignore(): void {}
