import { scanXml, type XmlAttributes } from "./scan-xml.ts";
import { type Sheet, type SheetBuilder, sheetBuilder, uncalculated } from "./sheet.ts";
import { locked, type ZipParts } from "./zip-parts.ts";

/**
 * The sheets of an .ods file, in their order: values as stored, formulas by the result last stored.
 *
 * @throws Failure `data` when it is locked by a password
 * @source OpenDocument 1.3 part 3, sections 9.1 (tables) and 19.385 (office:value-type)
 */
export function odsSheets(zip: ZipParts, shown: string): readonly Sheet[] {
  if (textOf(zip, "META-INF/manifest.xml").includes("encryption-data")) throw locked(shown);
  const sheets: Sheet[] = [];
  const hiddenStyles = new Set<string>();
  const dateStyles = new Set<string>();
  let from1904 = false;
  let style = "";
  let sheet: SheetBuilder | null = null;
  let row = { at: 0, times: 1, cells: [] as OdsCell[] };
  let column = 0;
  let formatColumn = 0;
  let cell: OdsCell | null = null;
  let skipped = 0;
  scanXml(textOf(zip, "content.xml"), {
    open: (tag, attributes) => {
      if (skipped > 0 || isSkipped(tag)) {
        skipped++;
        return;
      }
      switch (tag) {
        case "style:style":
          style = attributes.get("style:name") ?? "";
          if (dateStyles.has(attributes.get("style:data-style-name") ?? "")) dateStyles.add(style);
          break;
        case "number:date-style":
          dateStyles.add(attributes.get("style:name") ?? "");
          break;
        case "table:null-date":
          from1904 = attributes.get("table:date-value") === "1904-01-01";
          break;
        case "style:table-properties":
          if (attributes.get("table:display") === "false") hiddenStyles.add(style);
          break;
        case "table:table":
          sheet = sheetBuilder(shown, {
            name: attributes.get("table:name") ?? "",
            hidden: hiddenStyles.has(attributes.get("table:style-name") ?? ""),
            from1904,
          });
          row = { at: 0, times: 1, cells: [] };
          formatColumn = 0;
          break;
        case "table:table-column": {
          const times = repeats(attributes, "table:number-columns-repeated");
          if (isHidden(attributes)) sheet?.hideColumns(formatColumn, formatColumn + times - 1);
          formatColumn += times;
          break;
        }
        case "table:table-row":
          row = { at: row.at, times: repeats(attributes, "table:number-rows-repeated"), cells: [] };
          column = 0;
          if (isHidden(attributes)) sheet?.hideRow(row.at, row.times);
          break;
        case "table:covered-table-cell":
        case "table:table-cell":
          cell = { attributes, column, times: repeats(attributes, "table:number-columns-repeated"), lines: [] };
          column += cell.times;
          // What stands under a merged cell is not shown.
          if (tag === "table:table-cell") row.cells.push(cell);
          break;
        case "text:p":
          cell?.lines.push("");
          break;
        case "text:s":
          append(" ".repeat(Math.min(repeats(attributes, "text:c"), 1000)));
          break;
        case "text:tab":
          append("\t");
          break;
        case "text:line-break":
          append("\n");
      }
    },
    close: (tag) => {
      if (skipped > 0) skipped--;
      else if (tag === "table:table-cell" || tag === "table:covered-table-cell") cell = null;
      else if (tag === "table:table-row") {
        for (const each of row.cells) setCell(sheet!, row.at, row.times, each, dateStyles);
        row.at += row.times;
      } else if (tag === "table:table" && sheet !== null) {
        sheets.push(sheet.built());
        sheet = null;
      }
    },
    text: (text) => {
      if (skipped === 0) append(text);
    },
  });
  return sheets;

  function append(text: string): void {
    if (cell !== null && cell.lines.length > 0) cell.lines[cell.lines.length - 1] += text;
  }
}

interface OdsCell {
  readonly attributes: XmlAttributes;
  readonly column: number;
  readonly times: number;
  /** The paragraphs shown. */
  readonly lines: string[];
}

