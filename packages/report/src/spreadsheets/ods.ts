import { xmlText } from "../documents/xml-text.ts";
import { zipPackage } from "../documents/zip-package.ts";
import type { Cell, NumberCell } from "./cell.ts";
import { columnName } from "./column-name.ts";
import { cellText, columnWidths } from "./column-widths.ts";
import type { Sheet, SheetTable, Workbook } from "./workbook.ts";

/** A workbook as an OpenDocument spreadsheet (1.3), the same bytes for the same workbook. */
export function odsOf(workbook: Workbook): Uint8Array {
  return zipPackage(
    {
      mimetype: mediaType,
      "content.xml": content(workbook),
      "styles.xml": styles,
      "meta.xml": meta(workbook.title),
      "META-INF/manifest.xml": manifest,
    },
    ["mimetype"],
  );
}

const mediaType = "application/vnd.oasis.opendocument.spreadsheet";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const namespaces = [
  ["office", "office"],
  ["table", "table"],
  ["text", "text"],
  ["style", "style"],
  ["number", "datastyle"],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'office:version="1.3"',
  )
  .join(" ");

function content({ sheets }: Workbook): string {
  const tables = sheets.flatMap((sheet) => (sheet.table === null ? [] : [{ sheet, table: sheet.table }]));
  const widths = new Set(tables.flatMap(({ table }) => columnWidths(table)));
  const formats = new Map(
    tables.flatMap(({ table }) => table.rows.flat().flatMap(numberOf)).map((cell) => [formatName(cell), cell]),
  );
  return `${declaration}<office:document-content ${namespaces}><office:automatic-styles>${[...formats.values()].map(numberStyle).join("")}${[...widths].map(columnStyle).join("")}<style:style style:name="sheet" style:family="table" style:master-page-name="Default"/></office:automatic-styles><office:body><office:spreadsheet>${sheets.map(sheetXml).join("")}<table:database-ranges>${tables.map(({ sheet, table }) => rangeXml(sheet, table)).join("")}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`;
}

function numberOf(cell: Cell): NumberCell[] {
  return typeof cell === "object" && "value" in cell ? [cell] : [];
}

function formatName({ decimals, percent }: NumberCell): string {
  return `${percent ? "percent" : "number"}${decimals}`;
}

function numberStyle(cell: NumberCell): string {
  const [name, { decimals }] = [formatName(cell), cell];
  const digits = `<number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1" number:grouping="true"/>`;
  const format = cell.percent
    ? `<number:percentage-style style:name="format-${name}">${digits}<number:text>%</number:text></number:percentage-style>`
    : `<number:number-style style:name="format-${name}">${digits}</number:number-style>`;
  return `${format}<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="format-${name}"><style:table-cell-properties style:vertical-align="top"/></style:style>`;
}

/** About 2.1 mm a character of Arial 12. */
function columnStyle(characters: number): string {
  return `<style:style style:name="column${characters}" style:family="table-column"><style:table-column-properties style:column-width="${(characters * 2.1).toFixed(1)}mm"/></style:style>`;
}

function sheetXml(sheet: Sheet): string {
  const { name, title, lines, table } = sheet;
  const columns = (table === null ? [20] : columnWidths(table)).map(
    (characters) =>
      `<table:table-column${table === null ? "" : ` table:style-name="column${characters}"`} table:default-cell-style-name="Default"/>`,
  );
  const rows = [
    row(textCell(title, "Title")),
    ...lines.map((line) => row(textCell(line, "Line"))),
    ...(table === null ? [] : tableRows(table)),
  ];
  return `<table:table table:name="${xmlText(name)}" table:style-name="sheet">${columns.join("")}${rows.join("")}</table:table>`;
}

function tableRows({ head, rows }: SheetTable): string[] {
  const header = `<table:table-header-rows>${row(head.map((text) => textCell(text, "Head")).join(""))}</table:table-header-rows>`;
  return [header, ...rows.map((cells) => row(cells.map(cellXml).join("")))];
}

function row(cells: string): string {
  return `<table:table-row>${cells}</table:table-row>`;
}

function cellXml(cell: Cell): string {
  if (typeof cell === "string") return textCell(cell, "Text");
  if ("text" in cell)
    return `<table:table-cell table:style-name="Text" office:value-type="string"><text:p><text:a xlink:type="simple" xlink:href="#${xmlText(`'${cell.sheet}'.A1`)}">${xmlText(cell.text)}</text:a></text:p></table:table-cell>`;
  const type = cell.percent ? "percentage" : "float";
  return `<table:table-cell table:style-name="${formatName(cell)}" office:value-type="${type}" office:value="${cell.value}"><text:p>${cellText(cell)}</text:p></table:table-cell>`;
}

function textCell(text: string, style: string): string {
  return `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${xmlText(text)}</text:p></table:table-cell>`;
}

/** The range is marked as a table with a header, and has no filter buttons. */
function rangeXml({ name, lines }: Sheet, { id, head, rows }: SheetTable): string {
  const first = lines.length + 2;
  const sheet = `'${name}'`;
  const address = `${sheet}.A${first}:${sheet}.${columnName(head.length - 1)}${first + rows.length}`;
  return `<table:database-range table:name="${id}" table:target-range-address="${xmlText(address)}" table:contains-header="true" table:display-filter-buttons="false"/>`;
}

const font = 'style:font-name="Arial" fo:font-family="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"';

function cellStyle(name: string, wrap: boolean, more: string): string {
  return `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"><style:table-cell-properties fo:wrap-option="${wrap ? "wrap" : "no-wrap"}" style:vertical-align="top"/><style:text-properties ${more}/></style:style>`;
}

const styles = `${declaration}<office:document-styles ${namespaces}><office:styles><style:default-style style:family="table-cell"><style:text-properties ${font}/></style:default-style><style:style style:name="Default" style:family="table-cell"><style:text-properties ${font}/></style:style>${cellStyle("Title", false, 'fo:font-size="15pt" fo:font-weight="bold"')}${cellStyle("Line", false, 'fo:font-size="12pt"')}${cellStyle("Head", true, 'fo:font-weight="bold"')}${cellStyle("Text", true, 'fo:font-size="12pt"')}</office:styles><office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" fo:margin="15mm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles></office:document-styles>`;

function meta(title: string): string {
  return `${declaration}<office:document-meta ${namespaces}><office:meta><meta:generator>Likewise</meta:generator><dc:title>${xmlText(title)}</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>`;
}

const manifest = `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mediaType}"/>${["content.xml", "styles.xml", "meta.xml"].map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`).join("")}</manifest:manifest>`;
