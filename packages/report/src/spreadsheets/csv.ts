/**
 * CSV text (RFC 4180, CRLF). Cells that a spreadsheet would run as a formula are written with a leading apostrophe,
 * except plain numbers.
 *
 * @example
 * toCsv(["a"], [["=1+1"]]); // "a\r\n'=1+1\r\n"
 */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return rawCsv([header, ...rows].map((row) => row.map(inert)));
}

/**
 * CSV text with every cell exactly as it is: for rows kept unchanged, which no spreadsheet should open unasked.
 *
 * @example
 * rawCsv([["a", "=1"]]); // "a,=1\r\n"
 */
export function rawCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

function inert(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) && !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
