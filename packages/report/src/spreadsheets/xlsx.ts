import { legalXml, xmlText } from "../documents/xml-text.ts";
import { zipPackage } from "../documents/zip-package.ts";
import type { Cell } from "./cell.ts";
import { columnName } from "./column-name.ts";
import { cellText, columnWidths, linesIn } from "./column-widths.ts";
import type { Sheet, SheetTable, Workbook } from "./workbook.ts";

/** A workbook as Office Open XML (`.xlsx`), the same bytes for the same workbook. */
export function xlsxOf(workbook: Workbook): Uint8Array {
  const { sheets, title } = workbook;
  const formats = numberFormats(sheets);
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(sheets),
    "_rels/.rels": relations([
      ["officeDocument", "xl/workbook.xml"],
      ["metadata/core-properties", "docProps/core.xml"],
      ["extended-properties", "docProps/app.xml"],
    ]),
    "docProps/core.xml": `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Likewise</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>`,
    "docProps/app.xml": `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Likewise</Application></Properties>`,
    "xl/workbook.xml": `${declaration}<workbook ${main} ${relationship}><sheets>${sheets.map(({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": styles(formats),
  };
  sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, formats);
    if (sheet.table === null) return;
    parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relations([["table", `../tables/table${index + 1}.xml`]]);
    parts[`xl/tables/table${index + 1}.xml`] = tableXml(sheet, sheet.table, index + 1);
  });
  return zipPackage(parts);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const schemas = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationship = `xmlns:r="${schemas}"`;

function relations(targets: readonly (readonly [string, string])[]): string {
  const typeOf = (type: string) =>
    type.startsWith("metadata/")
      ? `http://schemas.openxmlformats.org/package/2006/relationships/${type}`
      : `${schemas}/${type}`;
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${typeOf(type)}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join("")}</Relationships>`;
}

function contentTypes(sheets: readonly Sheet[]): string {
  const office = "application/vnd.openxmlformats-officedocument";
  const parts = [
    ["/xl/workbook.xml", `${office}.spreadsheetml.sheet.main+xml`],
    ["/xl/styles.xml", `${office}.spreadsheetml.styles+xml`],
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ["/docProps/app.xml", `${office}.extended-properties+xml`],
    ...sheets.flatMap(({ table }, index) => [
      [`/xl/worksheets/sheet${index + 1}.xml`, `${office}.spreadsheetml.worksheet+xml`],
      ...(table === null ? [] : [[`/xl/tables/table${index + 1}.xml`, `${office}.spreadsheetml.table+xml`]]),
    ]),
  ];
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join("")}</Types>`;
}

/** Places of the cell formats of `styles.xml`; those of numbers follow. */
const formatAt = { text: 1, title: 2, head: 3, line: 4, link: 5, headOfNumbers: 6 } as const;

/** Every way a number is written in these sheets, and the place of its cell format. */
function numberFormats(sheets: readonly Sheet[]): ReadonlyMap<string, number> {
  const codes = new Set<string>();
  for (const cell of sheets.flatMap(({ table }) => table?.rows.flat() ?? []))
    if (typeof cell === "object" && "value" in cell) codes.add(codeOf(cell));
  return new Map([...codes].sort().map((code, index) => [code, Object.keys(formatAt).length + 1 + index]));
}

function codeOf({ decimals, percent }: { readonly decimals: number; readonly percent: boolean }): string {
  return `#,##0${decimals === 0 ? "" : `.${"0".repeat(decimals)}`}${percent ? "%" : ""}`;
}

