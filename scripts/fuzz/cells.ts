/**
 * Splits comma-separated text with double quotes into rows of cells. Written apart from the reader under test, and only
 * for sound text: the samples before they are spoilt.
 */
export function splitCells(text: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const row = rows.at(-1)!;
    const character = text[at]!;
    if (character === '"' && quoted && text[at + 1] === '"') row[row.length - 1] += text[++at];
    else if (character === '"') quoted = !quoted;
    else if (character === "," && !quoted) row.push("");
    else if (character === "\n" && !quoted) rows.push([""]);
    else if (character !== "\r" || quoted) row[row.length - 1] += character;
  }
  if (rows.at(-1)!.join("") === "") rows.pop();
  return rows;
}

/** Rows as delimited text; cells that need quotes have them. */
export function joinCells(rows: readonly (readonly string[])[], delimiter = ",", newline = "\n"): string {
  const cell = (text: string) =>
    text.includes(delimiter) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return `${rows.map((row) => row.map(cell).join(delimiter)).join(newline)}${newline}`;
}
