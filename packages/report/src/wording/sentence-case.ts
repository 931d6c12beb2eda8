/**
 * Text with its first letter a capital.
 *
 * @example
 * capital("rearrest within a year"); // "Rearrest within a year"
 */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Text as a sentence: a capital first, a full stop last.
 *
 * @example
 * asSentence("nobody was lost"); // "Nobody was lost."
 */
export function asSentence(text: string): string {
  return capital(/[.?!]$/.test(text) ? text : `${text}.`);
}
