/** Text as an SQL literal, for the few places (file paths, metadata) where a statement takes no parameters. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
