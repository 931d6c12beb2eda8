import { Failure } from "@likewise/schema";
import { applyLayout } from "../../layout/apply-layout.ts";
import type { FileReader, FileSource, TableFormat } from "../file-reader.ts";
import type { FlatFile } from "../flat-file.ts";
import { hasExtension } from "../has-extension.ts";
import { chooseSheet } from "./choose-sheet.ts";
import { legacySheets } from "./legacy-sheets.ts";
import { odsSheets } from "./ods-sheets.ts";
import type { Sheet } from "./sheet.ts";
import { sheetRecords } from "./sheet-records.ts";
import { workbookPart, xlsxSheets } from "./xlsx-sheets.ts";
import { damaged, locked, zipParts } from "./zip-parts.ts";

const extensions = [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"];

/** A sheet of a workbook: .xlsx, .xlsm, .xlsb, .xls and .ods. */
export const workbook: FileReader = {
  id: "workbook",
  label: "workbook (Excel, OpenDocument)",
  extensions,
  recognises: (head, name) =>
    head.subarray(0, 4).equals(zipMark) ||
    head.subarray(0, 8).equals(compoundMark) ||
    (hasExtension(name, extensions) && (isMarkup(head) || head.includes(0))),
  read,
};

const zipMark = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const compoundMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

async function read(source: FileSource, format: TableFormat): Promise<FlatFile> {
  const { shown } = source;
  const { bytes, sha256 } = await source.contents();
  const sheets = await sheetsOf(bytes, shown);
  const chosen = chooseSheet(sheets, format.sheet, shown);
  const { records, received, assumptions } = sheetRecords(chosen.sheet, format.range, shown);
  const layout = applyLayout(records, format, shown);
  const asReceived = new Map(layout.received);
  for (const [row, line] of layout.lines.entries()) {
    const cells = received.get(line);
    if (cells !== undefined) asReceived.set(row, cells);
  }
  return {
    shown,
    sha256,
    delimiter: null,
    headerText: null,
    ...layout,
    received: asReceived,
    assumptions: [...chosen.assumptions, ...assumptions, ...layout.assumptions],
    realDates: chosen.sheet.realDates,
  };
}

async function sheetsOf(bytes: Buffer, shown: string): Promise<readonly Sheet[]> {
  try {
    return await sheetsByKind(bytes, shown);
  } catch (error) {
    if (error instanceof Failure) throw error;
    // Whatever a reader of XML or numbers trips over, the user can only get the file again.
    if (error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError) throw damaged(shown);
    throw error;
  }
}

async function sheetsByKind(bytes: Buffer, shown: string): Promise<readonly Sheet[]> {
  if (bytes.subarray(0, 8).equals(compoundMark)) {
    // What Excel locks with a password is a file of this kind that holds the locked one.
    if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) throw locked(shown);
    return legacySheets(bytes, shown);
  }
  if (isMarkup(bytes)) {
    throw new Failure("data", `${shown} is a web page under the name of a workbook; open it and save it as .xlsx`);
  }
  const zip = zipParts(bytes, shown);
  if (workbookPart(zip.names) !== null) return xlsxSheets(zip, shown);
  if (zip.names.includes("xl/workbook.bin")) {
    for (const name of zip.names) zip.part(name); // within the limits, before the library expands it again
    return legacySheets(bytes, shown);
  }
  if (zip.names.includes("content.xml")) return odsSheets(zip, shown);
  throw new Failure("data", `${shown} is a zip file but no workbook; take the files out of it`);
}

function isMarkup(bytes: Buffer): boolean {
  return /^\s*</.test(
    bytes
      .subarray(0, 64)
      .toString("latin1")
      .replace(/^\u00ef\u00bb\u00bf/, ""),
  );
}
