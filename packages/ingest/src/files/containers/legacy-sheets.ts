import { type Sheet, sheetBuilder } from "./sheet.ts";
import { damaged, locked } from "./zip-parts.ts";

/**
 * The sheets of a binary workbook (.xls, .xlsb). The library is loaded here and not at import, because few files need
 * it. Numbers are taken as stored and dates by their number format: the library's own dates depend on a time zone.
 *
 * @throws Failure `data` when it is damaged or locked by a password
 */
export async function legacySheets(bytes: Buffer, shown: string): Promise<readonly Sheet[]> {
  const xlsx = await import("@e965/xlsx");
  const workbook = readOrFail(() =>
    xlsx.read(bytes, {
      type: "buffer",
      dense: true,
      cellDates: false,
      cellNF: true,
      cellText: false,
      cellFormula: false,
      cellHTML: false,
      cellStyles: true,
    }),
  );
  const from1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return workbook.SheetNames.flatMap((name, index) => {
    const data = workbook.Sheets[name]?.["!data"];
    if (data === undefined) return [];
    const worksheet = workbook.Sheets[name]!;
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const sheet = sheetBuilder(shown, { name, hidden, from1904 });
    for (const [row, cells] of data.entries()) {
      for (const [column, cell] of (cells ?? []).entries()) {
        if (cell?.v === undefined) continue;
        if (cell.t === "n") sheet.setNumber(row, column, cell.v as number, String(cell.z ?? "General"));
        else if (cell.t === "s") sheet.setText(row, column, String(cell.v));
        else if (cell.t === "b") sheet.setText(row, column, cell.v === true ? "true" : "false");
        else if (cell.t === "e") sheet.setText(row, column, errorNames[Number(cell.v)] ?? "#VALUE!");
      }
    }
    for (const [row, about] of (worksheet["!rows"] ?? []).entries()) if (about?.hidden) sheet.hideRow(row);
    for (const [column, about] of (worksheet["!cols"] ?? []).entries()) {
      if (about?.hidden) sheet.hideColumns(column, column);
    }
    for (const { s, e } of worksheet["!merges"] ?? []) sheet.merge({ top: s.r, left: s.c, bottom: e.r, right: e.c });
    return [sheet.built()];
  });

  function readOrFail<T>(read: () => T): T {
    try {
      return quietly(read);
    } catch (error) {
      throw error instanceof Error && /password/i.test(error.message) ? locked(shown) : damaged(shown);
    }
  }
}

/** The library writes to the console about records it does not know; it has no option against it. */
function quietly<T>(read: () => T): T {
  const { error, warn, log } = console;
  Object.assign(console, { error: ignore, warn: ignore, log: ignore });
  try {
    return read();
  } finally {
    Object.assign(console, { error, warn, log });
  }
}

function ignore(): void {}

/** Codes of errors in binary workbooks ([MS-XLS] 2.5.10). */
const errorNames: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};