/** Notes, drawings, forms and the record of changes hold cells and text that are not the sheet's. */
function isSkipped(tag: string): boolean {
  return (
    tag === "office:annotation" ||
    tag === "table:shapes" ||
    tag === "table:tracked-changes" ||
    tag === "table:dde-links" ||
    tag === "office:forms" ||
    tag.startsWith("draw:")
  );
}

function setCell(
  sheet: SheetBuilder,
  row: number,
  times: number,
  cell: OdsCell,
  dateStyles: ReadonlySet<string>,
): void {
  const { attributes, column } = cell;
  const right = column + repeats(attributes, "table:number-columns-spanned") - 1;
  const bottom = row + repeats(attributes, "table:number-rows-spanned") - 1;
  if (right > column || bottom > row) sheet.merge({ top: row, left: column, bottom, right });
  const text = cell.lines.join("\n");
  const type = attributes.get("office:value-type");
  const stored = Number(attributes.get("office:value"));
  if (type !== undefined) sheet.requireRoom(times * cell.times);
  for (let down = 0; down < times; down++) {
    for (let across = 0; across < cell.times; across++) {
      if (!set(row + down, column + across)) return;
    }
  }

  /** False for a blank, so that a million repeats of one cost nothing. */
  function set(at: number, across: number): boolean {
    const formula = attributes.has("table:formula");
    if (attributes.get("calcext:value-type") === "error" || (formula && isError(text))) sheet.setText(at, across, text);
    else if (type === "float" || type === "currency") setFloat(at, across);
    else if (type === "percentage") sheet.setNumber(at, across, stored, "0%");
    else if (type === "date") sheet.setDate(at, across, dateText(attributes.get("office:date-value") ?? ""));
    else if (type === "time") sheet.setText(at, across, durationText(attributes.get("office:time-value") ?? ""));
    else if (type === "boolean") sheet.setText(at, across, attributes.get("office:boolean-value") ?? "");
    else if (type === undefined && formula && text === "") sheet.setText(at, across, uncalculated);
    else {
      const string = attributes.get("office:string-value") ?? text;
      if (string === "") return false;
      sheet.setText(at, across, string);
    }
    return true;
  }

  /** Zeros shown before a whole number come from its format, and are kept. */
  function setFloat(at: number, across: number): void {
    if (Number.isNaN(stored)) throw new SyntaxError("odsSheets: a cell of a number must hold one");
    const padded = /^0\d+$/.test(text) && Number(text) === stored;
    // Some writers leave a date as its number, with a style that shows it as a date.
    const date = dateStyles.has(attributes.get("table:style-name") ?? "");
    sheet.setNumber(at, across, stored, date ? "yyyy-mm-dd" : padded ? "0".repeat(text.length) : "General");
  }
}

/** As spreadsheets show an error: #N/A, #REF!, Err:508. */
function isError(text: string): boolean {
  return /^(#[A-Z0-9/]+[!?]?|Err:\d+)$/.test(text);
}

/** A cell has no time zone: some writers add the Z of universal time to what the sheet shows. */
function dateText(value: string): string {
  return value
    .replace(/Z$/, "")
    .replace(/\.0+$/, "")
    .replace(/T00:00(:00)?$/, "");
}

/** PT09H30M00S as 09:30:00. */
function durationText(value: string): string {
  const match = /^(-?)P(?:(\d+)D)?T(\d+)H(\d+)M(\d+)(?:[.,](\d+))?S$/.exec(value);
  if (match === null) return value;
  const [, sign, days, hours, minutes, seconds, fraction] = match;
  const two = (part: number | string) => String(part).padStart(2, "0");
  const rest = fraction === undefined || /^0+$/.test(fraction) ? "" : `.${fraction}`;
  return `${sign}${two(Number(days ?? 0) * 24 + Number(hours))}:${two(minutes!)}:${two(seconds!)}${rest}`;
}

function isHidden(attributes: XmlAttributes): boolean {
  return (attributes.get("table:visibility") ?? "visible") !== "visible";
}

function repeats(attributes: XmlAttributes, name: string): number {
  const times = Number(attributes.get(name) ?? "1");
  return Number.isInteger(times) && times > 0 ? times : 1;
}

function textOf(zip: ZipParts, name: string): string {
  return zip.part(name)?.toString("utf8") ?? "";
}
