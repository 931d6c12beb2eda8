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
 * Text as a sentence: a capital first, a full stop last, names of columns in words.
 *
 * @example
 * asSentence("nobody differs on prior_count"); // "Nobody differs on prior count."
 */
export function asSentence(text: string): string {
  return capital(columnsInWords(/[.?!]$/.test(text) ? text : `${text}.`));
}

/**
 * Text in which names of columns read as words.
 *
 * @example
 * columnsInWords("days_since_last is missing"); // "days since last is missing"
 */
export function columnsInWords(text: string): string {
  return text.replace(/(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])/g, " ");
}
