/**
 * Text as a CSS string: everything but letters, digits and spaces is written as an escape, so no title can end the
 * string, the style sheet or the page.
 *
 * @param quote what the string stands between
 * @example
 * cssText("R&D"); // "\"R\\26 D\""
 */
export function cssText(text: string, quote: "'" | '"' = '"'): string {
  const escaped = text.replace(/[^A-Za-z0-9 ]/gu, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `);
  return `${quote}${escaped}${quote}`;
}
