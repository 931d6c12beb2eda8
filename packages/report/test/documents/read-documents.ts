import { strFromU8, unzipSync } from "fflate";
import { elementsNamed, parseXml, textOf, type XmlElement } from "./parse-xml.ts";

/** A table as a reader of a document has it: header, then rows, every cell as shown. */
export interface ReadTable {
  readonly caption: string;
  readonly cells: readonly (readonly string[])[];
}

/** Parts of a package by their path: XML as text. Every part of XML is parsed, so none is malformed. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {};
  for (const [path, part] of Object.entries(unzipSync(bytes))) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    parts[path] = strFromU8(part);
    parseXml(parts[path]);
  }
  return parts;
}

/** Numbered tables of a Word document; a form to fill in has no number. */
export function tablesOfWord(parts: Readonly<Record<string, string>>): ReadTable[] {
  const body = elementsNamed(parseXml(parts["word/document.xml"]!), "w:body")[0]!;
  const found: ReadTable[] = [];
  let caption = "";
  for (const child of body.children) {
    if (typeof child === "string") continue;
    const style = elementsNamed(child, "w:pStyle")[0]?.attributes["w:val"];
    if (child.name === "w:p" && style === "Caption") caption = textOf(child);
    if (child.name === "w:tbl" && /^Table \d+: /.test(caption))
      found.push({ caption: caption.replace(/^Table \d+: /, ""), cells: rowsOf(child, "w:tr", "w:tc", wordText) });
  }
  return found;
}

/** Text without the instructions of fields. */
function wordText(element: XmlElement): string {
  return elementsNamed(element, "w:t").map(textOf).join("");
}

/** Tables of results of an ODS, cover, contents and notes left out. */
export function tablesOfOds(parts: Readonly<Record<string, string>>): ReadTable[] {
  const content = parseXml(parts["content.xml"]!);
  const sheets = elementsNamed(content, "table:table").filter((sheet) => isTable(sheet.attributes["table:name"]!));
  return sheets.map((sheet) => {
    const rows = rowsOf(sheet, "table:table-row", "table:table-cell", textOf);
    const head = elementsNamed(elementsNamed(sheet, "table:table-header-rows")[0]!, "table:table-row")[0]!;
    const first = elementsNamed(sheet, "table:table-row").indexOf(head);
    return { caption: rows[0]![0]!.replace(/^Table \d+: /, ""), cells: rows.slice(first) };
  });
}

/** Tables of results of an XLSX, numbers in the format of their cell. */
export function tablesOfXlsx(parts: Readonly<Record<string, string>>): ReadTable[] {
  const names = elementsNamed(parseXml(parts["xl/workbook.xml"]!), "sheet").map(({ attributes }) => attributes.name!);
  const styles = parseXml(parts["xl/styles.xml"]!);
  const codes = new Map(elementsNamed(styles, "numFmt").map(({ attributes: a }) => [a.numFmtId!, a.formatCode!]));
  const formats = elementsNamed(elementsNamed(styles, "cellXfs")[0]!, "xf").map((one) =>
    codes.get(one.attributes.numFmtId!),
  );
  const shown = (cell: XmlElement) => {
    const code = formats[Number(cell.attributes.s)];
    return code === undefined || cell.attributes.t === "inlineStr"
      ? textOf(cell)
      : inFormat(Number(textOf(cell)), code);
  };
  return names.flatMap((name, index) => {
    if (!isTable(name)) return [];
    const sheet = parseXml(parts[`xl/worksheets/sheet${index + 1}.xml`]!);
    const range = parseXml(parts[`xl/tables/table${index + 1}.xml`]!).attributes.ref!;
    const rows = rowsOf(sheet, "row", "c", shown);
    const first = Number(/\d+/.exec(range)![0]);
    return [{ caption: rows[0]![0]!.replace(/^Table \d+: /, ""), cells: rows.slice(first - 1) }];
  });
}

function isTable(name: string): boolean {
  return /^Table \d+$/.test(name);
}

function rowsOf(table: XmlElement, row: string, cell: string, text: (cell: XmlElement) => string): string[][] {
  return elementsNamed(table, row).map((one) => elementsNamed(one, cell).map(text));
}

function inFormat(value: number, code: string): string {
  const decimals = (/\.(0+)/.exec(code) ?? ["", ""])[1]!.length;
  const [whole, fraction] = (code.endsWith("%") ? Number(`${value}e2`) : value).toFixed(decimals).split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${grouped}${fraction === undefined ? "" : `.${fraction}`}${code.endsWith("%") ? "%" : ""}`;
}
