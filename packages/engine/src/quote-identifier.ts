/**
 * A name as an SQL identifier. Every name goes through here: `force` and `order` are words of the language, and
 * headers hold spaces and quotes.
 *
 * @throws RangeError when the name is empty or holds a null character
 * @example
 * quoteIdentifier('the "force"'); // "\"the \"\"force\"\"\""
 */
export function quoteIdentifier(name: string): string {
  if (name === "" || name.includes("\0")) {
    throw new RangeError("quoteIdentifier: name must have at least one character and no null character");
  }
  return `"${name.replaceAll('"', '""')}"`;
}