function styles(formats: ReadonlyMap<string, number>): string {
  const codes = [...formats.keys()];
  const firstCode = 164;
  const fonts = [
    '<sz val="12"/><name val="Arial"/>',
    '<b/><sz val="15"/><name val="Arial"/>',
    '<b/><sz val="12"/><name val="Arial"/>',
    '<u/><sz val="12"/><color rgb="FF1A65A6"/><name val="Arial"/>',
  ];
  const format = (font: number, wrap: boolean, code = 0, right = code !== 0) =>
    `<xf numFmtId="${code}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"${code === 0 ? "" : ' applyNumberFormat="1"'}><alignment vertical="top"${right ? ' horizontal="right" indent="1"' : ""}${wrap ? ' wrapText="1"' : ""}/></xf>`;
  const cells = [
    format(0, false),
    format(0, true),
    format(1, false),
    format(2, true),
    format(0, false),
    format(3, true),
    format(2, true, 0, true),
    ...codes.map((_, index) => format(0, false, firstCode + index)),
  ];
  return `${declaration}<styleSheet ${main}>${codes.length === 0 ? "" : `<numFmts count="${codes.length}">${codes.map((code, index) => `<numFmt numFmtId="${firstCode + index}" formatCode="${code}"/>`).join("")}</numFmts>`}<fonts count="${fonts.length}">${fonts.map((one) => `<font>${one}</font>`).join("")}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function sheetXml({ title, lines, table }: Sheet, formats: ReadonlyMap<string, number>): string {
  const texts = [textCell("A1", title, formatAt.title)];
  lines.forEach((line, index) => {
    texts.push(textCell(`A${index + 2}`, line, formatAt.line));
  });
  const rows = texts.map(
    (cell, index) => `<row r="${index + 1}" ${height(1, index === 0 ? titleHeight : lineHeight)}>${cell}</row>`,
  );
  const columns = table === null ? "" : `<cols>${columnWidths(table).map(columnXml).join("")}</cols>`;
  if (table !== null) rows.push(...tableRows(table, lines.length + 2, formats));
  const links = table === null ? [] : linksOf(table, lines.length + 3);
  return `${declaration}<worksheet ${main} ${relationship}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${columns}<sheetData>${rows.join("")}</sheetData>${links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`}<pageMargins left="0.6" right="0.6" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>${table === null ? "" : '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'}</worksheet>`;
}

function columnXml(characters: number, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${characters}" customWidth="1"/>`;
}

/** Heights of lines in points: LibreOffice cuts the wrapped text of a row that has none. */
const lineHeight = 15.75;
const titleHeight = 21;

function height(lines: number, ofOne = lineHeight): string {
  return `ht="${lines * ofOne}" customHeight="1"`;
}

function tableRows(table: SheetTable, first: number, formats: ReadonlyMap<string, number>): string[] {
  const { head, rows } = table;
  const widths = columnWidths(table);
  // Two characters of a column are its padding, and bold letters are wider.
  const most = (texts: readonly string[], share = 1) =>
    Math.max(...texts.map((text, column) => linesIn(text, Math.floor((widths[column]! - 2) * share))));
  const isNumeric = head.map((_, column) =>
    rows.some((row) => typeof row[column] === "object" && "value" in row[column]),
  );
  const header = head.map((text, column) =>
    textCell(`${columnName(column)}${first}`, text, isNumeric[column] ? formatAt.headOfNumbers : formatAt.head),
  );
  return [
    `<row r="${first}" ${height(most(head, 0.9))}>${header.join("")}</row>`,
    ...rows.map((cells, index) => {
      const row = first + 1 + index;
      return `<row r="${row}" ${height(most(cells.map(cellText)))}>${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row}`, formats)).join("")}</row>`;
    }),
  ];
}

function cellXml(cell: Cell, place: string, formats: ReadonlyMap<string, number>): string {
  if (typeof cell === "string") return textCell(place, cell, formatAt.text);
  if ("text" in cell) return textCell(place, cell.text, formatAt.link);
  return `<c r="${place}" s="${formats.get(codeOf(cell))}"><v>${cell.value}</v></c>`;
}

function textCell(place: string, text: string, format: number): string {
  return `<c r="${place}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cellString(text))}</t></is></c>`;
}

/** What one cell can hold. */
const mostCharacters = 32_767;

/** Text as these files hold it: `_x0041_` would be read as a letter, and a cell has an end. */
function cellString(text: string): string {
  const whole = legalXml(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return whole.length <= mostCharacters ? whole : legalXml(`${whole.slice(0, mostCharacters - 1)}…`);
}

function linksOf({ rows }: SheetTable, first: number): string[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      typeof cell === "object" && "sheet" in cell
        ? [
            `<hyperlink ref="${columnName(column)}${first + row}" location="${xmlText(`'${cell.sheet}'!A1`)}" display="${xmlText(cell.text)}"/>`,
          ]
        : [],
    ),
  );
}

/** Marked as a table with a header, without filter buttons. */
function tableXml({ lines }: Sheet, { id, head, rows }: SheetTable, number: number): string {
  const first = lines.length + 2;
  const range = `A${first}:${columnName(head.length - 1)}${first + rows.length}`;
  const columns = head.map((name, index) => `<tableColumn id="${index + 1}" name="${xmlText(cellString(name))}"/>`);
  return `${declaration}<table ${main} id="${number}" name="${id}" displayName="${id}" ref="${range}" totalsRowShown="0"><tableColumns count="${head.length}">${columns.join("")}</tableColumns></table>`;
}
