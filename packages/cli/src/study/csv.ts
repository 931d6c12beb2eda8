/**
 * CSV text (RFC 4180, CRLF). Cells that a spreadsheet would run as a formula are written with a leading apostrophe,
 * except plain numbers.
 *
 * @example
 * toCsv(["a"], [["=1+1"]]); // "a\r\n'=1+1\r\n"
 */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
